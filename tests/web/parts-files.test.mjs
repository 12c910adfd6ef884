// SPDX-License-Identifier: MIT
// The files of a catalogue in parts: what docs/parts.md says, read back by code that shares nothing with the writer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeCatalogue } from '../oracle/generator.mjs';
import { filesOfParts, partsOf } from './cut-parts.mjs';
import { hex, pathIn, readIndex, readParts } from './read-parts.mjs';

const { openCompiler } = await import('../../lib/compiler.js');
const compiler = await openCompiler();

const cut = (size, shape) => partsOf(compiler, makeCatalogue(1, size, shape));
const small = cut(40);
const large = cut(2500, { providers: 300, themes: 60, sentences: 6 });

const indexOf = (files) => files.get('catalogue.parts');
const hashesOf = (parts) => parts.map(hex);

/** Reads parts back from their files; `opened` gets the paths that were read. */
const back = (files, opened = new Set()) =>
  readParts(indexOf(files), (path) => {
    if (files.has(path)) opened.add(path);
    return files.get(path);
  });

test('a small catalogue is one file', () => {
  const files = filesOfParts(small);
  assert.deepEqual([...files.keys()], ['catalogue.parts']);
  assert.deepEqual(hashesOf(back(files)), hashesOf(small));
});

test('a catalogue without a training is one file', () => {
  const files = filesOfParts(cut(0));
  assert.deepEqual([...files.keys()], ['catalogue.parts']);
});

test('a large one has a file for each part that the index does not hold, and no other', () => {
  const files = filesOfParts(large);
  const opened = new Set();
  assert.deepEqual(hashesOf(back(files, opened)), hashesOf(large));
  opened.add('catalogue.parts');
  assert.deepEqual([...opened].sort(), [...files.keys()].sort());
});

test('the index holds the head and the first block', () => {
  const { count, inlined } = readIndex(indexOf(filesOfParts(large)));
  assert.equal(count, large.length);
  assert.deepEqual([...inlined.keys()], [0, 5]);
});

test('one byte of any part changes the root, and with it the folder', () => {
  const { root } = readIndex(indexOf(filesOfParts(large)));
  for (const number of [0, 1, large.length - 1]) {
    const changed = large.with(number, Buffer.from(large[number]));
    changed[number][0] ^= 1;
    const files = filesOfParts(changed);
    assert.notEqual(readIndex(indexOf(files)).root, root);
    assert.ok(!files.has(pathIn(indexOf(filesOfParts(large)), 1)));
  }
});

test('a catalogue of any number of parts has its branches', () => {
  for (let count = 1; count <= 17; count += 1) {
    const parts = Array.from({ length: count }, (_, number) => Buffer.from(`part ${number}`));
    assert.deepEqual(back(filesOfParts(parts, 0)), parts, `${count} parts`);
  }
});

test('the same parts give the same files', () => {
  assert.deepEqual(filesOfParts(large), filesOfParts(large));
});

test('what a part holds does not matter', () => {
  const parts = Array.from({ length: 40 }, (_, number) => new Uint8Array(20_000).fill(number));
  parts[30] = new Uint8Array();
  assert.deepEqual(hashesOf(back(filesOfParts(parts))), hashesOf(parts));
});
