// SPDX-License-Identifier: MIT
// The files of a catalogue in parts: what docs/parts.md says, read back by code that shares nothing with the writer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeCatalogue } from '../oracle/generator.mjs';
import { filesOfParts, partsOf } from './cut-parts.mjs';
import { hex, readIndex, readParts } from './read-parts.mjs';

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
    assert.ok(files.has(path), path);
    opened.add(path);
    return files.get(path);
  });

test('a small catalogue is one file', () => {
  const files = filesOfParts(small);
  assert.deepEqual([...files.keys()], ['catalogue.parts']);
  assert.deepEqual(hashesOf(back(files).parts), hashesOf(small));
});

test('a catalogue without a training is one file', () => {
  const files = filesOfParts(cut(0));
  assert.deepEqual([...files.keys()], ['catalogue.parts']);
});

test('a large one has a file for each part that the index does not hold, and no other', () => {
  const files = filesOfParts(large);
  const opened = new Set();
  assert.deepEqual(hashesOf(back(files, opened).parts), hashesOf(large));
  opened.add('catalogue.parts');
  assert.deepEqual([...opened].sort(), [...files.keys()].sort());
});

test('a file is named by the first digits of its hash', () => {
  for (const [path, bytes] of filesOfParts(large))
    if (path !== 'catalogue.parts') assert.equal(path, `parts/${hex(bytes).slice(0, 16)}.bin`);
});

test('the index holds the head, the first block and the first page of hashes', () => {
  const { count, pages, inlined } = readIndex(indexOf(filesOfParts(large)));
  assert.equal(count, large.length);
  assert.ok(pages.length > 1, 'more pages are in files');
  assert.deepEqual([...inlined.keys()], [0, 5, count]);
});

test('the pages hold the hash of every part, and zeros for parts that are not needed', () => {
  const { hashes } = back(filesOfParts(large));
  assert.deepEqual(
    hashes,
    large.map((part) => (part.length ? hex(part) : '0'.repeat(64))),
  );
});

test('the same parts give the same files', () => {
  assert.deepEqual(filesOfParts(large), filesOfParts(large));
});

test('what a part holds does not matter', () => {
  const parts = Array.from({ length: 40 }, (_, number) => new Uint8Array(20_000).fill(number));
  parts[30] = new Uint8Array();
  const { parts: read } = back(filesOfParts(parts));
  assert.deepEqual(hashesOf(read), hashesOf(parts));
});
