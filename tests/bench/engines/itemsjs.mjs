// SPDX-License-Identifier: MIT
// itemsjs: aggregations with `conjunction: false` ignore their own choice when they count.
import itemsjs from 'itemsjs';
import { commonFacets as facets } from '../../oracle/facets.mjs';
import { overlaps, valuesOf } from '../../oracle/oracle.mjs';
import { readTrainings } from './read.mjs';

export const name = 'itemsjs';
export const finds = ['filter', 'text'];
export const files = ['itemsjs'];

export async function build({ json }) {
  const trainings = readTrainings(json);
  const rows = trainings.map((training, at) => ({
    key: training.id,
    at,
    title: training.title,
    description: training.description,
    ...Object.fromEntries(facets.map((key) => [key, [...new Set(valuesOf(training, key))]])),
  }));
  const engine = itemsjs(rows, {
    searchableFields: ['title', 'description'],
    sortings: { source: { field: 'at', order: 'asc' } },
    aggregations: Object.fromEntries(facets.map((key) => [key, { conjunction: key === 'droit', size: 10_000 }])),
  });
  return {
    query({ asked, ranges, text }) {
      const filters = Object.fromEntries(facets.filter((key) => asked[key].length).map((key) => [key, asked[key]]));
      const question = { query: text, filters, per_page: 20, page: 1, ...(text ? {} : { sort: 'source' }) };
      const isKept = ({ at }) => ranges.some((range) => overlaps(trainings[at], range));
      const { data, pagination } = engine.search({ ...question, ...(ranges.length > 0 ? { filter: isKept } : {}) });
      const { duree } = ranges.length > 0 ? engine.search({ ...question, per_page: 0 }).data.aggregations : {};
      return {
        total: pagination.total,
        ids: data.items.map(({ key }) => key),
        counts: (key) =>
          new Map(
            ((key === 'duree' && duree) || data.aggregations[key]).buckets.map((bucket) => [
              bucket.key,
              bucket.doc_count,
            ]),
          ),
      };
    },
  };
}
