// SPDX-License-Identifier: MIT
// Finds tag elements and reads them.
import { kDefaultTagAttribute, kDsfrTagClasses, kForeignTagClasses, type ExtractOptions } from './options.js';
import { classes, closest, collapse, findFirst, isInline, textOf, type Place, type Tree } from './tree.js';

/** The text of a tag, its link if it has one, and its place (0 when unknown). */
export interface RawTag {
  text: string;
  /** Where the source says it, as a column of a spreadsheet does: a key of `writing` in vocabulary.json. */
  kind?: string;
  url: string;
  line: number;
  column: number;
}

const kNeverTags = new Set([
  'html',
  'body',
  'main',
  'article',
  'section',
  'header',
  'footer',
  'ul',
  'ol',
  'dl',
  'table',
  'tbody',
  'tr',
  'form',
  'fieldset',
  'input',
  'select',
  'button',
  'img',
  'label',
  'time',
]);

/** A link that an editor wrote in Markdown where only HTML is read: `[words](address)`. */
const kMarkdownLink = /^([^[\]]*)\[([^[\]]+)\]\((\S+?)(?:\s+"[^"]*")?\)([^[\]]*)$/;

/** A longer tag is not searched for such a link. */
const kMaxLinkLength = 1000;

/** Tells whether a node is a tag, for one page and its options. */
export type TagTest<N> = (node: N) => boolean;

/** Chooses the page's tag classes: the site's own, else `fr-tag`, else the usual foreign ones. */
export function tagTest<N>(tree: Tree<N>, root: N, options: ExtractOptions): TagTest<N> {
  const attribute = options.tagAttribute ?? kDefaultTagAttribute;
  const hasClass = (names: readonly string[], node: N): boolean =>
    classes(tree, node).some((value) => names.includes(value));
  const names =
    options.tagClasses ??
    (findFirst(tree, root, (node) => hasClass(kDsfrTagClasses, node)) ? kDsfrTagClasses : kForeignTagClasses);
  return (node) => {
    const name = tree.name(node);
    if (name === '' || kNeverTags.has(name)) return false;
    if (tree.attribute(node, attribute) === null && !hasClass(names, node)) return false;
    return leadOf(tree, node) !== null || findFirst(tree, node, (below) => headingLevel(tree.name(below)) > 0) === null;
  };
}

/**
 * The first nodes of an unclosed tag or heading: its own text, before the first block that the parser put
 * into it. null for a closed one: no block inside, or only blocks.
 */
export function leadOf<N>(tree: Tree<N>, node: N): N[] | null {
  const lead: N[] = [];
  for (const child of tree.children(node)) {
    const name = tree.name(child);
    if (name !== '' && !isInline(name)) {
      return lead.some((before) => collapse(tree.characters(before) + textOf(tree, before)) !== '') ? lead : null;
    }
    lead.push(child);
  }
  return null;
}

/** The text of a heading. Of an unclosed one, only that of its first nodes (leadOf). */
export function headingText<N>(tree: Tree<N>, heading: N, skip: (child: N) => boolean): string {
  const lead = leadOf(tree, heading);
  return textOf(tree, heading, (child) => skip(child) || (lead !== null && isSwallowed(tree, heading, child, lead)));
}

/** 1 to 6 for a heading's tag name, else 0. */
export function headingLevel(name: string): number {
  return /^h[1-6]$/.test(name) ? Number(name[1]) : 0;
}

/**
 * Reads one tag. The text of a tag inside another (an unclosed one) is left out of the outer one.
 * `outerLink`: the address of a link that holds only tags.
 */
export function readTag<N>(tree: Tree<N>, node: N, isTag: TagTest<N>, outerLink: string): RawTag | null {
  const lead = leadOf(tree, node);
  const text = textOf(tree, node, (child) => isTag(child) || (lead !== null && isSwallowed(tree, node, child, lead)));
  if (text === '') return null;
  const link = linkOf(tree, node, isTag, lead) || outerLink;
  const place: Place = tree.place(node) ?? { line: 0, column: 0 };
  const markdown = link === '' && text.length <= kMaxLinkLength ? kMarkdownLink.exec(text) : null;
  if (markdown) {
    const [, before = '', label = '', url = '', after = ''] = markdown;
    return { text: `${before}${label}${after}`, url, ...place };
  }
  return { text, url: link, ...place };
}

/** A fault of a tag that could be read. */
export type TagFault = 'none' | 'unclosed-tag' | 'markdown-in-tag';

/** The fault of a tag: it is not closed, or holds a Markdown link whose brackets visitors would see. */
export function faultOf<N>(tree: Tree<N>, node: N, isTag: TagTest<N>): TagFault {
  if (tree.isUnclosed(node)) return 'unclosed-tag';
  const text = textOf(tree, node, isTag);
  return text.length <= kMaxLinkLength && kMarkdownLink.test(text) ? 'markdown-in-tag' : 'none';
}

function isSwallowed<N>(tree: Tree<N>, tag: N, child: N, lead: N[]): boolean {
  return tree.parent(child) === tag && !lead.includes(child);
}

function linkOf<N>(tree: Tree<N>, node: N, isTag: TagTest<N>, lead: N[] | null): string {
  const isOwnLink = (below: N): boolean =>
    tree.name(below) === 'a' &&
    tree.attribute(below, 'href') !== null &&
    closest(tree, below, (outer) => outer === node || isTag(outer)) === node &&
    (lead === null || closest(tree, below, (outer) => lead.includes(outer)) !== null);
  const own = tree.name(node) === 'a' ? node : findFirst(tree, node, isOwnLink);
  return own === null ? '' : (tree.attribute(own, 'href') ?? '').trim();
}
