// SPDX-License-Identifier: MIT
// The compact file through the built modules: written by the compiler, opened by the core.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CompileError, openCompiler } from '../../lib/compiler.js';
import { CatalogueError, openCatalogue } from '../../lib/core.js';
import { makeCatalogue, makeSelection, writeSelection } from '../oracle/generator.mjs';
import { randomFrom } from '../oracle/random.mjs';

const compiler = await openCompiler();
const bytesOf = (catalogue) => new TextEncoder().encode(JSON.stringify(catalogue));
const nine = new Uint8Array(readFileSync(new URL('../golden/nine.catalogue.json', import.meta.url)));

const codeOf = async (bytes) => {
  const error = await openCatalogue(bytes).then(
    () => assert.fail('accepted'),
    (reason) => reason,
  );
  assert.ok(error instanceof CatalogueError);
  return error.code;
};

test('a compact file gives every answer of its JSON, HTML included, in both languages', async () => {
  for (const size of [0, 1, 9, 70, 400]) {
    const made = makeCatalogue(size + 5, size);
    const json = bytesOf(made);
    const { file, trainings } = compiler.compact(json);
    assert.equal(trainings, size);
    assert.ok(file.length < json.length + 4096, `${file.length} bytes from ${json.length}`);
    const random = randomFrom(size);
    const queries = [
      '',
      ...Array.from({ length: 40 }, () => writeSelection(makeSelection(random, made, { text: 0.3 }))),
    ];
    for (const lang of ['fr', 'en']) {
      const [fromJson, fromCompact] = [await openCatalogue(json, { lang }), await openCatalogue(file, { lang })];
      for (const query of queries)
        assert.deepEqual(fromCompact.query(query, { html: true }), fromJson.query(query, { html: true }), query);
      assert.deepEqual(
        [fromCompact.title, fromCompact.updated, fromCompact.url],
        [fromJson.title, fromJson.updated, fromJson.url],
      );
      fromJson.close();
      fromCompact.close();
    }
  }
});

test('a compact file that is cut or changed is refused, and opens nothing', async () => {
  const { file } = compiler.compact(nine);
  for (let size = 8; size < file.length; size += 101) assert.equal(await codeOf(file.slice(0, size)), 'damaged-file');
  for (let at = 8; at < file.length; at += 37) {
    const changed = file.slice();
    changed[at] ^= 4;
    assert.equal(await codeOf(changed), 'damaged-file', `byte ${at}`);
  }
  const later = file.slice();
  later[7] += 1;
  assert.equal(await codeOf(later), 'unknown-version');
});

test('a catalogue that is refused gives no compact file, and its place', () => {
  const refused = bytesOf({ trainings: [{ id: 'a', title: 'A', durations: [{ min: -1, max: 2 }] }] });
  assert.throws(
    () => compiler.compact(refused),
    (error) =>
      error instanceof CompileError && error.code === 'bad-minutes' && error.where === '/trainings/0/durations/0/min',
  );
});
