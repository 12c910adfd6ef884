// SPDX-License-Identifier: MIT
// The facts of a page: title, date, address, language, licence.
import { headingLevel } from './tags.js';
import { findAll, findFirst, textOf, type Tree } from './tree.js';
import type { RawPage } from './records.js';

type Facts = Omit<RawPage, 'intro' | 'checked'>;

/** Facts from the markup. Those of `given` (front matter, a build's data) win, unless they are ''. */
export function readFacts<N>(tree: Tree<N>, root: N, content: N, given: Partial<RawPage>): Omit<RawPage, 'intro'> {
  const found: Facts = {
    title: titleOf(tree, root, content),
    updated: toDate(updatedOf(tree, root)),
    url: linkOf(tree, root, 'canonical'),
    lang: langOf(tree, root),
    licence: linkOf(tree, root, 'license'),
  };
  for (const key of Object.keys(found) as (keyof Facts)[]) found[key] = given[key] || found[key];
  return given.checked ? { ...found, checked: given.checked } : found;
}

/** The date in front matter or a page's data, as YYYY-MM-DD; '' without one. */
export function dateInData(data: Record<string, unknown>): string {
  return ['updated', 'modified', 'lastmod', 'date'].map((key) => toDate(data[key])).find(Boolean) ?? '';
}

/** The day on which all of the page was checked, in words: YAML makes a date of some. '' without one. */
export function checkedInData(data: Record<string, unknown>): string {
  const value = ['verifiee_le', 'verifiee', 'checked'].map((key) => data[key]).find((found) => found !== undefined);
  return toDate(value) || (typeof value === 'string' ? value.trim() : '');
}

/** YYYY-MM-DD of a date, or of a text that starts with one; else ''. */
function toDate(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  const match = /^\s*(\d{4})-(\d{2})-(\d{2})/.exec(typeof value === 'string' ? value : '');
  return match ? `${match[1]}-${match[2]}-${match[3]}` : '';
}

function titleOf<N>(tree: Tree<N>, root: N, content: N): string {
  const isTitle = (node: N): boolean => headingLevel(tree.name(node)) === 1;
  const heading = findFirst(tree, content, isTitle) ?? findFirst(tree, root, isTitle);
  if (heading !== null) return textOf(tree, heading);
  const title = findFirst(tree, root, (node) => tree.name(node) === 'title');
  return title === null ? '' : textOf(tree, title);
}

function updatedOf<N>(tree: Tree<N>, root: N): string {
  const names = ['article:modified_time', 'dcterms.modified', 'last-modified'];
  const meta = findFirst(tree, root, (node) => {
    const name = tree.attribute(node, 'property') ?? tree.attribute(node, 'name') ?? '';
    return tree.name(node) === 'meta' && names.includes(name.toLowerCase());
  });
  return meta === null ? '' : (tree.attribute(meta, 'content') ?? '');
}

function linkOf<N>(tree: Tree<N>, root: N, relation: string): string {
  const link = findFirst(
    tree,
    root,
    (node) =>
      tree.name(node) === 'link' && (tree.attribute(node, 'rel') ?? '').toLowerCase().split(/\s+/).includes(relation),
  );
  return link === null ? '' : (tree.attribute(link, 'href') ?? '').trim();
}

function langOf<N>(tree: Tree<N>, root: N): string {
  const html = findAll(tree, root, (node) => tree.name(node) === 'html')[0];
  return html === undefined ? '' : (tree.attribute(html, 'lang') ?? '').trim();
}
