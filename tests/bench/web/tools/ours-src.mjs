// SPDX-License-Identifier: MIT
// This package as a partner pastes it: one tag, the list rendered by the core from the catalogue.
import { distOf } from '../dist.mjs';
import { page, pageStyle } from '../html.mjs';

export const name = 'catalogue-formations, `src`';
export const about = 'every facet with counts, pages';

export async function makeFiles({ catalogue }) {
  const body = '<catalogue-formations src="/catalogue.json" lang="fr"><p>Liste sur le site.</p></catalogue-formations>';
  return {
    '/': page('<script type="module" src="/dist/catalogue-formations.js"></script>', body),
    '/page.css': pageStyle,
    '/catalogue.json': JSON.stringify(catalogue),
    ...distOf(),
  };
}

export const control = (key, value) => `.catalogue-panel [name="${key}"][value="${value}"]`;
export const isReady =
  "document.querySelector('catalogue-formations').shadowRoot?.querySelector('.catalogue-list > li')";
export const pageSize = 20;
const idsSeen =
  "[...document.querySelector('catalogue-formations').shadowRoot.querySelectorAll('.catalogue-list > li')].map((item) => item.dataset.id)";
export const isRight = `(expected) => ${idsSeen}.join() === expected.first.join()`;
export const shown = `() => ({ ids: ${idsSeen}, total: ${idsSeen}.length })`;
