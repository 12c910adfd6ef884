// SPDX-License-Identifier: MIT
// Several catalogues become one by a written rule, and an overlay changes it without touching its source.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { importTypeScript } from './import-typescript.mjs';

const { mergeCatalogues } = await importTypeScript('web/element/merge.ts');
const { applyOverlay } = await importTypeScript('web/element/overlay.ts');

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

test('merging leaves its sources as they were', () => {
  const before = JSON.stringify([state, partner]);
  mergeCatalogues([state, partner]);
  assert.equal(JSON.stringify([state, partner]), before);
});

const base = 'https://region.example/data/overlay.json';
const { trainings } = mergeCatalogues([state]);
const apply = (overlay) => applyOverlay(trainings, overlay, base);

test('an overlay hides, relabels, links, adds and pins', () => {
  const { trainings: result, issues } = apply({
    title: 'Région',
    hide: ['inr'],
    relabel: { inria: { title: 'Mesurer les impacts' } },
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
      registration: 'https://region.example/inscription',
      registrationLabel: 'S’inscrire',
    },
  ]);
});

test('each error of an overlay is told by its place, and the rest applies', () => {
  const { trainings: result, issues } = apply({
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

test('what is no overlay at all changes nothing', () => {
  for (const overlay of [null, 3, 'x', []]) {
    const { trainings: result, issues } = apply(overlay);
    assert.deepEqual(result, trainings);
    assert.deepEqual(issues, [{ code: 'shape', where: '' }]);
  }
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
