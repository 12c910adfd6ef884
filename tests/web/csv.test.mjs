// SPDX-License-Identifier: MIT
// The CSV of the command line and of visitors, read by other readers: as spreadsheets do with the right separator, and
// with a wrong one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';
import { openCompiler } from '../../lib/compiler.js';
import { extractPage } from '../../lib/extract.js';
import { importTypeScript } from './import-typescript.mjs';

const root = new URL('../../', import.meta.url).pathname;
const kHeader =
  'id;titre;organisme;adresse;duree;duree_min;duree_max;duree_ecoulee;licence;licence_texte;licence_adresse;' +
  'droit_commercial;droit_modification;droit_partage;droit_libre;modalites;langues;themes;niveaux;certifications;publics;accessibilite;verifiee_le;description';

let csvOf;
let engine;
let trainingsOf;
before(async () => {
  ({ csvOf } = await importTypeScript('web/export/csv.ts'));
  ({ trainingsOf } = await importTypeScript('web/core/trainings.ts'));
  const { Engine } = await importTypeScript('web/core/engine.ts');
  engine = new Engine(() => readFile(new URL('../../lib/catalogue-runtime.wasm', import.meta.url)));
});

/** Rows of cells, as a reader of RFC 4180 with this separator reads them. Text after closing quotes is kept. */
function readCsv(text, separator = ';') {
  const rows = [[]];
  let cell = '';
  let isQuoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (isQuoted && c === '"' && text[i + 1] === '"') {
      cell += c;
      i += 1;
    } else if (c === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (!isQuoted && (c === separator || c === '\n')) {
      rows.at(-1).push(cell.replace(/\r$/, ''));
      cell = '';
      if (c === '\n') rows.push([]);
    } else cell += c;
  }
  if (cell !== '' || rows.at(-1).length > 0) rows.at(-1).push(cell);
  else rows.pop();
  return rows;
}

/** The cells of each training by column, without the apostrophes that disarm formulas. */
function readTrainings(csv) {
  assert.ok(csv.startsWith('\uFEFF'), 'a byte order mark');
  assert.ok(csv.endsWith('\r\n'));
  const [header, ...rows] = readCsv(csv.slice(1));
  assert.deepEqual(header, kHeader.split(';'));
  return rows.map((row) => {
    assert.equal(row.length, header.length);
    return Object.fromEntries(header.map((name, column) => [name, rearmed(row[column])]));
  });
}

