// SPDX-License-Identifier: MIT
// data/tables/durations.json -> duration_phrases.h: the words of durations.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { literal, phraseRows } from '../phrases.mjs';

const kindName = (key) => `k${key[0].toUpperCase()}${key.slice(1)}`;

export function generate(dataDir, outDir) {
  const table = JSON.parse(readFileSync(join(dataDir, 'tables/durations.json'), 'utf8'));
  const rows = [];
  const add = (phrases, kind, value) => phrases.forEach((phrase) => rows.push({ phrase, kind, value }));
  Object.values(table.units).forEach((phrases, unit) => add(phrases, 'kUnit', unit));
  for (const [kind, values] of [
    ['kNumber', table.numbers],
    ['kTens', table.tens],
    ['kPart', table.parts],
  ])
    for (const [thousandths, phrases] of Object.entries(values)) add(phrases, kind, Number(thousandths));
  for (const [key, phrases] of Object.entries(table.words)) add(phrases, kindName(key), 0);
  writeFileSync(
    join(outDir, 'duration_phrases.h'),
    `// SPDX-License-Identifier: MIT
// Words of durations. Written from data/tables/durations.json: edit that file.
#pragma once

inline constexpr std::string_view kOpeningWords[] = {${table.opening.map(literal).join(', ')}};
inline constexpr Phrase<DurationWord> kDurationPhrases[] = {
${phraseRows(rows, 'DurationWord').join('\n')}
};
`,
  );
}
