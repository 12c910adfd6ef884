// SPDX-License-Identifier: MIT
// Adapts a page that is copied into a deeper folder: its relative addresses get a `../` per folder.
import { isElement, parse5Tree, type HtmlNode } from '../extract/parse5-tree.js';
import { findAll, findFirst } from '../extract/tree.js';
import { escapeHtml, type Splice } from './splice.js';

const tree = parse5Tree();
const kAddressAttributes = [
  'href',
  'src',
  'action',
  'formaction',
  'poster',
  'data',
  'cite',
  'background',
  'longdesc',
  'xlink:href',
];
const kSetAttributes = ['srcset', 'imagesrcset'];
const kAbsolute = /^(?:[a-z][a-z0-9+.-]*:|\/|#|$)/i;

/** `deeper`: '../' once per folder. A page with a `<base href>` needs no change. */
export function deepenAddresses(document: HtmlNode, deeper: string, splice: Splice): void {
  if (hasBase(document)) return;
  for (const node of findAll(tree, document, () => true)) {
    if (!isElement(node)) continue;
    for (const { name, value, prefix } of node.attrs) {
      const full = prefix ? `${prefix}:${name}` : name;
      const place = node.sourceCodeLocation?.attrs?.[full];
      if (!place) continue;
      const moved = moveValue(full, value, deeper);
      if (moved !== value) splice.replace(place.startOffset, place.endOffset, `${full}="${escapeHtml(moved)}"`);
    }
  }
}

/** Whether the page has a `<base href>`. */
export function hasBase(document: HtmlNode): boolean {
  return (
    findFirst(tree, document, (node) => tree.name(node) === 'base' && tree.attribute(node, 'href') !== null) !== null
  );
}

function moveValue(name: string, value: string, deeper: string): string {
  if (kAddressAttributes.includes(name)) return move(value.trim(), deeper, value);
  if (!kSetAttributes.includes(name)) return value;
  return value
    .split(/,(?=\s)/)
    .map((candidate) => {
      const [, space = '', url = '', rest = ''] = /^(\s*)(\S*)([\s\S]*)$/.exec(candidate) ?? [];
      return `${space}${move(url, deeper, url)}${rest}`;
    })
    .join(',');
}

function move(url: string, deeper: string, unchanged: string): string {
  if (kAbsolute.test(url)) return unchanged;
  return deeper + url.replace(/^(?:\.\/)+/, '');
}
