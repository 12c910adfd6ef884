// SPDX-License-Identifier: MIT
// What other programs are promised: a Table Schema of the CSV, a list of courses, and no fact lost without a word.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import Papa from 'papaparse';
import lost from '../../data/tables/lost-facts.json' with { type: 'json' };
import { openCompiler } from '../../lib/compiler.js';
import { root, scratch } from './command-line.mjs';

const { put, run } = scratch('open-formats');
const json = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const schema = json('data/schema/formations.tableschema.json');
let compiler;
before(async () => {
  compiler = await openCompiler();
});

test('the Table Schema fits the standard, and refuses what the standard refuses', () => {
  const validate = addFormats(new Ajv2020({ allErrors: true })).compile(json('tests/web/table-schema.profile.json'));
  assert.ok(validate(schema), JSON.stringify(validate.errors));
  const [first, ...others] = schema.fields;
  const withField = (field) => ({ ...schema, fields: [{ ...first, ...field }, ...others] });
  for (const wrong of [
    { ...schema, version: '1' },
    withField({ type: 'text' }),
    withField({ name: '' }),
    withField({ constraints: { minimum: 1 } }),
  ])
    assert.ok(!validate(wrong), JSON.stringify(wrong).slice(0, 80));
});

/** A JSON Schema of one row, from the Table Schema. An empty cell is a missing value. */
const rowSchema = {
  type: 'object',
  additionalProperties: false,
  required: schema.fields.map(({ name }) => name),
  properties: Object.fromEntries(
    schema.fields.map(({ name, type, constraints = {} }) => {
      const { required = false, enum: values, pattern, minimum } = constraints;
      const patterns = { integer: '\\d+', date: '\\d{4}-\\d{2}-\\d{2}', string: pattern ?? '[\\s\\S]+' };
      const filled = { type: 'string', pattern: `^(?:${patterns[type]})$`, ...(values && { enum: values }) };
      assert.ok(minimum === undefined || minimum === 0, 'digits alone are 0 or more');
      return [name, required ? filled : { anyOf: [{ const: '' }, filled] }];
    }),
  ),
};

test('every row that `export --format csv` writes fits the Table Schema, with its columns in their order', () => {
  const validate = new Ajv2020({ allErrors: true }).compile(rowSchema);
  put(
    'jour.md',
    `---\nverifiee: 2026-03-03\n---\n## A (Org)\n\n<span class="fr-tag">Durée : 2 h</span> <span class="fr-tag">Langues : français, anglais</span>\n`,
  );
  const pages = ['data/formations.md', 'tests/pages/seed.md', 'tests/golden/nine.catalogue.json'];
  for (const page of [...pages.map((path) => join(root, path)), 'jour.md']) {
    const csv = run(['export', '--format', 'csv', page]).stdout.replace('\uFEFF', '');
    const { data, meta } = Papa.parse(csv.trimEnd(), { header: true, delimiter: ';' });
    assert.deepEqual(
      meta.fields,
      schema.fields.map(({ name }) => name),
    );
    for (const row of data) assert.ok(validate(row), `${page}: ${JSON.stringify(validate.errors)}`);
    const ids = data.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  }
  assert.ok(
    !validate({
      ...Object.fromEntries(schema.fields.map(({ name }) => [name, ''])),
      id: 'a',
      titre: 'A',
      duree_min: '-1',
    }),
  );
});

test('the list of courses has what search engines ask of one', () => {
  const trainings = [
    {
      id: 'a',
      title: 'A',
      provider: 'Org',
      checked: '2026-03-03',
      modalities: ['en-ligne'],
      durations: [{ min: 60, max: 60, text: '1 h' }],
    },
  ];
  const list = JSON.parse(compiler.exportCatalogue({ url: 'https://exemple.fr/', trainings }, 'jsonld'));
  const [{ position, item }] = list.itemListElement;
  assert.deepEqual([list['@type'], list.numberOfItems, position, item['@type']], ['ItemList', 1, 1, 'Course']);
  assert.deepEqual(
    [item.name, item.description, item.provider.name, item['@id']],
    ['A', 'A', 'Org', 'https://exemple.fr/#a'],
  );
  assert.deepEqual(item.offers, { '@type': 'Offer', category: 'Free', price: 0, priceCurrency: 'EUR' });
  assert.deepEqual(item.hasCourseInstance, [
    { '@type': 'CourseInstance', courseMode: 'online', courseWorkload: 'PT1H' },
  ]);
  assert.deepEqual([item.dateModified, item.isAccessibleForFree], ['2026-03-03', true]);
  const paid = compiler.exportCatalogue({ trainings }, 'jsonld', { isFree: false });
  assert.doesNotMatch(paid, /offers|isAccessibleForFree/);
});

/** A training whose texts name their member. */
const kMarked = {
  id: 'marque-id',
  title: 'Marque title',
  provider: 'Marque provider',
  url: 'https://exemple.fr/marque-url',
  description: 'Marque description',
  checked: '2026-03-03',
  licence: { text: 'Marque licence.text', jurisdiction: 'zz' },
  themes: ['Marque themes'],
  levels: ['Marque levels'],
  audiences: ['Marque audiences'],
  certifications: ['Marque certifications'],
  accessibility: ['Marque accessibility'],
  words: ['Marque levels', 'Marque audiences', 'Marque certifications', 'Marque accessibility', 'Marque words'],
  source: 'Marque source',
  registration: 'https://exemple.fr/marque-registration',
  registrationLabel: 'Marque registrationLabel',
};

test('what the table says a format loses is not in it, and the rest is', () => {
  put('marque.json', JSON.stringify({ title: 'T', url: 'https://exemple.fr/', trainings: [kMarked] }));
  const marks = Object.entries({ ...kMarked, 'licence.text': kMarked.licence.text }).flatMap(([member, value]) => {
    const words = Array.isArray(value) ? value.at(-1) : value;
    return typeof words === 'string' && /marque/i.test(words) ? [[member, words]] : [];
  });
  assert.ok(marks.length > 12);
  for (const format of ['csv', 'jsonld', 'atom', 'html']) {
    const { stdout } = run(['export', '--format', format, 'marque.json']);
    const said = marks.filter(([, words]) => stdout.includes(words)).map(([member]) => member);
    assert.deepEqual(
      said,
      marks.map(([member]) => member).filter((member) => !(member in lost[format])),
      format,
    );
  }
});

test('`export --explain` lists each lost fact, and nothing where none is', () => {
  put('marque.json', JSON.stringify({ title: 'T', url: 'https://exemple.fr/', trainings: [kMarked] }));
  const { stdout, status } = run(['export', '--explain', '--format', 'jsonld', 'marque.json']);
  assert.match(
    stdout,
    /^marque-id : licence\.text : Marque licence\.text \(schema\.org veut un nom ou une adresse\)$/m,
  );
  assert.match(stdout, /^marque-id : source : Marque source \(/m);
  assert.equal(status, 0);
  assert.equal(
    run(['export', '--explain', '--format', 'json', 'marque.json']).stdout,
    'json : aucun fait de ces formations ne se perd\n',
  );
});
