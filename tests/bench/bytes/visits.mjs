// SPDX-License-Identifier: MIT
// What visitors ask in the table of bytes: visits that each begin with the first list, on a fresh page.
import { commonFacets } from '../../oracle/facets.mjs';
import { isOffered, valuesOf } from '../../oracle/oracle.mjs';
import { randomFrom } from '../../oracle/random.mjs';
import { mistyped } from '../queries.mjs';

/** Queries of each kind. */
export const kDraws = 5;
const kSeed = 9;
/** Few trainings share a provider: its choices are the rare ones. */
const commonChoices = commonFacets.filter((key) => key !== 'organisme');

/** The rows of the table after that of the first list. */
export const kinds = [
  'next page',
  'first filter',
  'next page of a filter',
  'second filter',
  'free range of minutes',
  'rare choice',
  'sorted by title',
  'text: one word',
  'text: one word, after a filter',
  'text: two words',
  'text: a word with a typo',
];

/** One choice that a training of the catalogue holds, of a facet other than `without`. */
function drawChoice(random, trainings, facets, without) {
  for (;;) {
    const key = random.pick(facets);
    const values = valuesOf(random.pick(trainings), key).filter((value) => isOffered(key, value, ''));
    if (key !== without && values.length > 0) return { [key]: random.pick(values) };
  }
}

/** Words of one title, in its order. */
function drawWords(random, trainings, count) {
  for (;;) {
    const words = random
      .pick(trainings)
      .title.split(/[^\p{L}]+/u)
      .filter((word) => word.length >= 6);
    if (words.length >= count) return words.slice(0, count);
  }
}

function drawRange(random) {
  const from = 5 * (1 + random.below(60));
  return { duree: `${from}-${from + 5 * (1 + random.below(24))}` };
}

/** Visits that are the same whatever is drawn. */
const kFixed = [[{ kind: 'next page', page: 2 }], [{ kind: 'sorted by title', tri: 'titre' }]];

/** The steps after the first list: `{kind, choices, text, tri, page}`; each says what it sends more than the one before. */
function drawVisits(random, trainings) {
  const first = drawChoice(random, trainings, commonChoices);
  const second = drawChoice(random, trainings, commonChoices, Object.keys(first)[0]);
  const [word] = drawWords(random, trainings, 1);
  return [
    [
      { kind: 'first filter', choices: first },
      { kind: 'next page of a filter', choices: first, page: 2 },
    ],
    [
      { kind: 'first filter', choices: first },
      { kind: 'second filter', choices: { ...first, ...second } },
    ],
    [{ kind: 'free range of minutes', choices: drawRange(random) }],
    [{ kind: 'rare choice', choices: drawChoice(random, trainings, ['organisme']) }],
    [{ kind: 'text: one word', text: word }],
    [
      { kind: 'first filter', choices: first },
      { kind: 'text: one word, after a filter', text: word },
    ],
    [{ kind: 'text: two words', text: drawWords(random, trainings, 2).join(' ') }],
    [{ kind: 'text: a word with a typo', text: mistyped(random, drawWords(random, trainings, 1)[0]) }],
  ];
}

/** `trainings`: from which choices and words are drawn, `draws` times for each kind. */
export function makeVisits(trainings, draws = kDraws) {
  const random = randomFrom(kSeed);
  return [...kFixed, ...Array.from({ length: draws }, () => drawVisits(random, trainings)).flat()];
}

/** A step as a query string. */
export function queryOf({ choices = {}, text, tri, page }) {
  const query = new URLSearchParams(choices);
  if (text) query.set('q', text);
  if (tri) query.set('tri', tri);
  if (page) query.set('page', page);
  return query.toString();
}
