// SPDX-License-Identifier: MIT
// catalogue-formations/extract: from a page, in any CMS, to raw records.
import { domTree } from './dom-tree.js';
import { extract, type Extraction } from './extract.js';
import type { ExtractOptions } from './options.js';
import type { RawPage, RawRecords } from './records.js';

export { extract, type Extraction } from './extract.js';
export { FrontMatterError, readFrontMatter } from './front-matter.js';
export { extractPage, guessKind, type PageExtraction, type PageKind, type PageOptions } from './page.js';
export type { ExtractOptions } from './options.js';
export type { RawLink } from './outline.js';
export type { RawPage, RawRecord, RawRecords } from './records.js';
export type { RawTag } from './tags.js';
export type { Place, Tree } from './tree.js';
export { domTree } from './dom-tree.js';

/** In a browser: raw records of a live document or element, whatever CMS wrote it. */
export function extractFromDom(
  root: Node, options: ExtractOptions = {}, given: Partial<RawPage> = {},
): RawRecords {
  const extraction: Extraction<Node> = extract(domTree, root, options, given);
  return extraction.raw;
}
