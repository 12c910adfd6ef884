// SPDX-License-Identifier: MIT
// Loops over every training for every facet: a first draft.
import { commonFacets } from '../../oracle/facets.mjs';
import { answer } from '../../oracle/oracle.mjs';
import { readTrainings } from './read.mjs';

export const name = 'naive loops';
export const finds = ['filter'];
export const files = [];

export async function build({ json }) {
  const catalogue = { trainings: readTrainings(json) };
  return {
    query({ selection }) {
      const { total, ids, counts } = answer(catalogue, selection, 20, commonFacets);
      return { total, ids, counts: (key) => counts[key] };
    },
  };
}
