// SPDX-License-Identifier: MIT
// This package as the Eleventy plugin publishes it: the list on the page, style first, the core at first use.
import { publishedPage } from '../../../browser/widget-pages.mjs';
import { distOf } from '../dist.mjs';
import { pageStyle } from '../html.mjs';
import { shown as everySeen } from './on-page.mjs';

export const name = 'catalogue-formations, list on the page';
export const about = 'every facet with counts, pages; style answers until the core has come';
/** A page of more trainings is built from the catalogue instead (`src`). */
export const largest = 600;

export async function makeFiles({ catalogue }) {
  const { html, css } = await publishedPage(catalogue);
  return {
    '/': html,
    '/page.css': pageStyle,
    '/catalogue.css': css,
    '/catalogue.json': JSON.stringify(catalogue),
    ...distOf(),
  };
}

export const control = (key, value) => `.catalogue-panel [name="${key}"][value="${value}"]`;
export const isReady = "customElements.get('catalogue-formations') && document.readyState === 'complete'";
/** Whether the first click has loaded the core, which answers from now on. */
export const isSettled = "document.querySelector('catalogue-formations').hasAttribute('data-ready')";
export const pageSize = 20;
export const shown = everySeen;
export { isRight } from './on-page.mjs';
