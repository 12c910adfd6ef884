// SPDX-License-Identifier: MIT
// Spreadsheets as CSV: whatever wrote them, the same records; whatever is wrong, told with its cell.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import names from '../../data/strings/csv.fr.json' with { type: 'json' };
import table from '../../data/tables/sheet.json' with { type: 'json' };
import { openCompiler } from '../../lib/compiler.js';
import { extractPage } from '../../lib/extract.js';
import { root } from './command-line.mjs';
import { importTypeScript } from './import-typescript.mjs';
import { csvText, kEncodings, kRows } from './sheet-table.mjs';

let compiler;
let sheet;
let columns;
let cells;
let toCsv;
before(async () => {
  compiler = await openCompiler();
  sheet = await importTypeScript('web/sheet/sheet.ts', 'node');
  columns = await importTypeScript('web/sheet/columns.ts', 'node');
  cells = await importTypeScript('web/sheet/cells.ts', 'node');
  const { csvOf } = await importTypeScript('web/export/csv.ts');
  const { trainingsOf } = await importTypeScript('web/core/trainings.ts');
  const { Engine } = await importTypeScript('web/core/engine.ts');
  const engine = new Engine(() => readFile(new URL('../../lib/catalogue-runtime.wasm', import.meta.url)));
  toCsv = async (catalogue) => {
    const opened = await engine.open(new TextEncoder().encode(JSON.stringify(catalogue)), 'fr');
    const csv = csvOf(await trainingsOf(opened, ''));
    opened.close();
    return csv;
  };
});

const read = (source, options) => sheet.readSheet(Buffer.from(source), options);
const rows = (...lines) => csvText([['Titre', 'Durée', 'Licence'], ...lines]);
/** What a reading tells, as `D12 code`. */
const told = ({ diagnostics }) =>
  diagnostics.map(({ line, column, code }) => `${String.fromCharCode(64 + column)}${line} ${code}`);
const tagsOf = ({ tags }) => tags.map(({ kind, text }) => `${kind}: ${text}`);
const refused = (source, options) => {
  try {
    read(source, options);
  } catch ({ code, row, args }) {
    return { code, row, args };
  }
  return null;
};

test('page → CSV → catalogue → CSV is equal, for every page', async () => {
  const pages = readdirSync(join(root, 'tests/pages'))
    .filter((name) => /\.(?:md|html)$/.test(name))
    .map((name) => join(root, 'tests/pages', name));
  for (const name of [...pages, join(root, 'data/formations.md')]) {
    const kind = name.endsWith('.md') ? 'markdown' : 'html';
    const { catalogue } = compiler.normalise(extractPage(readFileSync(name, 'utf8'), { kind }).raw);
    const csv = await toCsv(catalogue);
    const again = sheet.readSheet(Buffer.from(csv));
    const meaning = compiler.normalise(again.raw);
    assert.equal(await toCsv(meaning.catalogue), csv, name);
    assert.deepEqual(told(again), [], name);
    assert.deepEqual(sheet.disagreements(again, meaning.catalogue), [], name);
  }
});

test('the apostrophes before formulas go when our CSV is read back, and no other does', async () => {
  const texts = ['=1+1', '-1', 'a, =1', "l'œuvre", "'entre guillemets'", '- un\n- deux', 'a | -b'];
  const trainings = texts.map((text, i) => ({ id: `=${i}`, title: text, provider: text, description: text }));
  const { raw } = sheet.readSheet(Buffer.from(await toCsv({ trainings })));
  assert.deepEqual(
    raw.records.map(({ id, heading, description }) => [id, heading, description]),
    texts.map((text, i) => [`=${i}`, text, text]),
  );
  assert.equal(cells.rearmed("- a, '-b"), "- a, '-b", 'a cell that we have not written');
});

test('every encoding and separator of spreadsheets gives the same records', () => {
  const expected = read(csvText(kRows)).raw.records;
  assert.equal(expected[1].description, kRows[2][6]);
  for (const [name, encode] of Object.entries(kEncodings)) {
    for (const separator of [';', ',', '\t', '|']) {
      for (const end of ['\r\n', '\n', '\r']) {
        const { raw } = read(encode(csvText(kRows, separator, end)));
        assert.deepEqual(raw.records, expected, `${name}, ${JSON.stringify(separator)}, ${JSON.stringify(end)}`);
      }
    }
  }
  assert.deepEqual(read(`sep=,\n${csvText(kRows, ',')}`).raw.records, expected, 'sep= names it, and is no row');
});

