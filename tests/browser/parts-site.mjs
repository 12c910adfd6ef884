// SPDX-License-Identifier: MIT
// Sites whose catalogue comes in parts, large enough that the index does not hold them all.
import { openCompiler } from '../../lib/compiler.js';
import { filesOfParts, partsOf } from '../web/cut-parts.mjs';
import { pathIn } from '../web/read-parts.mjs';
import { kHost, manyTrainings, partnerSite, publishedSite } from './widget-pages.mjs';

const compiler = await openCompiler();

/** Numbers of parts: docs/parts.md. */
export const kParts = { columns: 1, words: 2, titles: 3 };
const kOthers = 5;

export const large = manyTrainings(1500);

/**
 * The files of `catalogue` as `serve` takes them, `pathOf(number)`: that of a part, `last`: the number of the
 * last part, and `blocks`: paths of blocks and postings.
 */
export function filesOf(catalogue) {
  const parts = partsOf(compiler, catalogue);
  const files = filesOfParts(parts);
  const pathOf = (number) => `/${pathIn(files.get('catalogue.parts'), number)}`;
  return {
    files: Object.fromEntries([...files].map(([path, bytes]) => [`/${path}`, Buffer.from(bytes)])),
    pathOf,
    last: parts.length - 1,
    blocks: parts.flatMap((part, number) => (number > kOthers && part.length ? [pathOf(number)] : [])),
  };
}

/** `site` with `catalogue` in parts, which its page names. Returns the site with `parts`. */
function inParts(site, catalogue) {
  const parts = filesOf(catalogue);
  Object.assign(site.files, parts.files);
  site.files['/'] = site.files['/'].replaceAll('src="/catalogue.json"', 'src="/catalogue.parts"');
  return Object.assign(site, { parts });
}

/** A page with the tag alone; options of partnerSite. */
export const partsSite = async (options, catalogue = large) =>
  inParts(await partnerSite(catalogue, options), catalogue);
/** A published page with its list. */
export const partsPage = async (options, catalogue = large) =>
  inParts(await publishedSite(catalogue, options), catalogue);

/** Answers after `ms`. */
export const slowly = (bytes, ms) => (_, response) => setTimeout(() => response.end(bytes), ms);

export const kRoot = `${kHost}.shadowRoot`;
/** Expressions of a page with the tag alone: its ids, its count, what it draws, and a click in it. */
export const kIds = `[...(${kRoot}?.querySelectorAll('li[data-id]') ?? [])].map((item) => item.dataset.id)`;
export const kCount = `parseInt(${kRoot}?.querySelector('.catalogue-status')?.textContent.replace(/\\s/g, ''))`;
export const kDrawn = `${kRoot}.querySelector('.catalogue-layout').outerHTML`;
export const press = (selector) => `${kRoot}.querySelector(${JSON.stringify(selector)}).click()`;
/** Keeps what the element tells: {code} of errors, queries of changes. */
export const kRecord = `(() => {
  window.told = [];
  window.asked = [];
  addEventListener('catalogue-error', ({ detail }) => told.push(detail.code));
  addEventListener('catalogue-change', ({ detail }) => asked.push(detail.query));
})()`;
