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

/** Takes a file: its path relative to the folder of the index. */
export type AddFile = (path: string, bytes: Uint8Array) => void;

/** Makes the files of parts that come one by one, as `writeParts` of the compiler gives them. */
export class PartsFiles {
  readonly #add: AddFile;
  readonly #mostInOneFile: number;
  /** By number of the part. */
  readonly #hashes: Uint8Array[] = [];
  /** Those that the index will hold. */
  readonly #kept = new Map<number, Uint8Array>();
  #isOneFile = true;
  #size = 0;

  /** `add` takes each file at once; up to `mostInOneFile` bytes of parts all are in the index. */
  constructor(add: AddFile, mostInOneFile = kMostInOneFile) {
    this.#add = add;
    this.#mostInOneFile = mostInOneFile;
  }

  /** Takes each number once, in any order. `bytes`: empty where the catalogue does not need the part. */
  addPart(number: number, bytes: Uint8Array): void {
    this.#hashes[number] = hashOf(bytes);
    if (bytes.length === 0) return;
    this.#kept.set(number, bytes);
    this.#size += bytes.length;
    this.#isOneFile &&= this.#size <= this.#mostInOneFile;
    if (!this.#isOneFile) this.#addFiles();
  }

  #addFiles(): void {
    for (const [number, bytes] of this.#kept) {
      if (number === kHead || number === kFirstBlock) continue;
      this.#add(fileOf(this.#hashes[number]!).path, bytes);
      this.#kept.delete(number);
    }
  }

  /** After the last part. The index holds the head, the first block and the first page of hashes, or all parts. */
  end(): void {
    // No file, no hash: zeros.
    const pages = pagesOf(this.#hashes).map((page) => (this.#isOneFile ? new Uint8Array() : page));
    const [first, ...others] = pages;
    if (first?.length) this.#kept.set(this.#hashes.length, first);
    for (const page of others) if (page.length > 0) this.#add(fileOf(hashOf(page)).path, page);
    const inlined = [...this.#kept].sort(([a], [b]) => a - b);
    this.#add(
      kIndexFile,
      Buffer.concat([
        Buffer.from(kVersion),
        numbers(this.#hashes.length),
        ...pages.map(hashOf),
        ...inlined.flatMap(([number, bytes]) => [numbers(number, bytes.length), bytes]),
      ]),
    );
  }
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

/** Pages of the parts' hashes. */
function pagesOf(hashes: readonly Uint8Array[]): Uint8Array[] {
  const pages = [];
  for (let first = 0; first < hashes.length; first += kPageHashes)
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
