// SPDX-License-Identifier: MIT
// A page as a flat list of marks, in reading order: headings, tags, links and blocks of text.
import { isSurrounding } from './regions.js';
import {
  faultOf,
  headingLevel,
  headingText,
  leadOf,
  readTag,
  type RawTag,
  type TagFault,
  type TagTest,
} from './tags.js';
import { classes, collapse, findFirst, isInline, isSilent, textOf, type Place, type Tree } from './tree.js';

/** A link of the text. `action`: the link is a button, or alone in its block. */
export interface RawLink {
  text: string;
  url: string;
  line: number;
  column: number;
  action: boolean;
}

/** `source` of a text: the text with its own white space and line ends, from the first word on. */
export type Mark<N> =
  | { kind: 'heading'; node: N; level: number; text: string }
  | { kind: 'tag'; node: N; tag: RawTag; fault: TagFault }
  | { kind: 'link'; node: N; link: RawLink }
  | { kind: 'text'; node: N; text: string; source: string };

/** The marks in order, and for each element the range [start, end) of the marks it holds. */
export interface Outline<N> {
  root: N;
  marks: Mark<N>[];
  ranges: Map<N, { start: number; end: number }>;
}

const kButtonClass = /^(?:fr-btn|btn|button|cta|wp-block-button__link)$/;

/** Flattens the content below `root`. Cost is linear in the number of nodes. */
export function outlineOf<N>(tree: Tree<N>, root: N, isTag: TagTest<N>): Outline<N> {
  const walker = new Walker(tree, root, isTag);
  walker.visitChildren(root, '');
  walker.endBlock();
  walker.outline.ranges.set(root, { start: 0, end: walker.outline.marks.length });
  return walker.outline;
}

class Walker<N> {
  readonly outline: Outline<N>;
  #pieces: string[] = [];
  #textOutsideLinks = '';
  #blockNode: N | null = null;
  #blockLinks: RawLink[] = [];

  constructor(
    readonly tree: Tree<N>,
    root: N,
    readonly isTag: TagTest<N>,
  ) {
    this.outline = { root, marks: [], ranges: new Map() };
  }

  visitChildren(node: N, tagLink: string): void {
    for (const child of this.tree.children(node)) this.#visit(child, tagLink);
  }

  /** Closes the current block of text. It is one mark, unless it holds only links. */
  endBlock(): void {
    const isAction = !/[\p{L}\p{N}]/u.test(this.#textOutsideLinks);
    const source = this.#pieces.join('');
    const text = collapse(source);
    if (isAction) for (const link of this.#blockLinks) link.action = true;
    else if (text !== '' && this.#blockNode !== null) {
      this.outline.marks.push({ kind: 'text', node: this.#blockNode, text, source: source.trimStart() });
    }
    this.#pieces = [];
    this.#textOutsideLinks = '';
    this.#blockLinks = [];
    this.#blockNode = null;
  }

  #visit(node: N, tagLink: string): void {
    const name = this.tree.name(node);
    if (name === '') return this.#addText(node, this.tree.characters(node), /*inLink=*/ false);
    if (isSilent(name) || isSurrounding(this.tree, node)) return;
    if (name === 'br' || !isInline(name)) this.endBlock();
    const start = this.outline.marks.length;
    this.#visitElement(node, name, tagLink);
    if (!isInline(name)) this.endBlock();
    this.outline.ranges.set(node, { start, end: this.outline.marks.length });
  }

  #visitElement(node: N, name: string, tagLink: string): void {
    if (this.isTag(node)) return this.#visitTag(node, tagLink);
    const level = headingLevel(name);
    if (level > 0) return this.#visitHeading(node, level);
    if (name === 'a' && this.tree.attribute(node, 'href') !== null) return this.#visitLink(node);
    this.visitChildren(node, tagLink);
  }

  #visitTag(node: N, tagLink: string): void {
    const tag = readTag(this.tree, node, this.isTag, tagLink);
    if (tag !== null) {
      this.outline.marks.push({ kind: 'tag', node, tag, fault: faultOf(this.tree, node, this.isTag) });
    }
    const lead = leadOf(this.tree, node);
    if (lead === null) return this.#visitTagsBelow(node, tagLink);
    for (const child of this.tree.children(node)) {
      if (lead.includes(child)) this.#visitTagsBelow(child, tagLink);
      else this.#visit(child, '');
    }
  }

  #visitTagsBelow(node: N, tagLink: string): void {
    for (const child of this.tree.children(node)) {
      if (this.tree.name(child) === '') continue;
      if (this.isTag(child)) this.#visitTag(child, tagLink);
      else this.#visitTagsBelow(child, tagLink);
    }
  }

