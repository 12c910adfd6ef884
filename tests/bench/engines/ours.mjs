// SPDX-License-Identifier: MIT
// This package, as a page uses it.
import { openCatalogue } from '../../../lib/core.js';

export const name = 'catalogue-formations';
export const finds = ['filter', 'text'];
export const files = ['lib/catalogue-runtime.wasm', 'lib/core.js'];

export async function build({ json }) {
  const catalogue = await openCatalogue(json);
  return {
    query({ queryString }) {
      const { total, ids, facets } = catalogue.query(queryString);
      return { total, ids, counts: (key) => new Map(facets[key].map(({ value, count }) => [value, count])) };
    },
  };
}
