// SPDX-License-Identifier: MIT
// The files of a catalogue in parts (docs/parts.md): its index, and one file per part that the index does not hold.
import { createHash } from 'node:crypto';
import { fileOf, hashIn, readIndex } from '../core/parts-index.js';

/** What a page names in `src`. */
export const kIndexFile = 'catalogue.parts';

const kVersion = 'parts 1\n';
const kHead = 0;
const kHashes = 1;
const kFirstBlock = 6;
/** Their hashes are in the index: those of parts 0 to 5 and of the first 16 blocks, 512 trainings. */
const kHashed = kFirstBlock + 16;
const kHashBytes = 32;
/**
 * Up to this sum the index holds all parts: some 120 trainings, 33 KB of brotli. That is what a first list, a filter and a
 * page of results take in files of their own, with seven requests.
 */
const kMostInOneFile = 384 * 1024;

/**
 * The files by path relative to the folder of the index. `parts`: each by its number, as `writeParts` of the compiler gives
 * them; one that the catalogue does not need is empty. Part 1, the hashes, is made here.
 */
export function partsFiles(parts: readonly Uint8Array[], mostInOneFile = kMostInOneFile): Map<string, Uint8Array> {
  const isOneFile = sizeOf(parts) <= mostInOneFile;
  const all = isOneFile ? [...parts] : withHashes(parts);
  const hashes = isOneFile ? [] : all.slice(0, kHashed).map(hashOf);
  const isInIndex = (part: Uint8Array, number: number): boolean =>
    part.length > 0 && (isOneFile || number === kHead || number === kFirstBlock);
  const files = new Map<string, Uint8Array>();
  const inIndex: Uint8Array[] = [];
  all.forEach((part, number) => {
    if (isInIndex(part, number)) inIndex.push(numbers(number, part.length), part);
    else if (part.length > 0) files.set(fileOf(hashOf(part)).path, part);
  });
  const index = Buffer.concat([Buffer.from(kVersion), numbers(all.length, hashes.length), ...hashes, ...inIndex]);
  return files.set(kIndexFile, index);
}

/**
 * Paths of the files that an index names, relative to its folder. `read`: the bytes of such a file. Throws CatalogueError
 * for what is no index, and what `read` throws.
 */
export function partsNamed(index: Uint8Array, read: (path: string) => Uint8Array): Set<string> {
  const { count, hashes } = readIndex(index);
  const ofHashes = hashIn(hashes, kHashes);
  const table = ofHashes ? read(fileOf(ofHashes).path) : new Uint8Array();
  const named = [...Array(count).keys()].map((number) => hashIn(hashes, number) ?? hashIn(table, number));
  return new Set(named.flatMap((hash) => (hash ? fileOf(hash).path : [])));
}

const sizeOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, { length }) => sum + length, 0);

/** The hash of every part is in part 1. Its own is zeros there, as those of empty parts are. */
function withHashes(parts: readonly Uint8Array[]): Uint8Array[] {
  const all = [...parts];
  all[kHashes] = new Uint8Array();
  all[kHashes] = Buffer.concat(all.map(hashOf));
  return all;
}

function hashOf(part: Uint8Array): Uint8Array {
  return part.length === 0 ? new Uint8Array(kHashBytes) : createHash('sha256').update(part).digest();
}

/** Four bytes each, little-endian. */
function numbers(...values: number[]): Uint8Array {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => bytes.writeUInt32LE(value, 4 * i));
  return bytes;
}
