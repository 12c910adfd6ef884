// SPDX-License-Identifier: MIT
// filter-container: the list on the page, values in data attributes, a count that is announced.
import { readFileSync } from 'node:fs';
import { fromRoot } from '../../../../toolchain/lib/paths.mjs';
import { checkboxes, items, page, pageStyle } from '../html.mjs';

export const name = 'filter-container';
export const about = 'list on the page; no counts per choice, no pages';

export async function makeFiles({ catalogue, values }) {
  const list = items(
    catalogue,
    ({ duree, licence }) => `data-filter-duree="${duree.join()}" data-filter-licence="${licence.join()}"`,
  );
  const body = `<filter-container delimiter="," oninit><form>${checkboxes(values, (key) => `data-filter-key="${key}"`)}</form>
<p data-filter-results="formation/formations" aria-live="polite"></p><ul>${list}</ul></filter-container>`;
  return {
    '/': page('<script type="module" src="/filter-container.js"></script>', body),
    '/page.css': pageStyle,
    '/filter-container.js': readFileSync(
      fromRoot('tests/bench/node_modules/@zachleat/filter-container/filter-container.js'),
    ),
  };
}

export const control = (key, value) => `[data-filter-key="${key}"][value="${value}"]`;
export const isReady = "customElements.get('filter-container') && document.querySelectorAll('li').length > 0";
export { isRight, shown } from './on-page.mjs';
