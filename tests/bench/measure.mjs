// SPDX-License-Identifier: MIT
// Measures one engine on one catalogue, in its own process: `node --expose-gc measure.mjs ENGINE N FILE`.
// Prints one JSON line.
import { readFileSync } from 'node:fs';
import { shape } from './catalogue-file.mjs';
import { filterQueries, textKinds, textQueries } from './queries.mjs';
import { makeCatalogue } from '../oracle/generator.mjs';
import { randomFrom } from '../oracle/random.mjs';
import { memoryBytes, watchMemories } from './wasm-memory.mjs';

/** One list of queries each; another one warms up. */
const kSeeds = [5, 6, 7];
const kWarmUpSeed = 4;
const kFilters = 100; // per seed
const kTexts = 40; // per seed and kind
const kBudgetMs = 6000;
const kWarmUpMs = 1000;
const kWarmUpRounds = 10;
const kBuilds = 30;
const kBuildsMs = 20000;

/** The queries of each column of the report. */
const listsOf = (seeds, sample) => ({
  filter: seeds.flatMap((seed) => filterQueries(randomFrom(seed), sample, kFilters)),
  ...Object.fromEntries(
    Object.keys(textKinds).map((kind) => [
      kind,
      seeds.flatMap((seed) => textQueries(randomFrom(seed), sample, kTexts, kind)),
    ]),
  ),
});

/** Asks until code is compiled, as in a page that has been open for a while. */
function warmUp(engine, queries) {
  const end = performance.now() + kWarmUpMs;
  for (let i = 0; i < kWarmUpRounds * queries.length && (i < 5 || performance.now() < end); i += 1)
    engine.query(queries[i % queries.length]);
}

/** Asks each query once, within a time budget. Median, 95th percentile and worst, in milliseconds. */
function time(engine, queries) {
  const times = [];
  const end = performance.now() + kBudgetMs;
  for (let i = 0; i < queries.length && (i < 5 || performance.now() < end); i += 1) {
    const start = performance.now();
    engine.query(queries[i]);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1], p95: times[Math.floor(times.length * 0.95)], worst: times.at(-1) };
}

/** The catalogue's file, or the file that the engine builds from it. */
const readFile = ({ fileOf }, path) => new Uint8Array(readFileSync(fileOf?.(path) ?? path));

const milliseconds = async (work) => {
  const start = performance.now();
  const value = await work();
  return [performance.now() - start, value];
};

/** The memory in use after garbage collection: objects, buffers, and the memories of wasm modules. */
function heldBytes() {
  // Buffers are freed after the first collection, in another thread. The second one waits for that.
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers + memoryBytes();
}

/** Milliseconds of the fastest of a few builds, timed like `JSON.parse` alone. `first`: the time of the first build. */
async function bestBuild(module, path, first) {
  const times = [first];
  for (let end = performance.now() + kBuildsMs - first; times.length < kBuilds && performance.now() + first < end; ) {
    const json = readFile(module, path);
    globalThis.gc();
    const [time, engine] = await milliseconds(() => module.build({ json }));
    engine.close?.();
    times.push(time);
  }
  return Math.min(...times);
}

async function measure(engineFile, size, path) {
  watchMemories();
  const before = heldBytes();
  const module = await import(`./engines/${engineFile}.mjs`);
  const [start] = await milliseconds(() => module.start?.());
  const sample = makeCatalogue(1, Math.min(size, 2000), shape);
  const kinds = module.finds.includes('text') ? ['filter', ...Object.keys(textKinds)] : ['filter'];
  let json = readFile(module, path);
  const bytes = json.length;
  let [first, engine] = await milliseconds(() => module.build({ json }));
  json = null;
  const warming = listsOf([kWarmUpSeed], sample);
  for (const kind of kinds) warmUp(engine, warming[kind]);
  const memory = heldBytes() - before;
  engine.close?.();
  engine = null;
  // What an engine keeps between queries comes from those before, as with a visitor: it has been asked none yet.
  json = readFile(module, path);
  engine = await module.build({ json });
  json = null;
  const { times, index } = timeAll(engine, kinds, listsOf(kSeeds, sample));
  engine.close?.();
  engine = null;
  const ready = await bestBuild(module, path, first);
  return { name: module.name, files: module.files, start, first, ready, ...times, index, memory, bytes };
}

/** `times` by kind of query; `index`: the first text query, which may build an index. */
function timeAll(engine, kinds, lists) {
  const times = {};
  let index = null;
  for (const kind of kinds) {
    if (kind !== 'filter' && index === null) index = time(engine, lists[kind].slice(0, 1)).median;
    times[kind] = time(engine, lists[kind]);
  }
  return { times, index };
}

const [, , engineFile, size, path] = process.argv;
console.log(JSON.stringify(await measure(engineFile, Number(size), path)));
