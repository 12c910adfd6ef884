// SPDX-License-Identifier: MIT
// crossfilter2: one array dimension per facet. A group ignores the filter of its own dimension.
import { createRequire } from 'node:module';
import { commonFacets as facets } from '../../oracle/facets.mjs';
import { overlaps, valuesOf } from '../../oracle/oracle.mjs';
import { readTrainings } from './read.mjs';

const crossfilter = createRequire(import.meta.url)('crossfilter2');

export const name = 'crossfilter2';
export const finds = ['filter'];
export const files = ['crossfilter2'];

export async function build({ json }) {
  const trainings = readTrainings(json);
  const rows = trainings.map((training, at) => ({
    id: training.id,
    at,
    ...Object.fromEntries(facets.map((key) => [key, [...new Set(valuesOf(training, key))]])),
  }));
  const filter = crossfilter(rows);
  const order = filter.dimension((row) => row.at);
  const dimensions = facets.map((key) => filter.dimension((row) => row[key], true));
  // Rights are all needed: they filter through a separate dimension, so that their counts take it into account.
  const rights = filter.dimension((row) => row.droit.join(' '));
  const minutes = filter.dimension((row) => row.at);
  const groups = dimensions.map((dimension) => dimension.group().reduceCount());
  return {
    query({ asked, ranges }) {
      if (ranges.length) minutes.filterFunction((at) => ranges.some((range) => overlaps(trainings[at], range)));
      else minutes.filterAll();
      if (asked.droit.length)
        rights.filterFunction((held) => asked.droit.every((right) => held.split(' ').includes(right)));
      else rights.filterAll();
      facets.forEach((key, f) => {
        if (key === 'droit') return;
        if (asked[key].length) dimensions[f].filterFunction((value) => asked[key].includes(value));
        else dimensions[f].filterAll();
      });
      const countsOf = (group) => group.all().map(({ key, value }) => [key, value]);
      const total = filter.groupAll().reduceCount().value();
      const ids = order.bottom(20).map(({ id }) => id);
      const counts = groups.map(countsOf);
      if (ranges.length) {
        // The counts of durations leave the range aside.
        minutes.filterAll();
        counts[facets.indexOf('duree')] = countsOf(groups[facets.indexOf('duree')]);
      }
      return { total, ids, counts: (key) => new Map(counts[facets.indexOf(key)]) };
    },
  };
}
