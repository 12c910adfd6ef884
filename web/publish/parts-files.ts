// SPDX-License-Identifier: MIT
// The files of a catalogue in parts (docs/parts.md): its index, and one file per part that the index does not hold.
import { fileOf, folderOf, kVersion, readIndex } from '../core/parts-index.js';
import { HashTree, hashOf } from './hash-tree.js';

/** What a page names in `src`. */
export const kIndexFile = 'catalogue.parts';

const kHead = 0;
const kFirstBlock = 5;
/**
 * Up to this sum the index holds all parts: some 130 trainings, 30 KB of brotli. That is what a first list, a filter and a
 * page of results take in files of their own, with seven requests.
 */
const kMostInOneFile = 96 * 1024;

const kLetGo = new Uint8Array();

/** Takes a file: its path relative to the folder of the index. */
export type AddFile = (path: string, bytes: Uint8Array) => void;

/**
 * Adds the files of `parts`: each by its number, as `writeParts` of the compiler gives them; one that the catalogue does not
 * need is empty. The index holds the head and the first block; up to `mostInOneFile` bytes of parts, all of them. Lets go of
 * each part once its file is made: those of a million trainings take 600 MB.
 */
export function addPartsFiles(parts: Uint8Array[], add: AddFile, mostInOneFile = kMostInOneFile): void {
  const isOneFile = sizeOf(parts) <= mostInOneFile;
  const tree = new HashTree(parts.map((part) => hashOf(part)));
  const folder = folderOf(tree.root);
  const inlined: Uint8Array[] = [];
  parts.forEach((part, number) => {
    if (part.length === 0) return;
    if (isOneFile || number === kHead || number === kFirstBlock) inlined.push(numbers(number, part.length), part);
    else add(`${folder}/${fileOf(number)}`, Buffer.concat([part, tree.branch(number)]));
    parts[number] = kLetGo;
  });
  add(kIndexFile, Buffer.concat([Buffer.from(kVersion), numbers(parts.length), tree.root, ...inlined]));
}

/** The folder of the files that an index names, relative to its own. Throws CatalogueError for what is no index. */
export const folderNamed = (index: Uint8Array): string => folderOf(readIndex(index).root);

const sizeOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, { length }) => sum + length, 0);

/** Four bytes each, little-endian. */
function numbers(...values: number[]): Uint8Array {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => bytes.writeUInt32LE(value, 4 * i));
  return bytes;
}
