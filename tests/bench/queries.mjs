// SPDX-License-Identifier: MIT
// Queries as visitors ask them, drawn from a catalogue, in every form that the engines take:
// `{selection, asked, ranges, text, queryString}`. `asked` lists the chosen values by facet, those of "duree" being its
// presets; `ranges` are free ranges of minutes, `[from, to]`, without an end `Infinity`. No query has both.
import { makeSelection, writeSelection } from '../oracle/generator.mjs';
import { commonFacets as facets } from '../oracle/facets.mjs';
import { buckets } from '../oracle/oracle.mjs';
import { slug } from '../oracle/words.mjs';

const presets = Object.values(buckets);
const nameOf = (range) => Object.keys(buckets).find((name) => buckets[name] === range);

function inEveryForm(selection) {
  const { duree, licence, q: text } = selection;
  const chosen = {
    duree: duree.map(nameOf).filter((name) => name !== undefined),
    licence,
  };
  const asked = Object.fromEntries(facets.map((key) => [key, chosen[key] ?? (selection[key] ?? []).map(slug)]));
  const ranges = duree.filter((range) => nameOf(range) === undefined);
  return { selection, asked, ranges, text, queryString: writeSelection(selection) };
}

/** What a visitor may choose besides the duration: the generator's choices, at least one. */
function someChoices(random, catalogue) {
  for (;;) {
    const drawn = makeSelection(random, catalogue, { text: 0 });
    const choices = { ...drawn, duree: [], dureeInconnue: false, tri: '', page: 1 };
    if (facets.some((key) => choices[key]?.length > 0)) return choices;
  }
}

const nothing = (random, catalogue) => {
  const choices = someChoices(random, catalogue);
  return { ...choices, ...Object.fromEntries(facets.map((key) => [key, []])) };
};

/** A range of minutes that no preset is: by steps of five, as a slider gives it, up to ten hours. */
function freeRange(random) {
  for (;;) {
    const from = random.chance(0.25) ? 0 : 5 * random.below(120);
    const to = random.chance(0.25) ? Infinity : from + 5 * random.below(60);
    if (!presets.some(([min, max]) => min === from && max === to) && (from > 0 || to < Infinity)) return [from, to];
  }
}

const freeRanges = (random) => Array.from({ length: random.chance(0.2) ? 2 : 1 }, () => freeRange(random));

/** Selections of visits: each adds a choice to the one before, up to four. */
function* visits(random, catalogue) {
  for (;;) {
    let selection = nothing(random, catalogue);
    for (let step = 0; step < 4; step += 1) {
      if (random.chance(0.3)) selection = { ...selection, duree: [random.pick(presets)] };
      else {
        const choices = someChoices(random, catalogue);
        const key = random.pick(facets.filter((each) => choices[each]?.length > 0));
        selection = { ...selection, [key]: choices[key] };
      }
      yield selection;
    }
  }
}

/** `count` filter queries: five of ten are free ranges, two a range and choices, three the steps of visits. */
export function filterQueries(random, catalogue, count) {
  const steps = visits(random, catalogue);
  return Array.from({ length: count }, (_, i) => {
    const kind = i % 10;
    if (kind < 5) return inEveryForm({ ...nothing(random, catalogue), duree: freeRanges(random) });
    if (kind < 7) return inEveryForm({ ...someChoices(random, catalogue), duree: [freeRange(random)] });
    return inEveryForm(steps.next().value);
  });
}

const cut = (random, word) => word.slice(0, 3 + random.below(2));

/** Two neighbours of a word's letters change places, but not the first. */
export function mistyped(random, word) {
  const at = 1 + random.below(Math.max(1, word.length - 2));
  return word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2);
}

/** How a visitor's words differ from those of a title. */
export const textKinds = {
  words: (random, words) => words.map((word, i) => (i === words.length - 1 ? cut(random, word) : word)),
  typo: (random, words) => words.map((word, i) => (i === 0 ? mistyped(random, word) : word)),
  cut: (random, words) => words.map((word) => cut(random, word)),
};

/** `count` text queries of a kind, of one to three words of a title; three of ten with a choice. */
export function textQueries(random, catalogue, count, kind) {
  return Array.from({ length: count }, () => {
    const long = random
      .pick(catalogue.trainings)
      .title.split(/[^\p{L}]+/u)
      .filter((word) => word.length >= 5);
    const q = textKinds[kind](random, long.slice(0, 1 + random.below(3))).join(' ');
    const choices = random.chance(0.3) ? someChoices(random, catalogue) : nothing(random, catalogue);
    return inEveryForm({ ...choices, q });
  });
}
