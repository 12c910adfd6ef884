// SPDX-License-Identifier: MIT
// Seeds and dictionaries of the core's fuzzers: inputs of the test cases, and the words of data/.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../lib/files.mjs';
import { fromRoot } from '../lib/paths.mjs';

const read = (...path) => readFileSync(fromRoot(...path), 'utf8');
const seedLine = / -> |^\[|^## /;
const notEmpty = (line) => line !== '';

/** The texts of tests/cases, without their meanings. */
const caseLines = () =>
  filesUnder(fromRoot('tests/cases'), (name) => name.endsWith('.txt'))
    .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
    .filter((line) => seedLine.test(line))
    .map((line) => line.split(' -> ')[0]);

const goldenFiles = (ending) => readdirSync(fromRoot('tests/golden')).filter((name) => name.endsWith(ending));
const goldenCatalogues = () => goldenFiles('.catalogue.json').map((name) => read('tests/golden', name));

/** The queries of tests/golden. */
const goldenQueries = () => [
  ...read('tests/golden/answers.queries.txt').split('\n').filter(notEmpty),
  ...goldenFiles('.query.txt').map((name) => read('tests/golden', name).trimEnd().split('\n').at(-1) ?? ''),
];

/** "12:5 30 min → https://…": a tag or a link as tests/pages write it. */
function tagOf(written) {
  const [, line, column, text, url = ''] = /^(\d+):(\d+) (.*?)(?: → (\S+).*)?$/s.exec(written) ?? [
    '',
    '1',
    '1',
    written,
  ];
  return { text, url, line: Number(line), column: Number(column) };
}

/** Raw records: what the extractor finds in the pages of tests/pages. */
const pageRecords = () =>
  readdirSync(fromRoot('tests/pages'))
    .filter((name) => name.endsWith('.expected.json'))
    .map((name) => JSON.parse(read('tests/pages', name)))
    .map(({ page, records }) => {
      const whole = records.map((record) => ({
        ...record,
        tags: (record.tags ?? []).map(tagOf),
        links: (record.links ?? []).map(tagOf),
      }));
      return JSON.stringify({ page, records: whole });
    });

const seedsOf = {
  answer: () => goldenCatalogues().flatMap((json) => goldenQueries().map((query) => `${query}\n${json}`)),
  catalogue: goldenCatalogues,
  export: goldenCatalogues,
  normalise: pageRecords,
  query: goldenQueries,
  template: () => ['<script>alert(1)</script>', '"onclick="a', 'javascript:alert(1)', ...goldenQueries()],
};

/** Writes the seeds of one fuzzer, a file each. Returns their folder. A fuzzer without its own gets those of tests/cases. */
export function writeSeeds(name) {
  const folder = fromRoot('build/fuzz/seeds', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  (seedsOf[name] ?? caseLines)().forEach((seed, i) => writeFileSync(join(folder, String(i)), seed));
  return folder;
}

/** All the words of a table of data/, its keys included. */
function wordsIn(value) {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, each]) => [key, ...wordsIn(each)]);
  return [];
}

const queryWords = [
  ...[
    'q=',
    'duree=',
    'licence=',
    'droit=',
    'modalite=',
    'organisme=',
    'theme=',
    'langue=',
    'niveau=',
    'public=',
    'certification=',
    'accessibilite=',
    'tri=',
    'page=',
  ],
  ...['duree-min=', 'duree-max=', '&', '%00', 'inconnue', '-30', '240-', 'pertinence', 'titre', '-duree'],
];

/** A word in the format of libFuzzer's dictionaries: bytes that are not plain ASCII as \xAB. */
const quoted = (word) =>
  `"${[...Buffer.from(word)].map((byte) => (byte < 32 || byte > 126 || byte === 34 || byte === 92 ? `\\x${byte.toString(16).padStart(2, '0')}` : String.fromCharCode(byte))).join('')}"`;

/** Writes the dictionary: members of a catalogue, parts of a query, words of durations and licences. Returns its path. */
export function writeDictionary() {
  const tables = filesUnder(fromRoot('data/tables'), (name) => name.endsWith('.json'));
  const schemas = filesUnder(fromRoot('data/schema'), (name) => name.endsWith('.json'));
  const words = [...tables, ...schemas].flatMap((path) => wordsIn(JSON.parse(readFileSync(path, 'utf8'))));
  const short = [...new Set([...queryWords, ...words])].filter((word) => word !== '' && Buffer.byteLength(word) <= 32);
  const path = fromRoot('build/fuzz/words.dict');
  mkdirSync(fromRoot('build/fuzz'), { recursive: true });
  writeFileSync(path, `${short.map(quoted).join('\n')}\n`);
  return path;
}
