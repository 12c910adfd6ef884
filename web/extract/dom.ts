// SPDX-License-Identifier: MIT
// catalogue-formations/extract in a browser: reads raw records from the live page, whatever CMS wrote it.
import { domTree } from './dom-tree.js';
import { extract } from './extract.js';
import type { ExtractOptions } from './options.js';
import type { RawPage, RawRecords } from './records.js';

export { extract, type Extraction } from './extract.js';
export { domTree } from './dom-tree.js';
export type { ExtractOptions } from './options.js';
export type { RawLink } from './outline.js';
export type { RawPage, RawRecord, RawRecords } from './records.js';
export type { RawTag } from './tags.js';
export type { Place, Tree } from './tree.js';

/** Raw records of a live document or element. Lines and columns are 0: a browser keeps none. */
export function extractFromDom(root: Node, options: ExtractOptions = {}, given: Partial<RawPage> = {}): RawRecords {
  return extract(domTree, root, options, given).raw;
}
