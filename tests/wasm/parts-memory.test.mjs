// SPDX-License-Identifier: MIT
// A catalogue is cut into parts one at a time: all parts of a large one do not fit in the memory of a wasm module.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryBytes, watchMemories } from '../bench/wasm-memory.mjs';
import { makeCatalogue } from '../oracle/generator.mjs';

watchMemories();
const { openCompiler } = await import('../../lib/compiler.js');
const compiler = await openCompiler();
const json = new TextEncoder().encode(JSON.stringify(makeCatalogue(3, 5000, { providers: 90, sentences: 40 })));

test('each part is given once, and together they are more than the memory that cutting takes', () => {
  const numbers = new Set();
  let bytesOfAll = 0;
  compiler.writeParts(json, (number, { length }) => {
    assert.ok(!numbers.has(number), `part ${number} twice`);
    numbers.add(number);
    bytesOfAll += length;
  });
  assert.equal(Math.max(...numbers), numbers.size - 1, 'no number is left out');
  assert.ok(memoryBytes() < bytesOfAll, `${memoryBytes()} bytes of memory for ${bytesOfAll} of parts`);
});

test('what the taker of parts throws goes on to the caller, and the next catalogue is cut', () => {
  const fault = new Error('disk full');
  const fail = () => {
    throw fault;
  };
  assert.throws(() => compiler.writeParts(json, fail), fault);
  let count = 0;
  compiler.writeParts(json, () => (count += 1));
  assert.ok(count > 5);
});
