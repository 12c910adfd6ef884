// SPDX-License-Identifier: MIT
// data/tables/vocabulary.json -> tag_phrases.h: labels and values of tags, and how to write them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold, literal, phraseRows } from '../phrases.mjs';

const kindName = (key) => `k${key[0].toUpperCase()}${key.slice(1)}`;

// The text before the value. Throws when it is no label of the kind.
function prefixOf(kind, pattern, labels) {
  const prefix = pattern.slice(0, pattern.indexOf('{x}'));
  const isRead = !labels[kind] || labels[kind].some((label) => fold(label) === fold(prefix));
  if (!isRead || !pattern.endsWith('{x}'))
    throw new Error(`data/tables/vocabulary.json: "${pattern}" is no label of ${kind}`);
  return `    {TagKind::${kindName(kind)}, ${literal(kind)}, ${literal(prefix)}},`;
}

// "thème" and "theme" fold alike: the first one is the preferred spelling.
const firstWritings = (phrases) =>
  phrases.filter((phrase, i) => phrases.findIndex((each) => fold(each) === fold(phrase)) === i);

const known = (kinds) => new Set(Object.values(kinds).flatMap((entries) => Object.keys(entries)));

// Other words of values. Throws for a value that no table has.
function valueWords(name, words, kinds) {
  const stray = Object.keys(words).find((value) => !known(kinds).has(value));
  if (stray) throw new Error(`data/tables/vocabulary.json: ${name} has "${stray}", which no tag means`);
  const rows = Object.entries(words).map((pair) => `    {${pair.map(literal).join(', ')}},`);
  return `inline constexpr ValueWord ${kindName(name)}Words[] = {\n${rows.join('\n')}\n};`;
}

// One table per kind of tag; values are shared in one list, in the order of the file.
function wordTable(kind, entries, values) {
  const rows = Object.entries(entries).flatMap(([value, phrases]) => {
    const index = values.push({ value, name: phrases[0] }) - 1;
    return phrases.map((phrase) => ({ phrase, kind: kindName(kind), value: index }));
  });
  return `inline constexpr Phrase<TagKind> ${kindName(kind)}Words[] = {\n${phraseRows(rows, 'TagKind').join('\n')}\n};`;
}

export function generate(dataDir, outDir) {
  const { about, writing, or, joints, labels, english, features, untold, ...kinds } = JSON.parse(
    readFileSync(join(dataDir, 'tables/vocabulary.json'), 'utf8'),
  );
  const labelNames = [];
  const labelRows = Object.entries(labels).flatMap(([kind, phrases]) =>
    firstWritings(phrases).map((phrase) => ({ phrase, kind: kindName(kind), value: labelNames.push(phrase) - 1 })),
  );
  const values = [];
  const tables = Object.entries(kinds).map(([kind, entries]) => wordTable(kind, entries, values));
  writeFileSync(
    join(outDir, 'tag_phrases.h'),
    `// SPDX-License-Identifier: MIT
// Words of tags. Written from data/tables/vocabulary.json: edit that file.
#pragma once

inline constexpr std::string_view kTagValues[] = {${values.map(({ value }) => literal(value)).join(', ')}};
inline constexpr std::string_view kTagNames[] = {${values.map(({ name }) => literal(name)).join(', ')}};
inline constexpr std::string_view kLabelNames[] = {${labelNames.map(literal).join(', ')}};
inline constexpr TagPrefix kTagPrefixes[] = {
${Object.entries(writing)
  .map(([kind, pattern]) => prefixOf(kind, pattern, labels))
  .join('\n')}
};
inline constexpr std::string_view kOr = ${literal(or)};
inline constexpr std::string_view kJoints[] = {${joints.map(literal).join(', ')}};
inline constexpr Phrase<TagKind> kLabelWords[] = {
${phraseRows(labelRows, 'TagKind').join('\n')}
};
${tables.join('\n')}
${valueWords('english', english, kinds)}
${valueWords('feature', features, kinds)}
inline constexpr std::string_view kUntold = ${literal(untold)};
`,
  );
}
