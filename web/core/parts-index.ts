// SPDX-License-Identifier: MIT
// Reads the index of a catalogue in parts, `catalogue.parts` (docs/parts.md).
import { CatalogueError } from './catalogue-error.js';
import { kHashBytes } from './hash-tree.js';

export const kVersion = 'parts 1\n';
/** More than the parts of the largest catalogue that the core reads. */
const kMostParts = 1_000_000;

/** What the index holds. Parts are known by their number. */
export interface PartsIndex {
  count: number;
  /** The root of the tree of hashes over all parts. */
  root: Uint8Array;
  /** Parts that are in the index itself. */
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
  const root = take(kHashBytes);
  const inlined = new Map<number, Uint8Array>();
  while (at < bytes.length) {
    const part = number(count - 1);
    inlined.set(part, take(number(bytes.length)));
  }
  return { count, root, inlined };
}

/** The folder of the parts' files, relative to the index: each deployment has its own. */
export const folderOf = (root: Uint8Array): string => `parts/${hexOf(root.subarray(0, 8))}`;

export const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The file of a part in that folder: its bytes, then its branch. */
export const fileOf = (part: number): string => `${part}.bin`;
