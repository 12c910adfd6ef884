// SPDX-License-Identifier: MIT
// Measures one engine on one catalogue, in a process of its own: `node --expose-gc measure.mjs ENGINE N FILE`.
// Prints one JSON line. Filter answers are checked against the oracle first.
import { readFileSync } from 'node:fs';
import { shape } from './catalogue-file.mjs';
import { writeIfChanged } from '../../toolchain/lib/files.mjs';
import { fromRoot } from '../../toolchain/lib/paths.mjs';
import { makeCatalogue, makeSelection, writeSelection } from '../oracle/generator.mjs';
import { answer, buckets, facets } from '../oracle/oracle.mjs';
import { randomFrom } from '../oracle/random.mjs';
import { slug } from '../oracle/words.mjs';
import { memoryBytes, watchMemories } from './wasm-memory.mjs';

const kBudgetMs = 4000;
const kWarmUpMs = 1000;
const kWarmUpRounds = 10;

/** A query in every form that the engines take. Durations are buckets: all can filter by these. */
function makeQuery(random, catalogue, text) {
  const drawn = makeSelection(random, catalogue, { text: text ? 1 : 0 });
  const duree = drawn.duree.length ? [random.pick(Object.keys(buckets))] : [];
  const selection = { ...drawn, tri: '', page: 1, dureeInconnue: false, duree: duree.map((key) => buckets[key]) };
  const asked = Object.fromEntries(facets.map((key) => [key, key === 'duree' ? duree : key === 'licence' ? selection.licence : selection[key].map(slug)]));
  return { selection, asked, text: selection.q, queryString: writeSelection(selection) };
}

/** Throws when an answer is not the oracle's: total, the twenty trainings in order, every count. */
function check(engine, catalogue, queries) {
  for (const query of queries) {
    const [actual, expected] = [engine.query(query), answer(catalogue, query.selection)];
    const isSame = actual.total === expected.total && actual.ids.join() === expected.ids.join()
      && facets.every((key) => [...expected.counts[key]].every(([value, count]) => actual.counts(key).get(value) === count));
    if (!isSame) throw new Error(`wrong answer to ${query.queryString}: total ${actual.total}, expected ${expected.total}`);
  }
}

/** Answers as a page does that has been open for a while: compiled, for every engine alike. */
function warmUp(engine, queries) {
  const end = performance.now() + kWarmUpMs;
  for (let i = 0; i < kWarmUpRounds * queries.length && (i < 5 || performance.now() < end); i += 1) engine.query(queries[i % queries.length]);
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

/** What the engine reads: the catalogue's file, or what it makes of it beforehand. */
const bytesFor = ({ fileOf }, path) => new Uint8Array(readFileSync(fileOf?.(path) ?? path));

/** One hundred queries on a small catalogue; on texts too for an engine that is to rank as the oracle does. */
async function checkSmall(module) {
  const small = makeCatalogue(11, 400, shape);
  const random = randomFrom(3);
  const path = fromRoot('build/bench/small.json');
  writeIfChanged(path, JSON.stringify(small));
  const checked = await module.build({ json: bytesFor(module, path) });
  for (const isText of module.ranksAsOracle ? [false, true] : [false]) {
    check(checked, small, Array.from({ length: 100 }, () => makeQuery(random, small, isText)));
  }
  checked.close?.();
}

const milliseconds = async (work) => {
  const start = performance.now();
  const value = await work();
  return [performance.now() - start, value];
};

/** What is in use after collection: objects, buffers, and the memories of wasm modules. */
function heldBytes() {
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers + memoryBytes();
}

async function measure(engineFile, size, path) {
  watchMemories();
  const before = heldBytes();
  const module = await import(`./engines/${engineFile}.mjs`);
  const [start] = await milliseconds(() => module.start?.());
  await checkSmall(module);
  let json = bytesFor(module, path);
  const bytes = json.length;
  const sample = makeCatalogue(1, Math.min(size, 2000), shape);
  const random = randomFrom(5);
  const filterQueries = Array.from({ length: 300 }, () => makeQuery(random, sample, false));
  const textQueries = Array.from({ length: 100 }, () => makeQuery(random, sample, true));
  const [ready, engine] = await milliseconds(() => module.build({ json }));
  json = null;
  warmUp(engine, filterQueries);
  const filter = time(engine, filterQueries);
  const hasText = module.finds.includes('text');
  const [index] = await milliseconds(() => hasText && engine.query(textQueries[0]));
  if (hasText) warmUp(engine, textQueries);
  const text = hasText ? time(engine, textQueries) : null;
  const memory = heldBytes() - before;
  return { name: module.name, files: module.files, start, ready, filter, text, index, memory, bytes };
}

const [, , engineFile, size, path] = process.argv;
console.log(JSON.stringify(await measure(engineFile, Number(size), path)));
