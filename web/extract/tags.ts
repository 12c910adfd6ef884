// SPDX-License-Identifier: MIT
// What a tag element is, and what it says.
import {
  kDefaultTagAttribute, kDsfrTagClasses, kForeignTagClasses, type ExtractOptions,
} from './options.js';
import { classes, closest, findFirst, textOf, type Place, type Tree } from './tree.js';

/** The words of one tag, its link if it has one, and where it stands (0 when unknown). */
export interface RawTag {
  text: string;
  url: string;
  line: number;
  column: number;
}

const kNeverTags = new Set([
  'html', 'body', 'main', 'article', 'section', 'header', 'footer', 'ul', 'ol', 'dl', 'table', 'tbody', 'tr',
  'form', 'fieldset', 'input', 'select', 'button', 'img', 'label', 'time',
]);

/** A link that an editor wrote in Markdown where only HTML is read: `[words](address)`. */
const kMarkdownLink = /^([^[\]]*)\[([^[\]]+)\]\((\S+?)(?:\s+"[^"]*")?\)([^[\]]*)$/;

/** Tells whether a node is a tag, for one page and its options. */
export type TagTest<N> = (node: N) => boolean;

/** Chooses the page's tag classes: the site's own, else `fr-tag`, else the usual foreign ones. */
export function tagTest<N>(tree: Tree<N>, root: N, options: ExtractOptions): TagTest<N> {
  const attribute = options.tagAttribute ?? kDefaultTagAttribute;
  const test = (names: readonly string[]): TagTest<N> => (node) => {
    const name = tree.name(node);
    if (name === '' || kNeverTags.has(name)) return false;
    if (tree.attribute(node, attribute) === null && !classes(tree, node).some((value) => names.includes(value))) {
      return false;
    }
    return findFirst(tree, node, (below) => headingLevel(tree.name(below)) > 0) === null;
  };
  if (options.tagClasses) return test(options.tagClasses);
  const dsfr = test(kDsfrTagClasses);
  return findFirst(tree, root, dsfr) === null ? test(kForeignTagClasses) : dsfr;
}

/** 1 to 6 for a heading's tag name, else 0. */
export function headingLevel(name: string): number {
  return /^h[1-6]$/.test(name) ? Number(name[1]) : 0;
}

/**
 * Reads one tag. A tag inside another (an unclosed one) keeps its own words: they are left out of
 * the outer one. `outerLink` is the address of a link that holds nothing but tags.
 */
export function readTag<N>(tree: Tree<N>, node: N, isTag: TagTest<N>, outerLink: string): RawTag | null {
  const text = textOf(tree, node, isTag);
  if (text === '') return null;
  const link = linkOf(tree, node, isTag) || outerLink;
  const place: Place = tree.place(node) ?? { line: 0, column: 0 };
  const markdown = link === '' ? kMarkdownLink.exec(text) : null;
  if (markdown) {
    const [, before = '', words = '', url = '', after = ''] = markdown;
    return { text: `${before}${words}${after}`, url, ...place };
  }
  return { text, url: link, ...place };
}

function linkOf<N>(tree: Tree<N>, node: N, isTag: TagTest<N>): string {
  const own = tree.name(node) === 'a' ? node : findFirst(tree, node, (below) =>
    tree.name(below) === 'a' && tree.attribute(below, 'href') !== null &&
    closest(tree, below, (outer) => outer === node || isTag(outer)) === node);
  return own === null ? '' : (tree.attribute(own, 'href') ?? '').trim();
}