test('a cell becomes a tag of its column’s kind, without a label', () => {
  const source = csvText([
    ['Intitulé', 'Fournisseur', 'Durée (h)', 'Licence', 'Lien de la licence', 'Langue', 'Thèmes', 'Niveau'],
    ['Titre (Beta)', 'Org', '2,5', 'MIT', 'https://exemple.fr/l', 'de | fr', 'RGAA, IA', 'débutant'],
  ]);
  const { raw } = read(source);
  assert.deepEqual(tagsOf(raw.records[0]), [
    'duration: 2,5 heures',
    'licence: MIT',
    'provider: Org',
    'language: de',
    'language: fr',
    'level: débutant',
    'theme: RGAA',
    'theme: IA',
  ]);
  const [training] = compiler.normalise(raw).catalogue.trainings;
  assert.deepEqual(
    [training.title, training.provider, training.durations[0].min, training.licence.id, training.languages],
    ['Titre (Beta)', 'Org', 150, 'MIT', ['de', 'fr']],
  );
});

test('minutes, hours, days and bounds are read in the unit of their column', () => {
  const words = (header, row) => {
    const [duration] = compiler.normalise(
      read(
        csvText([
          ['Titre', ...header],
          ['A', ...row],
        ]),
      ).raw,
    ).catalogue.trainings[0].durations;
    return [duration.min, duration.max];
  };
  assert.deepEqual(words(['Durée (min)'], ['90']), [90, 90]);
  assert.deepEqual(words(['Durée en heures'], ['1,5']), [90, 90]);
  assert.deepEqual(words(['Durée (jours)'], ['2']), [840, 840]);
  assert.deepEqual(words(['Durée (min)'], ['2 h']), [120, 120], 'a cell with its own unit');
  assert.deepEqual(words(['duree_min', 'duree_max'], ['30', '60']), [30, 60]);
  assert.deepEqual(words(['duree_min', 'duree_max'], ['30', '30']), [30, 30]);
  assert.deepEqual(words(['duree_min', 'duree_max'], ['30', '']), [30, undefined]);
  assert.deepEqual(words(['duree_min', 'duree_max'], ['', '60']), [0, 60]);
});

test('every name of a column says one fact, our own names too', () => {
  for (const [fact, known] of Object.entries(table.columns))
    for (const name of [...known, names[fact] ?? known[0]]) {
      assert.equal(columns.factOf(name), fact, name);
      assert.equal(columns.factOf(` ${name.toUpperCase().replaceAll(' ', '_')} *`), fact, name);
    }
  const written = Object.keys(names).filter((name) => !['yes', 'no'].includes(name));
  assert.deepEqual(
    written.filter((name) => !(name in table.columns)),
    [],
  );
});

test('rows above the header are passed over, and lines stay those of the sheet', () => {
  const { raw } = read(`Nos formations;;\r\n;;\r\n;Durée et licence;\r\n${rows(['Alpha', '2 h', 'MIT'])}`);
  assert.deepEqual(
    raw.records.map(({ heading, line }) => [heading, line]),
    [['Alpha', 5]],
  );
});

test('empty rows are no trainings', () => {
  const { raw } = read(`${rows(['Alpha', '', ''], ['', ' ', ''], ['Beta', '', ''])};;\r\n\r\n`);
  assert.deepEqual(
    raw.records.map(({ line }) => line),
    [2, 4],
  );
});

test('columns are taken by name or letter where --columns says so', () => {
  const source = csvText([
    ['Cours', 'Titre', 'Code'],
    ['Alpha', 'Chef', 'x'],
  ]);
  const heading = (wanted) => read(source, { columns: new Map(wanted) }).raw.records[0].heading;
  assert.equal(heading([]), 'Chef');
  assert.equal(heading([['title', 'cours']]), 'Alpha');
  assert.equal(heading([['title', 'A']]), 'Alpha');
  assert.deepEqual(refused(source, { columns: new Map([['title', 'Nom']]) }), {
    code: 'sheet-column-wanted',
    row: 1,
    args: { name: 'Nom', fact: 'titre', columns: 'Cours, Titre, Code' },
  });
});

test('two columns of one name, columns without a name and unknown ones are told, lists are joined', () => {
  const source = csvText([
    ['Titre', 'Titre', '', 'Mot-clé', 'Mot-clé', 'Notes', 'Vide'],
    ['Alpha', 'Beta', 'perdu', 'a', 'b', 'n', ''],
  ]);
  const found = read(source);
  assert.deepEqual(told(found), ['B1 sheet-column-repeated', 'C1 sheet-column-unnamed', 'F1 sheet-column-unknown']);
  assert.deepEqual(tagsOf(found.raw.records[0]), ['theme: a', 'theme: b']);
  assert.equal(found.diagnostics[2].args.columns, 'Notes');
});

