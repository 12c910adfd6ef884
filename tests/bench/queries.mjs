// SPDX-License-Identifier: MIT
// Queries drawn from a catalogue, in every form that the engines take.
import { makeSelection, writeSelection } from '../oracle/generator.mjs';
import { buckets, facets } from '../oracle/oracle.mjs';
import { slug } from '../oracle/words.mjs';

/** One query, with words if `text`. Durations are buckets: all engines can filter by these. */
function makeQuery(random, catalogue, text) {
  const drawn = makeSelection(random, catalogue, { text: text ? 1 : 0 });
  const duree = drawn.duree.length ? [random.pick(Object.keys(buckets))] : [];
  const selection = { ...drawn, tri: '', page: 1, dureeInconnue: false, duree: duree.map((key) => buckets[key]) };
  const asked = Object.fromEntries(
    facets.map((key) => [
      key,
      key === 'duree' ? duree : key === 'licence' ? selection.licence : selection[key].map(slug),
    ]),
  );
  return { selection, asked, text: selection.q, queryString: writeSelection(selection) };
}

/** `count` queries of one kind. */
export const makeQueries = (random, catalogue, count, text) =>
  Array.from({ length: count }, () => makeQuery(random, catalogue, text));
