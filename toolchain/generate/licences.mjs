// SPDX-License-Identifier: MIT
// data/tables/licences.json -> licence_rows.h (rights and labels, for visitors) and
// licence_phrases.h (every word and URL that names a licence, for builds).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold, literal, phraseRows } from '../phrases.mjs';

const rightsOf = (family, rights) =>
  rights.reduce((bits, right, i) => bits | (family.rights.includes(right) ? 1 << i : 0), 0);

// One text of rows "stem TAB label [| English label] TAB rights", where rights is '0' plus the bits.
// Longest stems come first, so that the first row that matches is the closest.
function runtimeTable({ families, rights }) {
  return [...families]
    .sort((a, b) => b.stem.length - a.stem.length)
    .map((family) => {
      const label = family.labelEn ? `${family.label}|${family.labelEn}` : family.label;
      return `${family.stem}\t${label}\t${String.fromCharCode(48 + rightsOf(family, rights))}\n`;
    })
    .join('');
}

const list = (items) => (items ?? []).join(' ');

function familyRow(family, unitNames) {
  const units = (family.units ?? []).reduce((bits, unit) => bits | (1 << unitNames.indexOf(unit)), 0);
  const others = Object.entries(family.otherVersions ?? {}).map(([version, id]) => `${version}=${id}`);
  return `    {${[family.stem, list(family.versions), list(family.ports), list(others)].map(literal).join(', ')}, ${units}, ${family.later === true}},`;
}

function urlRows({ families }) {
  const row = (url, index, isOverview) => {
    const [before] = url.split('{version}');
    return `    {${literal(before)}, ${url.includes('{version}')}, ${isOverview}, ${index}},`;
  };
  return families.flatMap((family, index) => [
    ...(family.urls ?? []).map((url) => row(url, index, false)),
    ...(family.overviewUrls ?? []).map((url) => row(url, index, true)),
  ]);
}

// kind names must match LicenceWord in wasm/src/meaning/licence_words.h.
function words(table) {
  const rows = [];
  const add = (phrases, kind, value) => phrases.forEach((phrase) => rows.push({ phrase, kind, value }));
  Object.values(table.units).forEach((phrases, i) => add(phrases, 'kUnit', i));
  add(table.unitScheme.words, 'kScheme', 0);
  table.families.forEach((family, i) => add(family.words ?? [], 'kFamily', i));
  table.families.forEach((family, i) => add(family.vagueWords ?? [], 'kVagueFamily', i));
  Object.values(table.jurisdictions).forEach((phrases, i) => add(phrases, 'kJurisdiction', i));
  add(table.laterWords, 'kLater', 0);
  add(table.labels, 'kLabel', 0);
  add(table.hedges, 'kHedge', 0);
  add(table.joints, 'kJoint', 0);
  add(table.noise, 'kNoise', 0);
  Object.keys(table.ambiguous).forEach((phrase, i) => add([phrase], 'kAmbiguous', i));
  return rows;
}

const header = (job, body) => `// SPDX-License-Identifier: MIT
// ${job} Written from data/tables/licences.json: edit that file.
#pragma once

${body}
`;

export function generate(dataDir, outDir) {
  const table = JSON.parse(readFileSync(join(dataDir, 'tables/licences.json'), 'utf8'));
  const unitNames = Object.keys(table.units);
  writeFileSync(
    join(outDir, 'licence_rows.h'),
    header(
      'Rights and labels of licences.',
      `inline constexpr char kLicenceRows[] =\n${runtimeTable(table)
        .split(/(?<=\n)/)
        .map((row) => `    ${literal(row)}`)
        .join('\n')};`,
    ),
  );
  const array = (type, name, rows) => `inline constexpr ${type} ${name}[] = {\n${rows.join('\n')}\n};\n`;
  const ambiguous = Object.entries(table.ambiguous).map(
    ([phrase, ids]) => `    {${literal(fold(phrase))}, ${literal(list(ids))}},`,
  );
  const strings = (items) => items.map((item) => `    ${literal(item)},`);
  writeFileSync(
    join(outDir, 'licence_phrases.h'),
    header(
      'Words and addresses that name licences.',
      [
        array(
          'LicenceFamily',
          'kLicenceFamilies',
          table.families.map((family) => familyRow(family, unitNames)),
        ),
        array('LicenceUrl', 'kLicenceUrls', urlRows(table)),
        array('AmbiguousWords', 'kAmbiguousWords', ambiguous),
        array('std::string_view', 'kUnitSchemeUrls', strings(table.unitScheme.urls)),
        array('std::string_view', 'kIdUrls', strings(table.idUrls)),
        array('std::string_view', 'kRetiredUnits', strings(table.unitScheme.retired)),
        array('std::string_view', 'kFreeAnnouncements', strings(table.announcements.map(fold))),
        array('std::string_view', 'kJurisdictions', strings(Object.keys(table.jurisdictions))),
        array('Phrase<LicenceWord>', 'kLicencePhrases', phraseRows(words(table), 'LicenceWord')),
      ].join('\n'),
    ),
  );
}
