// SPDX-License-Identifier: MIT
// A trap of the engine, which only a bug can cause, gives one clear error. The next catalogue gets a fresh engine.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const nine = readFileSync(new URL('../golden/nine.catalogue.json', import.meta.url));

/** (module (func (export "t") unreachable)) */
const kTrap = Uint8Array.of(
  0,
  97,
  115,
  109,
  1,
  0,
  0,
  0,
  1,
  4,
  1,
  96,
  0,
  0,
  3,
  2,
  1,
  0,
  7,
  5,
  1,
  1,
  116,
  0,
  0,
  10,
  5,
  1,
  3,
  0,
  0,
  11,
);
const { t: trap } = new WebAssembly.Instance(new WebAssembly.Module(kTrap)).exports;

let trapping = '';
let started = 0;
const instantiate = WebAssembly.instantiate;
WebAssembly.instantiate = async (...given) => {
  const { instance } = await instantiate(...given);
  started += 1;
  const calls = Object.entries(instance.exports).map(([name, value]) =>
    value instanceof Function ? [name, (...sent) => (name === trapping ? trap() : value(...sent))] : [name, value],
  );
  return { instance: { exports: Object.fromEntries(calls) } };
};
const { openCatalogue } = await import('../../lib/core.js');

const kStopped = { name: 'CatalogueError', code: 'engine-failed', message: /^Le moteur de recherche s’est arrêté/ };

test('a query that traps is told, and so is every question to the catalogues of that engine', async () => {
  const [first, second] = [await openCatalogue(nine), await openCatalogue(nine)];
  trapping = 'query';
  assert.throws(() => first.query('droit=partage'), kStopped);
  trapping = '';
  assert.throws(() => first.query(''), kStopped);
  assert.throws(() => second.query(''), kStopped);
  await assert.rejects(second.prepareText(), { code: 'engine-failed' });
  first.close();
  second.close();
});

test('the next catalogue is opened in a fresh engine', async () => {
  const before = started;
  const catalogue = await openCatalogue(nine);
  assert.equal(started, before + 1);
  assert.equal(catalogue.query('').total, 9);
  catalogue.close();
});

for (const call of ['open', 'read', 'input', 'describe']) {
  test(`a catalogue whose "${call}" traps is refused, and the next one is opened`, async () => {
    trapping = call;
    await assert.rejects(openCatalogue(nine), { code: 'engine-failed' });
    trapping = '';
    assert.equal((await openCatalogue(nine)).query('').total, 9);
  });
}
