// SPDX-License-Identifier: MIT
// Faults of a page's markup, and its dead links.
import { existsSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import type { Diagnostic } from '../compiler/index.js';
import type { PageExtraction } from '../extract/page.js';
import type { HtmlNode } from '../extract/parse5-tree.js';
import { findAll } from '../extract/tree.js';

/** Only so many unclosed elements are reported: closing the first often mends the others. */
const kMostUnclosed = 10;

/** Unclosed elements, and Markdown where only HTML is read. */
export function markupFaults(page: PageExtraction): Diagnostic[] {
  return [...headingFaults(page), ...tagFaults(page), ...unclosedElements(page)];
}

function headingFaults({ trainings, raw, tree }: PageExtraction): Diagnostic[] {
  return trainings.flatMap(({ heading, title }, index): Diagnostic[] => {
    if (!tree.isUnclosed(heading)) return [];
    const { line, column } = raw.records[index]!;
    return [{ severity: 'warning', code: 'unclosed-heading', line, column, args: { title, name: tree.name(heading) } }];
  });
}

function tagFaults({ outline, tree }: PageExtraction): Diagnostic[] {
  return outline.marks.flatMap((mark): Diagnostic[] => {
    if (mark.kind !== 'tag' || mark.fault === 'none') return [];
    const { text, url, line, column } = mark.tag;
    return [{ severity: 'warning', code: mark.fault, line, column, args: { text, url, name: tree.name(mark.node) } }];
  });
}

/** Unclosed elements other than tags and headings. A parser repeats some (`<b>`): each place is reported once. */
function unclosedElements({ outline, trainings, tree, isTag }: PageExtraction): Diagnostic[] {
  const headings = new Set(trainings.map(({ heading }) => heading));
  const isOther = (node: HtmlNode): boolean => tree.isUnclosed(node) && !isTag(node) && !headings.has(node);
  const seen = new Set<string>();
  const found: Diagnostic[] = [];
  for (const node of findAll(tree, outline.root, isOther)) {
    const { line, column } = tree.place(node)!;
    if (found.length === kMostUnclosed || seen.has(`${line}:${column}`)) continue;
    seen.add(`${line}:${column}`);
    found.push({ severity: 'warning', code: 'unclosed-element', line, column, args: { name: tree.name(node) } });
  }
  return found;
}

const kNotAFile = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#|\?|$)|\{\{/i;
const kPageEndings = ['', '.md', '.html', '.njk', '/index.md', '/index.html', '/index.njk'];

/**
 * Links of the trainings to files that do not exist. A relative link is resolved from the page's folder, and
 * from the folder that a site builder makes for the page (named after it). A link that starts with `/` is
 * checked only when the site's `root` folder is known.
 */
export function deadLinks(page: PageExtraction, path: string, root: string): Diagnostic[] {
  const folders = [dirname(path), join(dirname(path), nameOf(path))];
  const all = page.raw.records.flatMap((record, index) =>
    [...record.links, ...record.tags].map((link) => ({ ...link, record: index })),
  );
  return all
    .filter(({ url }) => isDead(url, folders, root))
    .map(({ url, line, column, record }) => ({
      severity: 'warning',
      code: 'dead-link',
      line,
      column,
      record,
      args: { url },
    }));
}

function isDead(url: string, folders: string[], root: string): boolean {
  if (kNotAFile.test(url)) return false;
  const target = decode(url.replace(/[?#].*$/, ''));
  const bases = target.startsWith('/') ? (root === '' ? [] : [root]) : folders;
  if (bases.length === 0) return false;
  return !bases.some((base) =>
    kPageEndings.some((ending) =>
      existsSync(resolve(base, `.${target.startsWith('/') ? '' : '/'}${target.replace(/\/$/, '')}${ending}`)),
    ),
  );
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function nameOf(path: string): string {
  const name = path.slice(dirname(path).length).replace(/^\//, '');
  return name.slice(0, name.length - extname(name).length);
}
