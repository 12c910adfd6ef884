// SPDX-License-Identifier: MIT
// itemsjs: aggregations with `conjunction: false` ignore their own choice when they count.
import { createRequire } from 'node:module';
import { facets, valuesOf } from '../../oracle/oracle.mjs';
import { readTrainings } from './read.mjs';

const itemsjs = createRequire(import.meta.url)('itemsjs');

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
  const engine = (itemsjs.default ?? itemsjs)(rows, {
    searchableFields: ['title', 'description'],
    sortings: { source: { field: 'at', order: 'asc' } },
    aggregations: Object.fromEntries(facets.map((key) => [key, { conjunction: key === 'droit', size: 10_000 }])),
  });
  return {
    query({ asked, text }) {
      const filters = Object.fromEntries(facets.filter((key) => asked[key].length).map((key) => [key, asked[key]]));
      const { data, pagination } = engine.search({
        query: text,
        filters,
        per_page: 20,
        page: 1,
        ...(text ? {} : { sort: 'source' }),
      });
      return {
        total: pagination.total,
        ids: data.items.map(({ key }) => key),
        counts: (key) => new Map(data.aggregations[key].buckets.map((bucket) => [bucket.key, bucket.doc_count])),
      };
    },
  };
}
