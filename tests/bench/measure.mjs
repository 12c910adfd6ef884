// SPDX-License-Identifier: MIT
// Measures one engine on one catalogue, in its own process: `node --expose-gc measure.mjs ENGINE N FILE`.
// Prints one JSON line.
import { readFileSync } from 'node:fs';
import { shape } from './catalogue-file.mjs';
import { makeQueries } from './queries.mjs';
import { makeCatalogue } from '../oracle/generator.mjs';
import { randomFrom } from '../oracle/random.mjs';
import { memoryBytes, watchMemories } from './wasm-memory.mjs';

const kBudgetMs = 4000;
const kWarmUpMs = 1000;
const kWarmUpRounds = 10;
const kBuilds = 30;
const kBuildsMs = 20000;

/** Warms the engine up, so that its code is compiled, as in a page that has been open for a while. */
function warmUp(engine, queries) {
  const end = performance.now() + kWarmUpMs;
  for (let i = 0; i < kWarmUpRounds * queries.length && (i < 5 || performance.now() < end); i += 1)
    engine.query(queries[i % queries.length]);
}

/** Median and 95th percentile in milliseconds, within a time budget. */
function time(engine, queries) {
  const times = [];
  const end = performance.now() + kBudgetMs;
  for (let i = 0; i < queries.length && (i < 5 || performance.now() < end); i += 1) {
    const start = performance.now();
    engine.query(queries[i]);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1], p95: times[Math.floor(times.length * 0.95)] };
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
  let json = readFile(module, path);
  const bytes = json.length;
  const sample = makeCatalogue(1, Math.min(size, 2000), shape);
  const random = randomFrom(5);
  const filterQueries = makeQueries(random, sample, 300, false);
  const textQueries = makeQueries(random, sample, 100, true);
  let [first, engine] = await milliseconds(() => module.build({ json }));
  json = null;
  warmUp(engine, filterQueries);
  const filter = time(engine, filterQueries);
  const hasText = module.finds.includes('text');
  const [index] = await milliseconds(() => hasText && engine.query(textQueries[0]));
  if (hasText) warmUp(engine, textQueries);
  const text = hasText ? time(engine, textQueries) : null;
  const memory = heldBytes() - before;
  engine.close?.();
  engine = null;
  const ready = await bestBuild(module, path, first);
  return { name: module.name, files: module.files, start, first, ready, filter, text, index, memory, bytes };
}

const [, , engineFile, size, path] = process.argv;
console.log(JSON.stringify(await measure(engineFile, Number(size), path)));
