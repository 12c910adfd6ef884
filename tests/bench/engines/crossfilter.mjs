// SPDX-License-Identifier: MIT
// crossfilter2: one array dimension per facet. A group ignores the filter of its own dimension.
import { createRequire } from 'node:module';
import { facets, valuesOf } from '../../oracle/oracle.mjs';
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
  const groups = dimensions.map((dimension) => dimension.group().reduceCount());
  return {
    query({ asked }) {
      if (asked.droit.length)
        rights.filterFunction((held) => asked.droit.every((right) => held.split(' ').includes(right)));
      else rights.filterAll();
      facets.forEach((key, f) => {
        if (key === 'droit') return;
        if (asked[key].length) dimensions[f].filterFunction((value) => asked[key].includes(value));
        else dimensions[f].filterAll();
      });
      const counts = groups.map((group) => group.all().map(({ key, value }) => [key, value]));
      return {
        total: filter.groupAll().reduceCount().value(),
        ids: order.bottom(20).map(({ id }) => id),
        counts: (key) => new Map(counts[facets.indexOf(key)]),
      };
    },
  };
}
