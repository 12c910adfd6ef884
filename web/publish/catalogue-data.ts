// SPDX-License-Identifier: MIT
// The data of a page: its catalogue as one file and in parts, and which of the two the page names.
import type { Compiler } from '../compiler/index.js';
import { kIndexFile, partsFiles } from './parts-files.js';

export const kCatalogueFile = 'catalogue.json';

/**
 * Up to here a page names catalogue.json. Measured in brotli, on trainings with descriptions of 20 to 60 words. One file
 * of 600 is 85 KB. In parts, the first list is 8 KB, a first filter 30 more, another page of results 15 more; but a list by
 * title, or of a rare value, brings all blocks: 118 KB, and some twelve requests. Of 200 both cost the same.
 */
export const kMostInJson = 600;

export interface CatalogueData {
  /** By path relative to the folder of the catalogue. */
  files: Map<string, Uint8Array>;
  /** The file that the page names. */
  src: string;
}

/** `json`: catalogue.json, of so many trainings. Throws CompileError where the core refuses it. */
export function catalogueData(compiler: Compiler, json: Uint8Array, trainings: number): CatalogueData {
  const parts = partsFiles(compiler.writeParts(json));
  const src = trainings > kMostInJson ? kIndexFile : kCatalogueFile;
  return { files: new Map([[kCatalogueFile, json], ...parts]), src };
}
