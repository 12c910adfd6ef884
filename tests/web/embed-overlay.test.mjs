// SPDX-License-Identifier: MIT
// Several catalogues become one by a written rule, and an overlay changes it without touching its source.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { openCatalogue } from '../../lib/core.js';
import { importTypeScript } from './import-typescript.mjs';

const { mergeCatalogues } = await importTypeScript('web/element/merge.ts');
const { applyOverlay } = await importTypeScript('web/element/overlay.ts');
const { combine } = await importTypeScript('web/element/sources.ts');
const open = (json) => openCatalogue(json);

const state = {
  title: 'État',
  updated: '2026-01-01',
  trainings: [
    { id: 'inr', title: 'MOOC Numérique Responsable', provider: 'INR', url: 'https://www.academie-nr.org/' },
    {
      id: 'inria',
      title: 'Impacts',
      provider: 'INRIA',
      url: 'https://fun.example/cours?id=3',
      description: 'The first words.',
    },
  ],
};
const partner = {
  title: 'Région',
  updated: '2026-03-01',
  trainings: [
    { id: 'x', title: 'Le MOOC', url: 'http://academie-nr.org/?utm_source=region#top', description: 'A description.' },
    { id: 'inria', title: 'Atelier', provider: 'Région', url: 'https://region.example/atelier' },
  ],
};

test('trainings that lead to one page are one, in the words of the catalogue listed first', () => {
  const { trainings } = mergeCatalogues([state, partner]);
  assert.deepEqual(
    trainings.map(({ id, title, source }) => [id, title, source]),
    [
      ['inr', 'MOOC Numérique Responsable', 'État · Région'],
      ['inria', 'Impacts', 'État'],
      ['inria-2', 'Atelier', 'Région'],
    ],
  );
});

test('a later catalogue only fills what the first leaves out', () => {
  const [first] = mergeCatalogues([state, partner]).trainings;
  assert.equal(first.description, 'A description.');
  assert.equal(first.url, 'https://www.academie-nr.org/');
});

test('the order of the sources decides, and the newest date is kept', () => {
  const merged = mergeCatalogues([partner, state]);
  assert.equal(merged.title, 'Région');
  assert.equal(merged.updated, '2026-03-01');
  assert.equal(merged.trainings[0].title, 'Le MOOC');
});

test('without a link, the same words without accents and case are the same training', () => {
  const words = (title, url) => ({
    title: title,
    trainings: [{ id: title, title, provider: 'Éco-École', ...(url ? { url } : {}) }],
  });
  assert.equal(
    mergeCatalogues([words('Éco conception'), words('ECO-CONCEPTION', 'https://a.example/')]).trainings.length,
    1,
  );
  assert.equal(
    mergeCatalogues([words('A', 'https://a.example/'), words('A', 'https://b.example/')]).trainings.length,
    2,
  );
});

test('an id that comes again and again is looked up a few times for each training', () => {
  const count = 5000;
  const trainings = Array.from({ length: count }, (_, i) => ({ id: i === 7 ? 'a-3' : 'a', title: `T ${i}` }));
  const { has } = Map.prototype;
  let looks = 0;
  Map.prototype.has = function counted(key) {
    looks += 1;
    return has.call(this, key);
  };
  let merged;
  try {
    merged = mergeCatalogues([{ trainings: [] }, { trainings }]);
  } finally {
    Map.prototype.has = has;
  }
  assert.ok(looks < 10 * count, `${looks} looks`);
  const ids = merged.trainings.map(({ id }) => id);
  assert.equal(new Set(ids).size, count);
  assert.deepEqual(ids.slice(0, 9), ['a', 'a-2', 'a-3', 'a-4', 'a-5', 'a-6', 'a-7', 'a-3-2', 'a-8']);
});

test('merging leaves its sources as they were', () => {
  const before = JSON.stringify([state, partner]);
  mergeCatalogues([state, partner]);
  assert.equal(JSON.stringify([state, partner]), before);
});

const base = 'https://region.example/data/overlay.json';
const { trainings } = mergeCatalogues([state]);
const apply = (overlay) => applyOverlay(trainings, overlay, base, open);

test('an overlay hides, relabels, links, adds and pins', async () => {
  const { trainings: result, issues } = await apply({
    title: 'Région',
    hide: ['inr'],
    relabel: { inria: { title: 'Mesurer les impacts', levels: ['Avancé'], audiences: ['Agents de la Région'] } },
    registration: { inria: { url: '/inscription', label: 'S’inscrire' } },
    add: [{ id: 'atelier', title: 'Atelier', url: 'atelier.html' }],
    pin: ['atelier'],
  });
  assert.deepEqual(issues, []);
  assert.deepEqual(result, [
    { id: 'atelier', title: 'Atelier', url: 'https://region.example/data/atelier.html', source: 'Région' },
    {
      ...trainings[1],
      title: 'Mesurer les impacts',
      levels: ['Avancé'],
      audiences: ['Agents de la Région'],
      registration: 'https://region.example/inscription',
      registrationLabel: 'S’inscrire',
    },
  ]);
});

