// SPDX-License-Identifier: MIT
// The layers of the C++ core: an #include points to its own layer or to one below, never up.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { fromRoot } from '../../toolchain/lib/paths.mjs';

// From the bottom up. `room`: a folder of wasm/src. `headers`: its public headers, in wasm/include/catalogue.
const layers = [
  { room: 'values', headers: ['facet', 'language', 'limits', 'minute_range', 'query_words', 'result', 'training'] },
  { room: 'memory', headers: ['arena'] },
  { room: 'text', headers: [] },
  { room: 'wording', headers: [] },
  { room: 'model', headers: ['catalogue', 'catalogue_reader'] },
  { room: 'search', headers: ['search'] },
  { room: 'filter', headers: ['query', 'answer'] },
  { room: 'parts', headers: [] },
  { room: 'render', headers: ['render'] },
  { room: 'meaning', headers: [] },
  { room: 'check', headers: [] },
  { room: 'export', headers: ['export', 'normalise', 'parts', 'static_json'] },
];

const isPublic = (path) => path.startsWith('catalogue/');

/** The place of a file in `layers`, by its path as an #include writes it; -1 for none of them. */
function layerOf(path) {
  const [folder, name] = path.split('/');
  return isPublic(path)
    ? layers.findIndex(({ headers }) => headers.includes(name.replace(/\.h$/, '')))
    : layers.findIndex(({ room }) => room === folder);
}

/** Every C++ file under `folder`, by its path there. */
const filesOf = (folder) =>
  readdirSync(fromRoot(folder), { recursive: true })
    .filter((path) => /\.(?:cpp|h)$/.test(path))
    .map((path) => ({ path, text: readFileSync(fromRoot(folder, path), 'utf8') }));

const files = [...filesOf('wasm/include'), ...filesOf('wasm/src')];

/** Each #include "…" of the core, as {from, to}. A generated header has no folder: it belongs to the file that includes it. */
const includes = files.flatMap(({ path, text }) =>
  Array.from(text.matchAll(/^#include "([^"]+)"/gm), ([, to]) => ({ from: path, to })).filter(
    ({ to }) => to.includes('/') || isPublic(path),
  ),
);

const named = (wrong) => wrong.map(({ from, to }) => `${from} includes ${to}`);

test('every file of the core belongs to a layer, and every layer has files', () => {
  assert.deepEqual(
    files.map(({ path }) => path).filter((path) => layerOf(path) < 0),
    [],
  );
  const used = new Set(files.map(({ path }) => layerOf(path)));
  assert.equal(used.size, layers.length);
});

test('no include of the core points to a layer above', () => {
  assert.ok(includes.length > 100, `only ${includes.length} includes were found`);
  assert.deepEqual(named(includes.filter(({ from, to }) => layerOf(to) > layerOf(from) || layerOf(to) < 0)), []);
});

test('a public header includes public headers only', () => {
  assert.deepEqual(named(includes.filter(({ from, to }) => isPublic(from) && !isPublic(to))), []);
});
