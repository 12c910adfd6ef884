// SPDX-License-Identifier: MIT
// The browser's own DOM, read through the extractor's interface.
import type { Tree } from './tree.js';

/** Reads live DOM nodes. They have no source positions. */
export const domTree: Tree<Node> = {
  name: (node) => (node.nodeType === 1 ? (node as Element).localName : ''),
  attribute: (node, name) => (node.nodeType === 1 ? (node as Element).getAttribute(name) : null),
  parent: (node) => node.parentNode,
  children: (node) => node.childNodes,
  characters: (node) => (node.nodeType === 3 ? (node.nodeValue ?? '') : ''),
  place: () => null,
  isUnclosed: () => false,
};
