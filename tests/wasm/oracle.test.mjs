// SPDX-License-Identifier: MIT
// The engine against the naive oracle, on made-up catalogues and queries: every total, id, count,
// page and way out.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openCatalogue } from '../../lib/core.js';
import { makeCatalogue, makeSelection, writeSelection } from '../oracle/generator.mjs';
import { facets } from '../oracle/facets.mjs';
import { answer, dropOne, isOffered, selectAll } from '../oracle/oracle.mjs';
import { randomFrom } from '../oracle/random.mjs';

const kSizes = [0, 1, 2, 3, 9, 60, 63, 64, 65, 150, 300];
const kQueriesPerCatalogue = 190;
/** Values in several words of a bit set, and hundreds of matches: they are counted in another way than few are. */
const kLarge = { size: 20_000, shape: { providers: 300, themes: 60 }, queries: 60, asked: { text: 0 } };
/** Level, audience, certification, accessibility too. */
const kDetailed = [1, 9, 65, 300];
/** More values than counts are kept for. */
const kVaried = { size: 1500, shape: { providers: 3000, themes: 60 }, queries: 100, asked: { text: 0 } };
/** Free ranges over durations of any minute, alternatives and open ends. */
const kRanges = { sizes: [1, 9, 65, 300, 1000], queries: 120 };
/** The longest duration, in minutes. wasm/include/catalogue/limits.h */
const kMaxMinutes = 100_000_000;
let comparisons = 0;

const same = (actual, expected, what) => {
  comparisons += 1;
  assert.equal(actual, expected, what);
};

function compareCounts(actual, expected, query) {
  for (const facet of facets) {
    const values = new Set(actual.facets[facet].map(({ value }) => value));
    for (const value of new Set([...values, ...expected.counts[facet].keys()]))
      if (isOffered(facet, value, query) || !expected.counts[facet].has(value))
        assert.ok(values.has(value), `${query}: ${facet} lacks ${value}`);
      else assert.ok(!values.has(value), `${query}: ${facet} offers ${value}`);
    for (const { value, count } of actual.facets[facet])
      same(count, expected.counts[facet].get(value) ?? 0, `${query}: ${facet}=${value}`);
  }
}

function compareAnswers(actual, expected, query) {
  same(actual.total, expected.total, `${query}: total`);
  same(actual.page, expected.page, `${query}: page`);
  same(actual.pages, expected.pages, `${query}: pages`);
  assert.deepEqual(actual.ids, expected.ids, `${query}: ids`);
  comparisons += expected.ids.length;
  compareCounts(actual, expected, query);
}

/** Each exit has its true total, and every value whose removal alone gives results is offered. */
function compareExits(catalogue, opened, actual, selection, query) {
  for (const exit of actual.exits) {
    same(opened.query(exit.query).total, exit.total, `${query}: exit ${exit.query}`);
    assert.ok(exit.total > 0, `${query}: an exit leads somewhere`);
  }
  if (selection.q !== '' || actual.exits.length === 12) return;
  const drops = actual.exits.filter(({ kind, value }) => kind === 'drop' && value !== '');
  const expected = dropOne(selection)
    .map((change) => ({ ...change, total: selectAll(catalogue, change.selection).length }))
    .filter(({ total }) => total > 0);
  const unique = new Map(
    expected.map(({ key, total, selection: changed }) => [
      `${key} ${writeSelection({ ...changed, page: 1 })}`,
      `${key} ${total}`,
    ]),
  );
  same(
    drops
      .map(({ key, total }) => `${key} ${total}`)
      .sort()
      .join(),
    [...unique.values()].sort().join(),
    `${query}: values to drop`,
  );
}

async function compareQueries(catalogue, selections) {
  const opened = await openCatalogue(JSON.stringify(catalogue));
  for (const selection of selections) {
    const query = writeSelection(selection);
    const actual = opened.query(query);
    compareAnswers(actual, answer(catalogue, selection), query);
    if (actual.total === 0 && catalogue.trainings.length > 0) compareExits(catalogue, opened, actual, selection, query);
  }
  opened.close();
}

async function compareCatalogue(
  size,
  seed,
  { shape = { providers: size > 100 ? 90 : 6 }, queries = kQueriesPerCatalogue, asked = {} } = {},
) {
  const catalogue = makeCatalogue(seed, size, shape);
  const random = randomFrom(seed + 1);
  await compareQueries(
    catalogue,
    Array.from({ length: queries }, () => makeSelection(random, catalogue, asked)),
  );
}

/** Any minute up to ten hours, a few days, the limit. */
const anyMinutes = (random) =>
  random.chance(0.9) ? random.below(600) : random.pick([16_383, 16_384, 20_000, kMaxMinutes]);

function anyDuration(random) {
  if (random.chance(0.1)) return { span: 9000, text: 'sur une semaine' };
  const min = anyMinutes(random);
  if (random.chance(0.1)) return { min, basis: 'stated', text: 'et plus' };
  return { min, max: random.chance(0.6) ? min : Math.max(min, anyMinutes(random)), basis: 'stated', text: 'x' };
}

function anyRange(random) {
  const from = random.chance(0.3) ? 0 : anyMinutes(random);
  return [from, random.chance(0.3) ? Infinity : Math.max(from, anyMinutes(random))];
}

async function compareRanges(size) {
  const random = randomFrom(3000 + size);
  const made = makeCatalogue(3000 + size, size, { providers: 20 });
  const trainings = made.trainings.map((training) => ({
    ...training,
    durations: Array.from({ length: random.below(random.chance(0.1) ? 7 : 3) }, () => anyDuration(random)),
  }));
  const catalogue = { ...made, trainings };
  const selections = Array.from({ length: kRanges.queries }, (_, i) => {
    const drawn = makeSelection(random, catalogue, { text: 0, strictness: i % 2 ? 0.1 : 0 });
    const duree = Array.from({ length: random.chance(0.7) ? 1 : 3 }, () => anyRange(random));
    return { ...drawn, duree, dureeInconnue: random.chance(0.1) };
  });
  await compareQueries(catalogue, selections);
}

for (const size of kSizes) {
  test(`${kQueriesPerCatalogue} queries on ${size} trainings agree with the oracle`, () =>
    compareCatalogue(size, 1000 + size));
}

for (const size of kDetailed) {
  test(`${kQueriesPerCatalogue} queries on ${size} trainings that tell more agree with the oracle`, () =>
    compareCatalogue(size, 2000 + size, {
      shape: { providers: 6, isDetailed: true },
      asked: { isDetailed: true, strictness: 0.2 },
    }));
}

for (const { size, ...options } of [kLarge, kVaried]) {
  test(`${options.queries} queries without words on ${size} trainings of many values agree with the oracle`, () =>
    compareCatalogue(size, 7, options));
}

for (const size of kRanges.sizes) {
  test(`${kRanges.queries} queries of free ranges on ${size} trainings agree with the oracle`, () =>
    compareRanges(size));
}

after(() => {
  console.log(`${comparisons} comparisons with the oracle`);
  assert.ok(comparisons >= 100_000, `only ${comparisons} comparisons`);
});
