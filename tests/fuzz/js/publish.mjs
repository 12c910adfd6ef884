// SPDX-License-Identifier: MIT
// Real pages, mutated, from extraction to the published page: nothing but a stated refusal may be thrown,
// and what is published holds together.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'parse5';
import { importTypeScript } from '../../web/import-typescript.mjs';
import { openCompiler } from '../../../lib/compiler.js';
import { fuzzLoop } from './lib/fuzz-loop.mjs';
import { mutate } from './lib/mutate.mjs';

const pages = new URL('../../pages/', import.meta.url);
const seeds = readdirSync(pages)
  .filter((name) => /\.(?:md|html)$/.test(name))
  .sort()
  .map((name) => ({
    kind: name.endsWith('.md') ? 'markdown' : 'html',
    text: readFileSync(new URL(name, pages), 'utf8'),
  }));
const hosted = {
  script: 'a/catalogue-formations.js',
  styles: { neutral: 'a/neutral.css', dsfr: 'a/dsfr.css' },
  frame: { script: 'a/embed/frame.js', style: 'a/embed/frame.css' },
};
let modules;

/** Checks mutated pages; `{ seconds | executions, seed }`. Returns how many. */
export async function run(bounds) {
  modules ??= importTypeScript('tests/fuzz/js/lib/page-modules.ts', 'node');
  const { extractPage, PageError, publishPage, markupFaults, documentOf } = await modules;
  const compiler = await openCompiler();
  const make = (chance) => {
    const { kind, text } = chance.pick(seeds);
    return { kind, text: mutate(text, chance) };
  };
  const check = ({ kind, text }) => {
    const page = unlessRefused(() => extractPage(text, { kind }), PageError);
    if (!page) return;
    for (const { line, column } of markupFaults(page)) assert.ok(line >= 1 && column >= 1, 'a fault has its place');
    const document = documentOf(page);
    const options = { hosted, home: '', folder: '', source: { page, isWhole: true } };
    const published = unlessRefused(() => publishPage(compiler, document, options), PageError);
    if (published && 'html' in published) checkPublished(published);
  };
  return fuzzLoop(bounds, make, check);
}

/** A page of which nothing can be read is refused by PageError alone. */
function unlessRefused(work, PageError) {
  try {
    return work();
  } catch (error) {
    if (error instanceof PageError) return null;
    throw error;
  }
}

function checkPublished({ html, files, catalogue }) {
  assert.ok(catalogue.trainings.length > 0);
  assert.deepEqual(
    listed(html),
    catalogue.trainings.map(({ id }) => id),
    'the page lists its catalogue, in order',
  );
  for (const [path, text] of files) {
    assert.match(path, /^(?:[^/\\\0]+\/)*[^/\\\0]+$/);
    if (path.endsWith('.html')) assert.ok(listed(text).length > 0, `${path} lists its trainings`);
  }
}

/** The ids of the list items that a parser finds in `catalogue-list` elements. */
function listed(html) {
  const ids = [];
  const visit = (node, isList) => {
    const value = (name) => node.attrs?.find((attribute) => attribute.name === name)?.value;
    if (isList && node.tagName === 'li' && value('data-id') !== undefined) ids.push(value('data-id'));
    const isOpen = (value('class') ?? '').split(/\s+/).includes('catalogue-list');
    for (const child of node.childNodes ?? []) visit(child, isOpen);
  };
  visit(parse(html, { scriptingEnabled: false }), false);
  return ids;
}