/** Undoes the one apostrophe before each sign that would start a formula. */
const rearmed = (cell) => cell.replace(/(^|[;,|\t\r\n])((?:[^\S\t\r\n]|["'])*)'([=+\-@＝＋－＠])/g, '$1$2$3');

const known = (minutes) => minutes.filter((value) => value !== undefined);
const bound = (pick, minutes) => (known(minutes).length ? String(pick(...known(minutes))) : '');

/** The expected cells of a training of catalogue.json, without its rights. */
function cellsOf({ durations = [], licence = {}, ...training }) {
  return {
    id: training.id,
    titre: training.title,
    organisme: training.provider ?? '',
    adresse: training.url ?? '',
    duree: [...new Set(durations.map(({ text }) => text).filter(Boolean))].join(' | '),
    duree_min: bound(
      Math.min,
      durations.map(({ min }) => min),
    ),
    duree_max: bound(
      Math.max,
      durations.map(({ max }) => max),
    ),
    duree_ecoulee: bound(
      Math.max,
      durations.map(({ span }) => span),
    ),
    licence: licence.id ?? licence.family ?? '',
    licence_texte: licence.text ?? '',
    licence_adresse: licence.url ?? '',
    modalites: (training.modalities ?? []).join(' | '),
    langues: (training.languages ?? []).join(' | '),
    themes: (training.themes ?? []).join(' | '),
    niveaux: (training.levels ?? []).join(' | '),
    certifications: (training.certifications ?? []).join(' | '),
    publics: (training.audiences ?? []).join(' | '),
    accessibilite: (training.accessibility ?? []).join(' | '),
    verifiee_le: training.checked ?? '',
    description: training.description ?? '',
  };
}

/** Every catalogue of the tests: of real pages, made by hand, and one that is hostile. */
async function catalogues(compiler) {
  const page = extractPage(readFileSync(join(root, 'data/formations.md'), 'utf8'), { kind: 'markdown' });
  const golden = ['nine', 'hostile'].map((name) =>
    JSON.parse(readFileSync(join(root, `tests/golden/${name}.catalogue.json`), 'utf8')),
  );
  return [compiler.normalise(page.raw).catalogue, ...golden, kHostile];
}

const kFormulas = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '\t=1', ' =1', '"=1', "'=1", '""=1+1', '\n-1'];

/** A formula at the start of a cell, and after each separator, in every text of a training. */
const kHostile = {
  trainings: ['', ',', ';', '\t', '|', '\n', '\r\n', ', "', ';\n'].flatMap((before, i) =>
    kFormulas.map((formula, j) => {
      const words = `${before && 'a'}${before}${formula}`;
      return {
        id: `id-${i}-${j}`,
        title: words,
        provider: words,
        description: `${words} "fin"`,
        durations: [{ span: 9 }, { min: 0, max: 5, text: words }, { min: 2, max: 3, text: words }],
        licence: { text: words },
        themes: ['a | b', words],
      };
    }),
  ),
};

const encode = (catalogue) => new TextEncoder().encode(JSON.stringify(catalogue));

/** The CSV of a selection, as a visitor saves it: through the visitors' engine. */
async function savedCsv(bytes, query = '') {
  const catalogue = await engine.open(bytes, 'fr');
  const csv = csvOf(await trainingsOf(catalogue, query));
  catalogue.close();
  return csv;
}

test('the CSV gives back every word of a catalogue', async () => {
  const compiler = await openCompiler();
  for (const catalogue of await catalogues(compiler)) {
    const csv = await savedCsv(encode(catalogue));
    const rows = readTrainings(csv);
    const wanted = catalogue.trainings.map(cellsOf);
    assert.deepEqual(
      rows.map(({ droit_commercial, droit_modification, droit_partage, droit_libre, ...cells }) => cells),
      wanted,
    );
  }
});

test('the CSV says of each right whether the licence grants it, and nothing where that is unknown', async () => {
  const licences = [
    { id: 'CC-BY-SA-4.0' },
    { id: 'CC-BY-NC-ND-3.0' },
    { family: 'CC-BY-NC' },
    { status: 'ambiguous', rights: ['commercial', 'partage'] },
    { id: 'LicenseRef-mine' },
    {},
  ];
  const trainings = licences.map((licence, i) => ({ id: String(i), title: 'T', licence }));
  const rights = readTrainings(await savedCsv(encode({ trainings }))).map((cells) =>
    ['commercial', 'modification', 'partage', 'libre'].map((right) => cells[`droit_${right}`]),
  );
  assert.deepEqual(rights, [
    ['oui', 'oui', 'oui', 'oui'],
    ['non', 'non', 'oui', 'non'],
    ['non', 'oui', 'oui', 'non'],
    ['oui', '', 'oui', ''],
    ['', '', '', ''],
    ['', '', '', ''],
  ]);
});

test('a duration without an end leaves the longest one empty', () => {
  const csv = csvOf([{ id: 'a', title: 'A', durations: [{ min: 30, max: 60 }, { min: 120 }] }]);
  assert.deepEqual([readTrainings(csv)[0].duree_min, readTrainings(csv)[0].duree_max], ['30', '']);
});

test('no cell is a formula, whichever separator a spreadsheet takes', async () => {
  const csv = await savedCsv(encode(kHostile));
  for (const separator of [';', ',', '\t', '|']) {
    const cells = readCsv(csv.slice(1), separator).flat();
    assert.deepEqual(
      cells.filter((cell) => /^\s*["']?\s*[=+\-@＝＋－＠]/.test(cell) && !/^[\s"]*'/.test(cell)),
      [],
      JSON.stringify(separator),
    );
  }
  const lines = csv.slice(1).split(/[;,|\t\r\n]/);
  assert.deepEqual(
    lines.filter((cell) => /^[\s"]*[=+\-@＝＋－＠]/.test(cell)),
    [],
    'without quotes',
  );
});

test('a selection is saved whole, in its order, whatever page is shown', async () => {
  const trainings = Array.from({ length: 2100 }, (_, i) => ({
    id: `t${i}`,
    title: `Titre ${2100 - i}`,
    durations: [{ min: i % 2 ? 30 : 300, max: i % 2 ? 30 : 300 }],
  }));
  const ids = readTrainings(await savedCsv(encode({ trainings }), 'duree=-60&tri=titre&page=3')).map(({ id }) => id);
  assert.deepEqual(
    ids,
    trainings
      .filter((_, i) => i % 2)
      .map(({ id }) => id)
      .reverse(),
  );
});
