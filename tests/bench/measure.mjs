// SPDX-License-Identifier: MIT
// Measures one engine on one catalogue, in a process of its own: `node --expose-gc measure.mjs ENGINE N FILE`.
// Prints one JSON line. Filter answers are checked against the oracle first.
import { readFileSync } from 'node:fs';
import { makeCatalogue, makeSelection, writeSelection } from '../oracle/generator.mjs';
import { answer, buckets, facets } from '../oracle/oracle.mjs';
import { randomFrom } from '../oracle/random.mjs';
import { slug } from '../oracle/words.mjs';

const shape = { providers: 300, themes: 60, sentences: 10 };
const kBudgetMs = 4000;

/** A query in every form that the engines take. Durations are buckets: all can filter by these. */
function makeQuery(random, catalogue, text) {
  const drawn = makeSelection(random, catalogue, { text: text ? 1 : 0 });
  const duree = drawn.duree.length ? [random.pick(Object.keys(buckets))] : [];
  const selection = { ...drawn, tri: '', page: 1, dureeInconnue: false, duree: duree.map((key) => buckets[key]) };
  const asked = Object.fromEntries(facets.map((key) => [key, key === 'duree' ? duree : key === 'licence' ? selection.licence : selection[key].map(slug)]));
  return { selection, asked, text: selection.q, queryString: writeSelection(selection) };
}

function check(engine, catalogue, queries) {
  for (const query of queries) {
    const [actual, expected] = [engine.query(query), answer(catalogue, query.selection)];
    const isSame = actual.total === expected.total && actual.ids.join() === expected.ids.join()
      && facets.every((key) => [...expected.counts[key]].every(([value, count]) => actual.counts(key).get(value) === count));
    if (!isSame) throw new Error(`wrong answer to ${query.queryString}: total ${actual.total}, expected ${expected.total}`);
  }
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

const [, , file, size, path] = process.argv;
globalThis.gc?.();
const before = process.memoryUsage();
const { build, finds, name, files } = await import(`./engines/${file}.mjs`);
const small = makeCatalogue(11, 400, shape);
const smallRandom = randomFrom(3);
const checker = await build({ json: new TextEncoder().encode(JSON.stringify(small)) });
check(checker, small, Array.from({ length: 100 }, () => makeQuery(smallRandom, small, false)));

const json = new Uint8Array(readFileSync(path));
const sample = makeCatalogue(1, Math.min(Number(size), 2000), shape);
const random = randomFrom(5);
const filterQueries = Array.from({ length: 300 }, () => makeQuery(random, sample, false));
const textQueries = Array.from({ length: 100 }, () => makeQuery(random, sample, true));
const start = performance.now();
const engine = await build({ json });
const ready = performance.now() - start;
for (const query of filterQueries.slice(0, 20)) engine.query(query);
const filter = time(engine, filterQueries);
const firstText = performance.now();
if (finds.includes('text')) engine.query(textQueries[0]);
const index = performance.now() - firstText;
const text = finds.includes('text') ? time(engine, textQueries) : null;
globalThis.gc?.();
const after = process.memoryUsage();
const memory = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
console.log(JSON.stringify({ name, files, ready, filter, text, index, memory }));
