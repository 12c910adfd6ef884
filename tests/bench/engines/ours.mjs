// SPDX-License-Identifier: MIT
// This package, as a page uses it.
import { openCatalogue, prepareEngine } from '../../../lib/core.js';

export const name = 'catalogue-formations';
export const finds = ['filter', 'text'];
export const files = ['lib/catalogue-runtime.wasm', 'lib/core.js'];
/** Its text answers are the oracle's too. */
export const ranksAsOracle = true;

/** Compiles the wasm, once per page. */
export const start = () => prepareEngine();

export async function build({ json }) {
  const catalogue = await openCatalogue(json);
  return {
    query({ queryString }) {
      const { total, ids, facets } = catalogue.query(queryString);
      return { total, ids, counts: (key) => new Map(facets[key].map(({ value, count }) => [value, count])) };
    },
    close: () => catalogue.close(),
  };
}