test('each error of an overlay is told by its place, and the rest applies', async () => {
  const { trainings: result, issues } = await apply({
    hide: ['nobody', 3],
    pin: 'inr',
    relabel: { inria: { title: 'New', durations: [] }, 'a/b': {} },
    registration: { inr: { url: 'javascript:alert(1)' }, inria: 'x' },
    add: [{ id: 'inr', title: 'Twice' }, null],
    colour: 'red',
  });
  assert.deepEqual(issues.map(({ code, where }) => `${code} ${where}`).sort(), [
    'duplicate /add/0/id',
    'link /registration/inr/url',
    'shape /add/1',
    'shape /colour',
    'shape /hide/1',
    'shape /pin',
    'shape /registration/inria',
    'shape /relabel/inria/durations',
    'unknown-training /hide/0',
    'unknown-training /relabel/a~1b',
  ]);
  assert.deepEqual(
    result.map(({ title }) => title),
    ['MOOC Numérique Responsable', 'New'],
  );
});

test('what is no overlay at all changes nothing', async () => {
  for (const overlay of [null, 3, 'x', []]) {
    const { trainings: result, issues } = await apply(overlay);
    assert.deepEqual(result, trainings);
    assert.deepEqual(issues, [{ code: 'shape', where: '' }]);
  }
});

test('an overlay names its additions only by its own title', async () => {
  const added = { id: 'a', title: 'A', source: 'Ministère', registration: 'javascript:alert(1)' };
  const untitled = await apply({ add: [added] });
  assert.equal(untitled.trainings.at(-1).source, undefined);
  assert.equal(untitled.trainings.at(-1).registration, '');
  assert.deepEqual(untitled.issues, [{ code: 'link', where: '/add/0/registration' }]);
  assert.equal((await apply({ title: 'Région', add: [added] })).trainings.at(-1).source, 'Région');
  assert.deepEqual((await apply({ title: 3, add: [{ id: 'a', title: 'A' }] })).issues, [
    { code: 'shape', where: '/title' },
  ]);
});

test('members that every object inherits are unknown members of an overlay', async () => {
  const { issues } = await apply(
    JSON.parse(
      '{"toString":1,"__proto__":{"hide":["inr"]},"constructor":2,"relabel":{"__proto__":{},"inr":{"__proto__":{},"valueOf":"x"}},"registration":{"inr":{"url":"/x","target":"_top"}}}',
    ),
  );
  assert.deepEqual(issues.map(({ code, where }) => `${code} ${where}`).sort(), [
    'shape /__proto__',
    'shape /constructor',
    'shape /registration/inr/target',
    'shape /relabel/inr/__proto__',
    'shape /relabel/inr/valueOf',
    'shape /toString',
    'unknown-training /relabel/__proto__',
  ]);
});

/** Each value that the core refuses, in a training or beside them, and the pointer that tells it. */
const kWrong = {
  '/provider': { provider: 1 },
  '/url': { url: ['https://a.example/'] },
  '/description': { description: {} },
  '/themes': { themes: 'climat' },
  '/themes/1': { themes: ['climat', 3] },
  '/durations': { durations: 60 },
  '/durations/0': { durations: [{ max: 3 }] },
  '/durations/0/max': { durations: [{ min: 3, max: -1 }] },
  '/licence': { licence: 'CC-BY-4.0' },
  '/licence/id': { licence: { id: true } },
  '/modalities/0': { modalities: [null, 1] },
  '/languages': { languages: 'fr' },
  '/levels': { levels: 'Débutant' },
  '/accessibility/0': { accessibility: [3] },
  '/source': { source: 7 },
  '': { title: 'x'.repeat(70_000) },
};

const fileOf = (data, url = 'https://a.example/catalogue.json') => ({
  status: 'fulfilled',
  value: { bytes: new TextEncoder().encode(JSON.stringify(data)).buffer, type: 'application/json', url },
});
const kSettings = { src: '', overlay: '', only: '', language: 'fr' };

/** What the core opens of `sources` and `overlay`, and the notices. */
async function combined(sources, overlay) {
  const laid = overlay && fileOf(overlay, base);
  const { json, notices } = await combine(
    { ...kSettings, overlay: overlay ? base : '' },
    sources.map((data) => fileOf(data)),
    laid,
    open,
  );
  const catalogue = await openCatalogue(json);
  const { ids } = catalogue.query('', { pageSize: 1000 });
  catalogue.close();
  return { ids, told: notices.map(({ code, detail }) => `${code} ${detail}`) };
}

