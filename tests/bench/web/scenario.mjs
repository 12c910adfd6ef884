// SPDX-License-Identifier: MIT
// The scenario of every tool in the browser: the same trainings, the same clicks, and the oracle's lists.
import { makeCatalogue } from '../../oracle/generator.mjs';
import { commonFacets as facets } from '../../oracle/facets.mjs';
import { answer, isOffered, valuesOf } from '../../oracle/oracle.mjs';
import { shape } from '../catalogue-file.mjs';

// With this one, six trainings already hold three families of licences at one hour or less.
const kSeed = 23;
const kSample = 20;

/** The duration that is clicked in every scenario: one hour at most. */
const kDuration = '-60';

/** `{catalogue, values: {licence, duree}, clicks}`; `clicks` as `makeClicks` gives them. */
export function makeScenario(size) {
  const catalogue = makeCatalogue(kSeed, size, shape);
  const values = Object.fromEntries(['duree', 'licence'].map((key) => [key, countValues(catalogue, key)]));
  return { catalogue, values, clicks: makeClicks(catalogue) };
}

const choicesOf = (training, key) => valuesOf(training, key).filter((value) => isOffered(key, value, ''));

/** What a training holds of the two facets that all tools filter by. */
export const heldBy = (training) => ({ duree: choicesOf(training, 'duree'), licence: choicesOf(training, 'licence') });

function countValues({ trainings }, key) {
  const counts = new Map();
  for (const training of trainings)
    for (const value of choicesOf(training, key)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, count]) => ({ value, count }));
}

/**
 * One licence on, one duration on, then other licences in its place: one value of a facet at a time, which all
 * tools take alike, and always one that gives trainings. Each click: `{key, value, expected: {total, ids, first,
 * out}}`; `first` are the first twenty of the list, `out` twenty trainings that are not in it.
 */
function makeClicks(catalogue) {
  const isShort = (training) => choicesOf(training, 'duree').includes(kDuration);
  const held = new Set(catalogue.trainings.filter(isShort).flatMap((training) => choicesOf(training, 'licence')));
  const [one, two, three] = [...held].filter((value) => value !== 'inconnue').sort();
  const state = { duree: '', licence: '' };
  const steps = [
    ['licence', one],
    ['duree', kDuration],
    ['licence', one],
    ['licence', two],
    ['licence', two],
    ['licence', three],
  ];
  return steps.map(([key, value]) => {
    state[key] = state[key] === value ? '' : value;
    return { key, value, expected: expect(catalogue, state) };
  });
}

function expect(catalogue, { duree, licence }) {
  const nothing = Object.fromEntries(facets.map((key) => [key, []]));
  const selection = {
    ...nothing,
    q: '',
    tri: '',
    page: 1,
    dureeInconnue: false,
    licence: licence ? [licence] : [],
    duree: duree ? [[0, 60]] : [],
  };
  const { total, ids } = answer(catalogue, selection, catalogue.trainings.length);
  const held = new Set(ids);
  const out = catalogue.trainings
    .map(({ id }) => id)
    .filter((id) => !held.has(id))
    .slice(0, kSample);
  return { total, ids, first: ids.slice(0, kSample), out };
}
