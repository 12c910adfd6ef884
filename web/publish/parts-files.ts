// SPDX-License-Identifier: MIT
// The files of a catalogue in parts (docs/parts.md): its index, and one file per part that the index does not hold.
import { createHash } from 'node:crypto';
import { fileOf, hashAt, kHashBytes, kPageHashes, kVersion, readIndex } from '../core/parts-index.js';

/** What a page names in `src`. */
export const kIndexFile = 'catalogue.parts';

const kHead = 0;
const kFirstBlock = 5;
/**
 * Up to this sum the index holds all parts: some 130 trainings, 30 KB of brotli. That is what a first list, a filter and a
 * page of results take in files of their own, with seven requests.
 */
const kMostInOneFile = 96 * 1024;

/**
 * The files by path relative to the folder of the index. `parts`: each by its number, as `writeParts` of the compiler gives
 * them; one that the catalogue does not need is empty. The index holds the head, the first block and the first page of
 * hashes; up to `mostInOneFile` bytes of parts, all of them.
 */
export function partsFiles(parts: readonly Uint8Array[], mostInOneFile = kMostInOneFile): Map<string, Uint8Array> {
  const isOneFile = sizeOf(parts) <= mostInOneFile;
  // No file, no hash: zeros.
  const pages = pagesOf(parts).map((page) => (isOneFile ? new Uint8Array() : page));
  const inIndex = isOneFile ? [...parts.keys()] : [kHead, kFirstBlock, parts.length];
  const files = new Map<string, Uint8Array>();
  const inlined: Uint8Array[] = [];
  [...parts, ...pages].forEach((part, number) => {
    if (part.length === 0) return;
    if (inIndex.includes(number)) inlined.push(numbers(number, part.length), part);
    else files.set(fileOf(hashOf(part)).path, part);
  });
  const index = Buffer.concat([Buffer.from(kVersion), numbers(parts.length), ...pages.map(hashOf), ...inlined]);
  return files.set(kIndexFile, index);
}

/**
 * Paths of the files that an index names, relative to its folder. `read`: the bytes of such a file. Throws CatalogueError
 * for what is no index, and what `read` throws.
 */
export function partsNamed(index: Uint8Array, read: (path: string) => Uint8Array): Set<string> {
  const { count, pages, inlined } = readIndex(index);
  const named = new Set<string>();
  const name = (hash: Uint8Array | undefined): string | undefined => {
    if (hash) named.add(fileOf(hash).path);
    return hash && fileOf(hash).path;
  };
  for (let page = 0; page * kHashBytes < pages.length; page += 1) {
    const inIndex = inlined.get(count + page);
    const path = inIndex ? undefined : name(hashAt(pages, page));
    const hashes = inIndex ?? (path === undefined ? new Uint8Array() : read(path));
    for (let place = 0; place < kPageHashes; place += 1) name(hashAt(hashes, place));
  }
  return named;
}

const sizeOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, { length }) => sum + length, 0);

/** Pages of the parts' hashes. */
function pagesOf(parts: readonly Uint8Array[]): Uint8Array[] {
  const hashes = parts.map(hashOf);
  const pages = [];
  for (let first = 0; first < parts.length; first += kPageHashes)
    pages.push(Buffer.concat(hashes.slice(first, first + kPageHashes)));
  return pages;
}

/** Zeros for an empty part. */
function hashOf(part: Uint8Array): Uint8Array {
  return part.length === 0 ? new Uint8Array(kHashBytes) : createHash('sha256').update(part).digest();
}

/** Four bytes each, little-endian. */
function numbers(...values: number[]): Uint8Array {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => bytes.writeUInt32LE(value, 4 * i));
  return bytes;
}
