// SPDX-License-Identifier: MIT
// itemsjs with the few lines of a page's own around it: the catalogue is fetched, twenty results are drawn, counts
// stand beside the choices.
import { build } from 'esbuild';
import { fromRoot } from '../../../../toolchain/lib/paths.mjs';
import { checkboxes, describe, page, pageStyle } from '../html.mjs';
import { heldBy } from '../scenario.mjs';

export const name = "itemsjs and a page's own script";
export const about = 'list drawn from a file, twenty at most; two facets with counts';

const script = `import itemsjs from 'itemsjs';
const form = document.querySelector('form');
const rows = await (await fetch('/rows.json')).json();
const facet = { conjunction: false, size: 50 };
const engine = itemsjs(rows, { sortings: { source: { field: 'at', order: 'asc' } }, aggregations: { duree: facet, licence: facet } });
function show() {
  const filters = {};
  for (const { name, value } of form.querySelectorAll(':checked')) (filters[name] ??= []).push(value);
  const { data, pagination } = engine.search({ filters, sort: 'source', per_page: 20 });
  document.querySelector('#list').innerHTML = data.items.map(({ id, html }) => '<li data-id="' + id + '">' + html + '</li>').join('');
  document.querySelector('#count').textContent = pagination.total + ' formations';
  for (const { name, buckets } of Object.values(data.aggregations)) for (const { key, doc_count } of buckets) {
    form.querySelector('[name="' + name + '"][value="' + key + '"]').parentElement.querySelector('output').textContent = doc_count;
  }
}
form.addEventListener('change', show);
show();`;

const bundle = async () =>
  (
    await build({
      stdin: { contents: script, resolveDir: fromRoot('tests/bench') },
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      logLevel: 'silent',
    })
  ).outputFiles[0].text;

export async function makeFiles({ catalogue, values }) {
  const rows = catalogue.trainings.map((training, at) => ({
    at,
    id: training.id,
    html: describe(training),
    ...heldBy(training),
  }));
  const boxes = checkboxes(values, (key) => `name="${key}"`).replaceAll('</label>', ' <output></output></label>');
  return {
    '/': page(
      '<script type="module" src="/script.js"></script>',
      `<form>${boxes}</form><p id="count" role="status"></p><ul id="list"></ul>`,
    ),
    '/page.css': pageStyle,
    '/script.js': await bundle(),
    '/rows.json': JSON.stringify(rows),
  };
}

export const control = (key, value) => `[name="${key}"][value="${value}"]`;
export const isReady = "document.querySelector('#list li')";
export const isRight =
  "(expected) => [...document.querySelectorAll('#list > li')].map((item) => item.dataset.id).join() === expected.first.join()";
export const shown =
  "() => ({ ids: [...document.querySelectorAll('#list > li')].map((item) => item.dataset.id), total: document.querySelectorAll('#list > li').length })";
