// SPDX-License-Identifier: MIT
// Two catalogues and an overlay of any shape: what can be shown is one catalogue that the core opens, and what is left
// aside is told.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openCatalogue } from '../../../lib/core.js';
import { importTypeScript } from '../../web/import-typescript.mjs';
import { fuzzLoop } from './lib/fuzz-loop.mjs';
import { mutateValue } from './lib/mutate-value.mjs';

const { combine } = await importTypeScript('web/element/sources.ts');

const golden = (name) =>
  JSON.parse(readFileSync(new URL(`../../golden/${name}.catalogue.json`, import.meta.url), 'utf8'));
const seeds = ['nine', 'hostile', 'merged'].map(golden);
const overlays = [
  {
    title: 'Partenaire',
    hide: ['a'],
    pin: ['mooc-numerique-responsable'],
    relabel: { a: { title: 'A', themes: ['b'] } },
  },
  {
    registration: { 'mooc-numerique-responsable': { url: '/inscription', label: 'S’inscrire' } },
    add: [{ id: 'b', title: 'B', url: 'b/', durations: [{ min: 30, max: 30 }] }],
  },
];
const settings = { src: '/a.json', overlay: '/o.json', only: '', language: 'fr' };

const file = (value, url) => ({
  status: 'fulfilled',
  value: { bytes: new TextEncoder().encode(JSON.stringify(value) ?? ''), url, type: 'application/json' },
});

async function check({ first, second, overlay }) {
  const sources = [file(first, 'https://a.example/a.json'), file(second, 'https://b.example/b.json')];
  let combined;
  try {
    combined = await combine(settings, sources, file(overlay, 'https://c.example/o.json'), openCatalogue);
  } catch (error) {
    assert.equal(error.name, 'LoadFailure', error.stack);
    return;
  }
  for (const notice of combined.notices) assert.ok(notice.code && notice.message);
  const opened = await openCatalogue(combined.json);
  assert.equal(opened.size, JSON.parse(new TextDecoder().decode(combined.json)).trainings.length);
  opened.close();
}

export function run(bounds) {
  const make = (chance) => {
    const mutated = (value) => (chance.below(5) < 3 ? mutateValue(chance, value) : value);
    return {
      first: mutated(chance.pick(seeds)),
      second: mutated(chance.pick(seeds)),
      overlay: mutated(chance.pick(overlays)),
    };
  };
  return fuzzLoop(bounds, make, check);
}