  #visitHeading(node: N, level: number): void {
    this.endBlock();
    const text = headingText(this.tree, node, (child) => this.isTag(child) || this.#isAnchor(child));
    this.outline.marks.push({ kind: 'heading', node, level, text });
    const lead = leadOf(this.tree, node);
    if (lead === null) return this.#visitHeadingInside(node);
    for (const child of this.tree.children(node)) {
      if (lead.includes(child)) this.#visitHeadingNode(child);
      else this.#visit(child, '');
    }
  }

  /** The link sign that many sites put on headings. */
  #isAnchor(node: N): boolean {
    if (this.tree.attribute(node, 'aria-hidden') === 'true') return true;
    if (this.tree.name(node) !== 'a' || !(this.tree.attribute(node, 'href') ?? '').startsWith('#')) return false;
    return classes(this.tree, node).includes('header-anchor') || !/[\p{L}\p{N}]/u.test(textOf(this.tree, node));
  }

  /** A heading may hold its training's link, or tags. */
  #visitHeadingInside(node: N): void {
    for (const child of this.tree.children(node)) this.#visitHeadingNode(child);
  }

  #visitHeadingNode(node: N): void {
    const name = this.tree.name(node);
    if (name === '') return;
    if (this.isTag(node)) return this.#visitTag(node, '');
    const isLink = name === 'a' && /^[^#]/.test(this.tree.attribute(node, 'href') ?? '');
    if (isLink) this.#addLink(node, /*action=*/ true);
    this.#visitHeadingInside(node);
  }

  /** A link may hold only tags, a whole card, or text. */
  #visitLink(node: N): void {
    const tree = this.tree;
    const heading = findFirst(tree, node, (below) => headingLevel(tree.name(below)) > 0);
    if (heading !== null) {
      this.#addLink(node, /*action=*/ true).text = textOf(tree, heading, this.isTag);
      return this.visitChildren(node, '');
    }
    const text = textOf(tree, node, this.isTag);
    const hasTag = findFirst(tree, node, this.isTag) !== null;
    if (hasTag && text === '') return this.visitChildren(node, (tree.attribute(node, 'href') ?? '').trim());
    const isButton = classes(tree, node).some((value) => kButtonClass.test(value));
    const link = this.#addLink(node, isButton);
    if (!isButton) {
      this.#blockLinks.push(link);
      this.#addText(node, text, /*inLink=*/ true);
    }
    if (hasTag) this.#visitTagsBelow(node, '');
  }

  #addLink(node: N, action: boolean): RawLink {
    const place: Place = this.tree.place(node) ?? { line: 0, column: 0 };
    const url = (this.tree.attribute(node, 'href') ?? '').trim();
    const link = { text: textOf(this.tree, node), url, ...place, action };
    this.outline.marks.push({ kind: 'link', node, link });
    return link;
  }

  #addText(node: N, text: string, inLink: boolean): void {
    if (text === '') return;
    this.#pieces.push(text);
    if (!inLink) this.#textOutsideLinks += text;
    if (text.trim() !== '') this.#blockNode ??= node;
  }
}