for (const [where, members] of Object.entries(kWrong)) {
  test(`a wrong value at ${where} of a second source costs that training alone, told by its JSON Pointer`, async () => {
    const second = {
      title: 'Région',
      trainings: [
        { id: 'a', title: 'A' },
        { id: 'b', title: 'B', ...members },
        { id: 'c', title: 'C' },
      ],
    };
    const { ids, told } = await combined([state, second]);
    assert.deepEqual(ids, ['inr', 'inria', 'a', 'c']);
    assert.equal(told.length, 1);
    assert.match(told[0], new RegExp(`^source /trainings/1${where} \\([a-z-]+\\)$`));
  });
}

test('a wrong value in an overlay costs that value alone, told by its JSON Pointer', async () => {
  const overlay = {
    relabel: {
      inr: { provider: 1, title: 'Renommé', description: null },
      inria: { themes: ['a', 2], title: '', url: 3 },
    },
    registration: { inr: { url: '/x', label: [] } },
    add: [
      { id: 'a', title: 'A', durations: 3 },
      { id: 'b', title: 'B' },
      { id: 'b', title: 'B again' },
      { id: 4, title: 'C' },
    ],
  };
  const { ids, told } = await combined([state], overlay);
  assert.deepEqual(ids, ['inr', 'inria', 'b']);
  assert.deepEqual(told.sort(), [
    'overlay /add/0/durations (wrong-type)',
    'overlay /add/2/id (duplicate-id)',
    'overlay /add/3/id (wrong-type)',
    'overlay /registration/inr/label (wrong-type)',
    'overlay /relabel/inr/provider (wrong-type)',
    'overlay /relabel/inria/themes/1 (wrong-type)',
    'overlay /relabel/inria/title (missing-member)',
    'overlay /relabel/inria/url (link)',
  ]);
});

test('wrong members beside the trainings are left aside, nothing else is', async () => {
  const { ids, told } = await combined([{ ...state, title: 3, updated: ['2026'], url: {} }, partner]);
  assert.equal(ids.length, 3);
  assert.deepEqual(told.sort(), [
    'source /title (wrong-type)',
    'source /updated (wrong-type)',
    'source /url (wrong-type)',
  ]);
});

test('null is no value, in a source as in the core', async () => {
  const empty = { id: 'a', title: 'A', provider: null, url: null, themes: null, durations: null, licence: null };
  const { ids, told } = await combined([state, { title: null, updated: null, trainings: [empty, null, 7, []] }]);
  assert.deepEqual(ids, ['inr', 'inria', 'a']);
  assert.deepEqual(
    told,
    [1, 2, 3].map((index) => `source /trainings/${index} (wrong-type)`),
  );
});

test('a source of nothing but faults costs time in proportion, and a bounded number of words', async () => {
  const many = Array.from({ length: 20_000 }, (_, i) => ({
    id: i % 2 ? 'same' : `t${i}`,
    title: `T ${i}`,
    provider: i % 4 ? 'P' : 1,
  }));
  const { ids, told } = await combined([state, { title: 'R', trainings: many }]);
  assert.ok(ids.includes('t2') && !ids.includes('t4'));
  assert.equal(told.length, 21);
  assert.equal(told.at(-1), 'source + 14979');
});

test('deep nesting in a member that nobody reads costs that training alone', async () => {
  const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
  const text = `{"title":"R","trainings":[{"id":"a","title":"A"},{"id":"b","title":"B","deep":${'['.repeat(50_000)}${']'.repeat(50_000)}}]}`;
  assert.ok(Array.isArray(deep));
  const file = { status: 'fulfilled', value: { bytes: new TextEncoder().encode(text).buffer, type: '', url: base } };
  const { json, notices } = await combine(kSettings, [fileOf(state), file], undefined, open);
  assert.match(new TextDecoder().decode(json), /"id":"a"/);
  assert.deepEqual(
    notices.map(({ detail }) => detail),
    ['/trainings/1 (too-deep)'],
  );
});

test('ids of two sources that differ in halves of surrogate pairs alone stay two trainings', async () => {
  const sources = ['\ud800', '\udbff'].map((id, i) => ({ title: `R ${i}`, trainings: [{ id, title: `T ${i}` }] }));
  const { ids, told } = await combined([state, ...sources]);
  assert.deepEqual(ids, ['inr', 'inria', '\ufffd', '\ufffd-2']);
  assert.deepEqual(told, []);
});

test('the schema takes the overlay of the guide and refuses an unknown member', () => {
  const ajv = new Ajv2020({ strict: true });
  addFormats(ajv);
  const validate = ajv.compile(
    JSON.parse(readFileSync(new URL('../../data/schema/overlay.schema.json', import.meta.url), 'utf8')),
  );
  assert.ok(
    validate({
      title: 'R',
      hide: ['a'],
      pin: ['b'],
      relabel: { a: { title: 'T' } },
      registration: { a: { url: '/x' } },
      add: [{ id: 'c', title: 'C' }],
    }),
  );
  assert.ok(!validate({ colour: 'red' }));
  assert.ok(!validate({ relabel: { a: { durations: [] } } }));
});
