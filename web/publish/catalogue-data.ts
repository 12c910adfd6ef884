// SPDX-License-Identifier: MIT
// The data of a page: its catalogue as one file and in parts, and which of the two the page names.
import type { Compiler } from '../compiler/index.js';
import { addPartsFiles, kIndexFile, type AddFile } from './parts-files.js';

export const kCatalogueFile = 'catalogue.json';

/**
 * Up to here a page names catalogue.json. Measured with 600 trainings whose descriptions have 20 to 60 words, in brotli:
 * one file is 85 KB; in parts a first list is 10 KB, a first filter 12 more, another page of results 4, an order by title 6,
 * a text 20 to 45. But each question then waits for the network, two or three times: at 400 ms and 512 kbit/s, a list, a
 * filter and a page of results take 1.7 s in one file, 2.1 in parts; of 800 trainings 2.1 both.
 */
export const kMostInJson = 600;

/**
 * Adds the files of a catalogue. Returns the file that the page names. `json`: catalogue.json, of so many trainings. Throws
 * CompileError where the core refuses it, and what `add` throws.
 */
export function addCatalogueData(compiler: Compiler, json: Uint8Array, trainings: number, add: AddFile): string {
  const parts: Uint8Array[] = [];
  compiler.writeParts(json, (number, bytes) => (parts[number] = bytes));
  addPartsFiles(parts, add);
  add(kCatalogueFile, json);
  return trainings > kMostInJson ? kIndexFile : kCatalogueFile;
}
