// SPDX-License-Identifier: MIT
// Trainings as the engine gives them to TypeScript: all their members of catalogue.json, and their rights.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';
import { importTypeScript } from './import-typescript.mjs';

const kTraining = {
  id: 'mooc',
  title: 'MOOC "Numérique" \\ \u0001\n',
  provider: 'INR',
  url: 'https://f.example/?a=1&b=2',
  description: 'Deux\tmodules',
  source: 'A · B',
  registration: 'https://f.example/r',
  registrationLabel: "S'inscrire",
  durations: [
    { min: 0, max: 30, basis: 'stated', text: '30 minutes' },
    { span: 8640, text: '6 jours' },
    { min: 120, text: '2 h et plus' },
    { min: 240, max: 300, approx: true, basis: 'computed' },
  ],
  licence: { id: 'CC-BY-NC-4.0', url: 'https://c.example/', jurisdiction: 'fr', text: 'CC BY-NC' },
  modalities: ['en-ligne'],
  languages: ['fr', 'en'],
  themes: ['Écoconception', 'Achats'],
};
const kRights = { commercial: false, modification: true, partage: true, libre: false };

let engine;
let trainingsOf;
before(async () => {
  const { Engine } = await importTypeScript('web/core/engine.ts');
  engine = new Engine(() => readFile(new URL('../../lib/catalogue-runtime.wasm', import.meta.url)));
  ({ trainingsOf } = await importTypeScript('web/core/trainings.ts'));
});

const encode = (trainings) => new TextEncoder().encode(JSON.stringify({ trainings }));

async function given(bytes, query = '') {
  const catalogue = await engine.open(bytes, 'fr');
  const trainings = await trainingsOf(catalogue, query);
  catalogue.close();
  return trainings;
}

/** The training that the engine gives, for one with this licence. */
async function withLicence(licence) {
  const [training] = await given(encode([{ id: 'a', title: 'A', licence }]));
  return training;
}

test('a training comes with every member as it was read', async () => {
  assert.deepEqual(await given(encode([kTraining, { id: 'b', title: 'B' }])), [
    { ...kTraining, rights: kRights },
    { id: 'b', title: 'B' },
  ]);
});

test('what is unknown or empty is left out', async () => {
  const empty = { id: 'a', title: 'A', durations: [], licence: {}, themes: [], provider: '' };
  assert.deepEqual(await given(encode([empty])), [{ id: 'a', title: 'A' }]);
});

test('all pages of a selection come, in its order', async () => {
  const titles = Array.from({ length: 2100 }, (_, i) => `Titre ${String(i).padStart(4, '0')}`);
  const trainings = titles.map((title, i) => ({ id: `t-${i}`, title })).reverse();
  const sorted = await given(encode(trainings), 'tri=titre&page=2');
  assert.deepEqual(
    sorted.map(({ title }) => title),
    titles,
  );
});

test('a family and an ambiguous licence tell the rights that are sure, and an unlisted licence none', async () => {
  const family = await withLicence({ family: 'CC-BY-SA' });
  assert.deepEqual(family.licence, { family: 'CC-BY-SA' });
  assert.equal(family.rights.libre, true);
  const ambiguous = await withLicence({ rights: ['partage'] });
  assert.deepEqual(ambiguous.licence, { rights: ['partage'] });
  assert.deepEqual(ambiguous.rights, { partage: true });
  const reserved = await withLicence({ id: 'LicenseRef-all-rights-reserved' });
  assert.deepEqual(reserved.rights, { commercial: false, modification: false, partage: false, libre: false });
  assert.equal((await withLicence({ id: 'LicenseRef-mine' })).rights, undefined);
});
