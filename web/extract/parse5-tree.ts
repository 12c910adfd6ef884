// SPDX-License-Identifier: MIT
// parse5's tree, read through the extractor's interface, with positions in the source.
import { defaultTreeAdapter as adapter, html, parse, type DefaultTreeAdapterMap } from 'parse5';
import { PageError } from './page-error.js';
import type { Place, Tree } from './tree.js';

export type HtmlNode = DefaultTreeAdapterMap['node'];
export type HtmlElement = DefaultTreeAdapterMap['element'];
export type HtmlDocument = DefaultTreeAdapterMap['document'];

/** Elements that HTML lets authors leave open. */
const kImpliedEnd = new Set(
  'html head body p li dt dd option optgroup tr td th tbody thead tfoot colgroup caption rt rp'.split(' '),
);
/** Elements that have no end (HTML, 13.1.2). */
const kVoid = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** The limit of browsers is 512. Real pages stay far below. */
const kMaxDepth = 1000;

/**
 * Parses a whole document (or a fragment, which HTML completes) and keeps source offsets.
 * Throws PageError "too-deep" past kMaxDepth elements inside each other.
 */
export function parseHtml(source: string): HtmlDocument {
  const document = parse(source, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  let level: HtmlNode[] = [document];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > kMaxDepth) throw tooDeep(level[0]!);
    level = level.flatMap((node) => ('childNodes' in node ? node.childNodes : []));
  }
  return document;
}

function tooDeep({ sourceCodeLocation: place }: HtmlNode): PageError {
  return new PageError('too-deep', place?.startLine ?? 1, place?.startCol ?? 1, String(kMaxDepth));
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return adapter.isElementNode(node);
}

/** Whether an element of the source has no end tag, even where it needs none. */
export function isOpen(element: HtmlElement): boolean {
  const place = element.sourceCodeLocation;
  const isSelfClosing = element.namespaceURI !== html.NS.HTML && place?.endOffset === place?.startTag?.endOffset;
  return Boolean(place) && !place?.endTag && !kVoid.has(element.tagName) && !isSelfClosing;
}

/** A tree reader. `locate` maps a place in the parsed HTML to the editor's file. */
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
    isUnclosed: (node) => isElement(node) && !kImpliedEnd.has(node.tagName) && isOpen(node),
  };
}

const places = new WeakMap<HtmlNode, Map<HtmlNode, number>>();

/** Index of a node among its parent's children. Constant time after the first call for a parent. */
export function indexAmongSiblings(parent: HtmlElement, node: HtmlNode): number {
  let known = places.get(parent);
  if (!known) {
    known = new Map(parent.childNodes.map((child, index) => [child, index]));
    places.set(parent, known);
  }
  return known.get(node) ?? -1;
}