test('a sheet without a title column is refused with the names that it has', () => {
  assert.deepEqual(refused('Durée;Prix\r\n2 h;0\r\n'), {
    code: 'sheet-no-title',
    row: 1,
    args: { columns: 'Durée, Prix' },
  });
});

test('cells past the header are told: a text holds the separator', () => {
  assert.deepEqual(told(read(rows(['Alpha', '2 h', 'MIT', 'perdu']))), ['D2 sheet-cells-beyond']);
});

test('quotes that do not close are told with their row, and the rows before them stay', () => {
  const found = read(`${rows(['Alpha', '2 h', 'MIT'])}Beta;"3 h;MIT\r\nGamma;;\r\n`);
  assert.deepEqual(told(found), ['A3 sheet-quote-open']);
  assert.equal(found.raw.records[0].heading, 'Alpha');
  assert.deepEqual(told(read('Titre;Description\r\nA;"b" c;d"\r\n'))[0], 'A2 sheet-quote-inside');
});

test('formulas, their errors and garbled letters are told with their cell', () => {
  const found = read(rows(['=HYPERLINK("a";"b")', '#REF!', 'Licence privÃ©e'], ['=B2', '', '']));
  assert.deepEqual(told(found), [
    'A2 sheet-formula',
    'B2 sheet-formula-failed',
    'C2 sheet-garbled',
    'A3 sheet-formula',
  ]);
  assert.equal(found.raw.records[0].heading, '=HYPERLINK("a";"b")', 'kept as written');
});

test('what is no sheet is refused with its reason', () => {
  const code = (source) => refused(source)?.code;
  assert.equal(code(Buffer.from('PK\x03\x04xl')), 'sheet-workbook');
  assert.equal(code(''), 'sheet-empty');
  assert.equal(code('\n \n'), 'sheet-empty');
  assert.equal(code(Buffer.from([0x54, 0x69, 0x8e, 0x81, 0x0a])), 'sheet-encoding', 'another encoding of one byte');
  assert.equal(code(Buffer.from([0x54, 0, 0x69, 0x0a, 0x41, 0x42, 0x43, 0x44])), 'sheet-encoding', 'zeros');
  assert.equal(code(`Titre${';'.repeat(20_000)}\r\n`), 'sheet-too-wide');
});

test('an id is kept; one that another row has is left aside and told', () => {
  const found = read(
    csvText([
      ['id', 'Titre'],
      ['x-1', 'Alpha'],
      ['x-1', 'Beta'],
      ['', 'Alpha'],
    ]),
  );
  assert.deepEqual(told(found), ['A3 sheet-duplicate-id']);
  const ids = compiler.normalise(found.raw).catalogue.trainings.map(({ id }) => id);
  assert.deepEqual(ids, ['x-1', 'beta', 'alpha']);
});

test('a cell that contradicts what it repeats is told', () => {
  const source = csvText([
    ['titre', 'duree', 'duree_min', 'licence', 'licence_texte', 'droit_libre'],
    ['Alpha', '2 heures', '60', 'CC-BY-4.0', 'CC BY-SA 4.0', ''],
    ['Beta', '2 heures', '120', 'CC-BY-4.0', 'CC BY 4.0', ''],
    ['Gamma', '', '', '', '', 'oui'],
  ]);
  const found = read(source);
  assert.deepEqual(told(found), ['F4 sheet-rights-alone']);
  const { catalogue } = compiler.normalise(found.raw);
  const disagreements = sheet.disagreements(found, catalogue);
  assert.deepEqual(told({ diagnostics: disagreements }), ['C2 sheet-cell-disagrees', 'D2 sheet-cell-disagrees']);
  assert.deepEqual(disagreements[0].args, { words: '60', read: '120', source: 'duree' });
});

test('100,000 rows are read, each once', () => {
  const source = `Titre;Durée\n${Array.from({ length: 100_000 }, (_, i) => `Formation ${i};2 h\n`).join('')}`;
  const { raw, diagnostics } = read(source);
  assert.equal(raw.records.length, 100_000);
  assert.deepEqual([raw.records.at(-1).heading, raw.records.at(-1).line], ['Formation 99999', 100_001]);
  assert.deepEqual(diagnostics, []);
});
