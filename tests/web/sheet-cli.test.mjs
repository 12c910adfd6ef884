// SPDX-License-Identifier: MIT
// Spreadsheets on the command line: checked, exported, published, and the guide's own example.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { filesIn, goodPage, root, scratch } from './command-line.mjs';

const { folder, put, run, read } = scratch('sheet');
const kSheet =
  'Titre;Organisme;Durée;Licence;Lien\r\n' +
  'Alpha;Org;2 heures;CC BY 4.0;https://exemple.fr/a\r\n' +
  'Beta;Org;14h30 – 16h30;CC BY 4.0;https://exemple.fr/b\r\n';
put('liste.csv', kSheet);

test('a finding names the file, the row and the column of the sheet', () => {
  const { status, stdout } = run(['check', 'liste.csv']);
  assert.match(stdout, /^liste\.csv:3:C: erreur: «\s14h30 – 16h30\s» ressemble à un horaire/m);
  assert.equal(status, 1);
  const [finding] = JSON.parse(run(['check', '--format', 'json', 'liste.csv']).stdout).findings.filter(
    ({ severity }) => severity === 'error',
  );
  assert.deepEqual([finding.cell, finding.line, finding.column], ['C3', 3, 3]);
  assert.match(
    run(['check', '--format', 'github', 'liste.csv']).stdout,
    /^::error file=liste\.csv,line=3,col=3,.*::C3 : /m,
  );
  const { results } = JSON.parse(run(['check', '--format', 'sarif', 'liste.csv']).stdout).runs[0];
  assert.ok(results.some(({ message }) => message.text.startsWith('C3 : ')));
});

test('what a sheet lacks is told with the words of sheets', () => {
  put('maigre.csv', 'Titre\r\nAlpha\r\n');
  const { stdout } = run(['check', 'maigre.csv']);
  assert.match(stdout, /^maigre\.csv:2:A: conseil: .*colonne de la durée/m);
  assert.doesNotMatch(stdout, /étiquette/);
});

test('standard input is a sheet where --input says so', () => {
  const { stdout } = run(['export', '--input', 'csv', '-'], { input: kSheet });
  assert.equal(JSON.parse(stdout).trainings.length, 2);
});

test('a sheet that cannot be read ends with 1 and its reason', () => {
  put('prix.csv', 'Prix;Durée\r\n0;2 h\r\n');
  const { status, stdout } = run(['check', 'prix.csv']);
  assert.match(stdout, /^prix\.csv:1:A: erreur: aucune colonne ne donne le titre .*Prix, Durée/);
  assert.equal(status, 1);
  assert.equal(run(['export', 'prix.csv']).status, 1);
  assert.match(run(['check', '--columns', 'prix=Prix', 'prix.csv']).stderr, /--columns attend/);
});

test('a page and a sheet make one catalogue', () => {
  put('page.md', goodPage('Gamma'));
  const { trainings } = JSON.parse(run(['export', 'page.md', 'liste.csv']).stdout);
  assert.deepEqual(
    trainings.map(({ title }) => title),
    ['Gamma', 'Alpha', 'Beta'],
  );
});

test('`build` of a sheet writes a page that lists every training with a title, under its own id', () => {
  const rows = [
    ['id', 'Titre', 'Organisme', 'Niveau', 'Lien'],
    ['x-1', 'Alpha (bis)', 'Org', 'débutant', 'https://exemple.fr/a'],
    ['', '', 'Org', '', ''],
    ['x-3', 'Sans rien', '', '', ''],
  ];
  put('ids.csv', rows.map((row) => `${row.join(';')}\r\n`).join(''));
  const { status, stderr } = run(['build', 'ids.csv', '--title', 'Nos formations', '--out', 'ids']);
  assert.match(stderr, /^ids\.csv:3:B: erreur: cette ligne n’a pas de titre/m);
  assert.equal(status, 1);
  const catalogue = JSON.parse(read('ids/catalogue.json'));
  assert.deepEqual(
    catalogue.trainings.map(({ id, title, provider, levels }) => [id, title, provider, levels]),
    [
      ['x-1', 'Alpha (bis)', 'Org', ['Débutant']],
      ['x-3', 'Sans rien', undefined, undefined],
    ],
  );
  assert.equal(catalogue.title, 'Nos formations');
  const page = read('ids/index.html');
  assert.match(page, /<h1>Nos formations<\/h1>/);
  assert.deepEqual(
    [...page.matchAll(/<li data-id="([^"]*)"/g)].map(([, id]) => id),
    ['x-1', 'x-3'],
  );
});

test('an overlay kept as a sheet is the JSON that the element reads', () => {
  put(
    'retouches.csv',
    'id;masquer;épingler;inscription;inscription_texte;titre;themes;durée\r\n' +
      'alpha;oui;;;;;;\r\n' +
      'beta;;x;https://exemple.fr/i;S’inscrire ici;Bêta;a | b;\r\n' +
      ';;;;;Interne;;2 h\r\n',
  );
  const { status, stdout } = run(['export', '--format', 'overlay', '--title', 'Partenaire', 'retouches.csv']);
  assert.equal(status, 0);
  const overlay = JSON.parse(stdout);
  const [{ id, title, durations }] = overlay.add;
  assert.deepEqual(
    { ...overlay, add: [id, title, durations[0].min] },
    {
      title: 'Partenaire',
      hide: ['alpha'],
      relabel: { beta: { title: 'Bêta', themes: ['a', 'b'] } },
      registration: { beta: { url: 'https://exemple.fr/i', label: 'S’inscrire ici' } },
      add: ['interne', 'Interne', 120],
      pin: ['beta'],
    },
  );
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const schema = (name) => JSON.parse(readFileSync(join(root, `data/schema/${name}.schema.json`), 'utf8'));
  ajv.addSchema(schema('catalogue'), 'catalogue.schema.json');
  assert.ok(ajv.validate(schema('overlay'), overlay), ajv.errorsText());
  assert.match(run(['export', '--format', 'overlay', 'page.md']).stderr, /une seule feuille/);
});

test('the guide’s example runs: a sheet that is understood, a page that filters', () => {
  const guide = readFileSync(join(root, 'docs/spreadsheets.md'), 'utf8');
  const block = (language) => new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(guide)[1];
  put('formations.csv', block('csv'));
  const commands = block('sh').trim().split('\n');
  assert.equal(commands.length, 2);
  for (const command of commands) {
    const [npx, name, ...args] = command.match(/"[^"]*"|\S+/g).map((word) => word.replaceAll('"', ''));
    assert.deepEqual([npx, name], ['npx', 'catalogue-formations']);
    const { status, stdout, stderr } = run(args);
    assert.equal(status, 0, stderr);
    assert.doesNotMatch(stdout, /erreur|avertissement/);
  }
  const files = Object.keys(filesIn(join(folder, 'public')));
  for (const file of ['catalogue.css', 'catalogue.json', 'index.html']) assert.ok(files.includes(file), file);
});

test('what reads sheets never reaches a browser', () => {
  assert.doesNotMatch(readFileSync(join(root, 'dist/third-party.txt'), 'utf8'), /papaparse/i);
  const scripts = Object.entries(filesIn(join(root, 'dist'))).filter(([path]) => path.endsWith('.js'));
  for (const [path, text] of scripts) assert.doesNotMatch(text, /sheet-no-title|Papa/, path);
});
