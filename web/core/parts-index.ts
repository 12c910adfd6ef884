// SPDX-License-Identifier: MIT
// Reads the index of a catalogue in parts, `catalogue.parts` (docs/parts.md).
import { CatalogueError } from './catalogue-error.js';

export const kVersion = 'parts 1\n';
export const kHashBytes = 32;
/** Hashes in a page of hashes, of the last page at most. */
export const kPageHashes = 128;
/** More than the parts of the largest catalogue that the core reads. */
const kMostParts = 1_000_000;

/** What the index holds. Parts are known by their number; the pages of hashes are numbered on from the last part. */
export interface PartsIndex {
  count: number;
  /** SHA-256 of the pages of hashes, 32 bytes each. */
  pages: Uint8Array;
  /** Parts, and pages of hashes, that are in the index itself. */
  inlined: Map<number, Uint8Array>;
}

/** Whether a file is such an index, and not a catalogue.json. */
export const isIndex = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(0, kVersion.length)) === kVersion;

/** Throws CatalogueError `invalid-index`, whose place is an offset in bytes. */
export function readIndex(bytes: Uint8Array): PartsIndex {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  const take = (size: number): Uint8Array => {
    if (size > bytes.length - at) throw new CatalogueError('invalid-index', String(at));
    at += size;
    return bytes.subarray(at - size, at);
  };
  const number = (most: number): number => {
    const start = at;
    take(4);
    const value = view.getUint32(start, true);
    if (value > most) throw new CatalogueError('invalid-index', String(start), String(value));
    return value;
  };
  if (!isIndex(bytes)) throw new CatalogueError('invalid-index', '0');
  take(kVersion.length);
  const count = number(kMostParts);
  const pageCount = Math.ceil(count / kPageHashes);
  const pages = take(pageCount * kHashBytes);
  const inlined = new Map<number, Uint8Array>();
  while (at < bytes.length) {
    const part = number(count + pageCount - 1);
    inlined.set(part, take(number(bytes.length)));
  }
  return { count, pages, inlined };
}

/** The page with the hash of a part, and the hash's place in it. */
export const placeOf = (part: number): { page: number; place: number } => ({
  page: Math.floor(part / kPageHashes),
  place: part % kPageHashes,
});

/** The hash at a place, or undefined where there is none: the catalogue needs no such part. */
export function hashAt(hashes: Uint8Array, place: number): Uint8Array | undefined {
  const hash = hashes.subarray(place * kHashBytes, (place + 1) * kHashBytes);
  return hash.length === kHashBytes && hash.some(Boolean) ? hash : undefined;
}

/** The file of a part, relative to the index, and what `fetch` checks it with. */
export function fileOf(hash: Uint8Array): { path: string; integrity: string } {
  const digits = [...hash.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { path: `parts/${digits}.bin`, integrity: `sha256-${btoa(String.fromCharCode(...hash))}` };
}
