// SPDX-License-Identifier: MIT
// Pagefind with its components in faceted mode, as its guide advises for a catalogue: one page per training is
// indexed, results are fetched as they come into view.
import { pathToFileURL } from 'node:url';
import { fromRoot } from '../../../../toolchain/lib/paths.mjs';
import { describe, escapeHtml, page, pageStyle } from '../html.mjs';
import { heldBy } from '../scenario.mjs';

export const name = 'Pagefind, component UI';
export const about = 'two facets with counts, no pages; its worker is not slowed with the page';

const library = pathToFileURL(fromRoot('tests/bench/node_modules/pagefind/lib/index.js')).href;

/** The page of one training, marked up for the index. */
function trainingPage(training, held) {
  const filters = Object.entries(held).flatMap(([key, values]) =>
    values.map((value) => `<span data-pagefind-filter="${key}:${escapeHtml(value)}"></span>`),
  );
  return page(
    '',
    `<div data-pagefind-body>${filters.join('')}${describe(training).replace('<h2>', '<h2 data-pagefind-meta="title" data-pagefind-sort="title">')}</div>`,
  );
}

/** The files of the index, by their paths. `heldOf(training)`: what it may be filtered by, `{facet: [value]}`. */
export async function indexed({ trainings }, heldOf) {
  const pagefind = await import(library);
  try {
    const { index } = await pagefind.createIndex({ forceLanguage: 'fr' });
    for (let at = 0; at < trainings.length; at += 200) {
      await Promise.all(
        trainings.slice(at, at + 200).map((training) =>
          index.addHTMLFile({
            url: `/formations/${training.id}/`,
            content: trainingPage(training, heldOf(training)),
          }),
        ),
      );
    }
    const { files } = await index.getFiles();
    return Object.fromEntries(files.map(({ path, content }) => [`/pagefind/${path}`, content]));
  } finally {
    await pagefind.close();
  }
}

const kComponents =
  '<pagefind-filter-pane expanded></pagefind-filter-pane><pagefind-summary></pagefind-summary><pagefind-results></pagefind-results>';

export const withConfig =
  (attributes) =>
  async ({ catalogue }) => ({
    '/': page(
      '<link rel="stylesheet" href="/pagefind/pagefind-component-ui.css"><script type="module" src="/pagefind/pagefind-component-ui.js"></script>',
      `<pagefind-config faceted preload ${attributes}></pagefind-config>${kComponents}`,
    ),
    '/page.css': pageStyle,
    ...(await indexed(catalogue, heldBy)),
  });
export const makeFiles = withConfig('');

export const control = (key, value) => `pagefind-filter-pane input[name="${key}"][value="${value}"]`;
// Whether the results in view are loaded: trainings have replaced the skeletons.
const kLoaded =
  "[...document.querySelectorAll('.pf-results > li')].filter((item) => item.getBoundingClientRect().top < innerHeight && item.getBoundingClientRect().bottom > 0)";
const kIdOf = "(item) => /formations\\/([^/]+)/.exec(item.querySelector('a')?.getAttribute('href') ?? '')?.[1]";
export const isReady = "document.querySelector('.pf-results a') !== null";
export const isRight = `(expected) => {
  const all = document.querySelectorAll('.pf-results > li');
  if (all.length !== expected.total) return false;
  const out = new Set(expected.out);
  let seen = 0;
  for (const item of all) {
    const { top, bottom } = item.getBoundingClientRect();
    if (top >= innerHeight) break;
    if (bottom <= 0) continue;
    const id = (${kIdOf})(item);
    if (!id || out.has(id)) return false;
    seen += 1;
  }
  return seen > 0;
}`;
export const shown = `() => ({ total: document.querySelectorAll('.pf-results > li').length, isPart: true,
  ids: ${kLoaded}.map(${kIdOf}) })`;
