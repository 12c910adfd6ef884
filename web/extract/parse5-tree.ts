// SPDX-License-Identifier: MIT
// parse5's tree, read through the extractor's interface, with positions in the source.
import { parse, defaultTreeAdapter as adapter, type DefaultTreeAdapterMap } from 'parse5';
import type { Place, Tree } from './tree.js';

export type HtmlNode = DefaultTreeAdapterMap['node'];
export type HtmlElement = DefaultTreeAdapterMap['element'];
export type HtmlDocument = DefaultTreeAdapterMap['document'];

/** Elements that HTML allows to leave open. */
const kImpliedEnd = new Set(['p', 'li', 'dt', 'dd', 'option', 'tr', 'td', 'th', 'tbody', 'thead']);

/** Parses a whole document (or a fragment, which HTML completes) and keeps source offsets. */
export function parseHtml(html: string): HtmlDocument {
  return parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false });
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return adapter.isElementNode(node);
}

/** A tree reader; `locate` turns a place in the parsed HTML into one in the editor's file. */
export function parse5Tree(locate: (place: Place, offset: number) => Place = (place) => place): Tree<HtmlNode> {
  return {
    name: (node) => (isElement(node) ? node.tagName : ''),
    attribute: (node, name) =>
      isElement(node) ? (node.attrs.find((attribute) => attribute.name === name)?.value ?? null) : null,
    parent: (node) => ('parentNode' in node ? node.parentNode : null),
    children: (node) => ('childNodes' in node ? node.childNodes : []),
    characters: (node) => (adapter.isTextNode(node) ? node.value : ''),
    place: (node) => {
      const location = node.sourceCodeLocation;
      if (!location) return null;
      return locate({ line: location.startLine, column: location.startCol }, location.startOffset);
    },
    isUnclosed: (node) =>
      isElement(node) && !kImpliedEnd.has(node.tagName) &&
      Boolean(node.sourceCodeLocation) && !node.sourceCodeLocation?.endTag,
  };
}

const places = new WeakMap<HtmlNode, Map<HtmlNode, number>>();

/** Place of a node among its parent's children; constant time after the first question on a parent. */
export function indexAmongSiblings(parent: HtmlElement, node: HtmlNode): number {
  let known = places.get(parent);
  if (!known) places.set(parent, known = new Map(parent.childNodes.map((child, index) => [child, index])));
  return known.get(node) ?? -1;
}
