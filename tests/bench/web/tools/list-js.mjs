// SPDX-License-Identifier: MIT
// List.js: it reads the list of the page, a handler of the page's own filters it, twenty a page.
import { readFileSync } from 'node:fs';
import { fromRoot } from '../../../../toolchain/lib/paths.mjs';
import { checkboxes, items, page, pageStyle } from '../html.mjs';

export const name = 'List.js';
export const about = 'list on the page; no counts per choice';

const handler = `const list = new List('formations', { valueNames: [{ data: ['id', 'duree', 'licence'] }], page: 20, pagination: true });
const form = document.querySelector('form');
form.addEventListener('change', () => {
  const asked = (key) => [...form.querySelectorAll('[name=' + key + ']:checked')].map((box) => box.value);
  const keep = (key, held) => asked(key).length === 0 || asked(key).some((value) => held.split(',').includes(value));
  list.filter((item) => keep('duree', item.values().duree) && keep('licence', item.values().licence));
  document.querySelector('#count').textContent = list.matchingItems.length + ' formations';
});`;

export async function makeFiles({ catalogue, values }) {
  const list = items(
    catalogue,
    ({ duree, licence }) => `data-duree="${duree.join()}" data-licence="${licence.join()}"`,
  );
  const body = `<div id="formations"><form>${checkboxes(values, (key) => `name="${key}"`)}</form>
<p id="count" role="status"></p><ul class="list">${list}</ul><ul class="pagination"></ul></div>`;
  return {
    '/': page('<script defer src="/list.js"></script><script defer src="/filter.js"></script>', body),
    '/page.css': pageStyle,
    '/list.js': readFileSync(fromRoot('tests/bench/node_modules/list.js/dist/list.min.js')),
    '/filter.js': handler,
  };
}

export const control = (key, value) => `[name="${key}"][value="${value}"]`;
export const isReady =
  "document.querySelectorAll('.pagination li').length > 0 || document.querySelectorAll('.list li').length < 20 && document.readyState === 'complete'";
export { isRight, shown } from './on-page.mjs';
