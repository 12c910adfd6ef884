// SPDX-License-Identifier: MIT
// A text engine finds, then loops filter and count its results: how pages use MiniSearch and FlexSearch with
// facets.
import { commonFacets as facets } from '../../oracle/facets.mjs';
import { overlaps, valuesOf } from '../../oracle/oracle.mjs';

const keeps = (held, asked, key) =>
  key === 'droit' ? asked.every((value) => held.includes(value)) : asked.some((value) => held.includes(value));

/** `find(text)` gives row numbers, best first. */
export function withFacets(trainings, find) {
  const held = trainings.map((training) => facets.map((key) => [...new Set(valuesOf(training, key))]));
  const all = trainings.map((_, row) => row);
  return {
    query({ asked, ranges, text }) {
      const isMissed = (row, key, f) =>
        (asked[key].length > 0 && !keeps(held[row][f], asked[key], key)) ||
        (key === 'duree' && ranges.length > 0 && !ranges.some((range) => overlaps(trainings[row], range)));
      const counts = facets.map(() => new Map());
      const ids = [];
      let total = 0;
      for (const row of text ? find(text) : all) {
        const missed = facets.filter((key, f) => isMissed(row, key, f));
        if (missed.length > 1) continue;
        if (missed.length === 0 && ++total <= 20) ids.push(trainings[row].id);
        facets.forEach((key, f) => {
          if (missed.length === 1 && (missed[0] !== key || key === 'droit')) return;
          for (const value of held[row][f]) counts[f].set(value, (counts[f].get(value) ?? 0) + 1);
        });
      }
      return { total, ids, counts: (key) => counts[facets.indexOf(key)] };
    },
  };
}
