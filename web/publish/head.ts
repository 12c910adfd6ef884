// SPDX-License-Identifier: MIT
// What publishing adds to a page's head: style sheets, script, linked data.
import { parse5Tree, type HtmlElement, type HtmlNode } from '../extract/parse5-tree.js';
import { findFirst } from '../extract/tree.js';
import { escapeHtml, writeAttributes, type Splice } from './splice.js';

/** Addresses relative to the page. */
export interface HeadParts {
  styles: string[];
  /** null where the page has it already. */
  script: string | null;
  jsonLd: string | null;
  /** Where other sites find how to embed the page (oEmbed's discovery), or null. `address` is absolute. */
  oembed: { address: string; title: string } | null;
}

export const kElementFile = 'catalogue-formations.js';
export const kStyleFile = 'catalogue.css';
export const kOembedType = 'application/json+oembed';
export const kJsonLdId = 'catalogue-json-ld';
const tree = parse5Tree();

/** Adds the parts at the end of the head, or at `fallback` when the source has no `</head>`. */
export function addToHead(document: HtmlNode, parts: HeadParts, fallback: number, splice: Splice): void {
  const head = findFirst(tree, document, (node) => tree.name(node) === 'head') as HtmlElement | null;
  const place = head?.sourceCodeLocation?.endTag?.startOffset ?? fallback;
  splice.insert(place, writeHead({ ...parts, script: hasElement(document) ? null : parts.script }));
}

/** Whether the page loads the element already, from the site's layout. */
function hasElement(document: HtmlNode): boolean {
  return (
    findFirst(
      tree,
      document,
      (node) => tree.name(node) === 'script' && (tree.attribute(node, 'src') ?? '').endsWith(`/${kElementFile}`),
    ) !== null
  );
}

export function writeHead({ styles, script, jsonLd, oembed }: HeadParts): string {
  const lines = [
    ...styles.map((href) => `<link rel="stylesheet" href="${escapeHtml(href)}">`),
    // Before the linked data: WordPress reads the first 150 KB of a page.
    ...(oembed ? [`<link${writeAttributes(discovery(oembed))}>`] : []),
    ...(script === null ? [] : [`<script type="module" async src="${escapeHtml(script)}"></script>`]),
    ...(jsonLd === null ? [] : [`<script type="application/ld+json" id="${kJsonLdId}">${jsonLd}</script>`]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

const discovery = ({ address, title }: { address: string; title: string }) => ({
  rel: 'alternate',
  type: kOembedType,
  href: address,
  title,
});
