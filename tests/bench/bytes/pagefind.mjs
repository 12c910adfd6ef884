// SPDX-License-Identifier: MIT
// Pagefind without its UI in the table of bytes: its script asks for the counts and the data of twenty results, which
// is what this package's list shows.
import { commonFacets } from '../../oracle/facets.mjs';
import { isOffered, valuesOf } from '../../oracle/oracle.mjs';
import { page, pageStyle } from '../web/html.mjs';
import { indexed } from '../web/tools/pagefind.mjs';

const script = `
const pagefind = await import('/pagefind/pagefind.js');
await pagefind.init();
const idOf = ({ url }) => /formations\\/([^/]+)/.exec(url)[1];
window.ask = async ({ text = null, choices = {}, tri, page = 1 }) => {
  const { results } = await pagefind.search(text, { filters: choices, ...(tri ? { sort: { title: 'asc' } } : {}) });
  const shown = await Promise.all(results.slice(20 * (page - 1), 20 * page).map((result) => result.data()));
  return { total: results.length, ids: shown.map(idOf) };
};
await pagefind.filters();
await ask({});
window.isShown = true;`;

const heldOf = (training) =>
  Object.fromEntries(
    commonFacets.map((key) => [
      key,
      [...new Set(valuesOf(training, key))].filter((value) => isOffered(key, value, '')),
    ]),
  );

export const name = 'Pagefind, no UI';
export const largest = 10_000;
export async function makeFiles({ catalogue }) {
  const files = await indexed(catalogue(), heldOf);
  const parts = Object.entries(files).filter(([path]) => !/component|-ui|modular|highlight/.test(path));
  return {
    '/': page('<script type="module" src="/page.js"></script>', ''),
    '/page.js': script,
    '/page.css': pageStyle,
    ...Object.fromEntries(parts),
  };
}
export const isSeen = 'window.isShown';
export const isLost = 'false';
/** It has values, no numbers. */
export const can = ({ kind }) => kind !== 'free range of minutes';
export const ask = (step) => `ask(${JSON.stringify(step)})`;
/** Its order differs, and the words that it finds, by design. */
export const isRight = ({ text }, { total }, expected) => text !== undefined || total === expected.total;
