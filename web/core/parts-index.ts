// SPDX-License-Identifier: MIT
// Reads the index of a catalogue in parts, `catalogue.parts` (docs/parts.md).
import { CatalogueError } from './catalogue-error.js';

const kVersion = 'parts 1\n';
const kHashBytes = 32;
/** More than the parts of the largest catalogue that the core reads. */
const kMostParts = 1_000_000;

/** What the index holds. Parts are known by their number. */
export interface PartsIndex {
  count: number;
  /** SHA-256 of the first parts, 32 bytes each. */
  hashes: Uint8Array;
  /** Parts in the index itself. */
  inlined: Map<number, Uint8Array>;
}

/** Whether a file is such an index, and not a catalogue.json. */
export const isIndex = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(0, kVersion.length)) === kVersion;

/** Throws CatalogueError `invalid-index`, whose place is an offset in bytes. */
export function readIndex(bytes: Uint8Array): PartsIndex {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  const need = (size: number): void => {
    if (size > bytes.length - at) throw new CatalogueError('invalid-index', String(at));
  };
  const take = (size: number): Uint8Array => {
    need(size);
    at += size;
    return bytes.subarray(at - size, at);
  };
  const number = (most: number): number => {
    need(4);
    const value = view.getUint32(at, true);
    if (value > most) throw new CatalogueError('invalid-index', String(at), String(value));
    at += 4;
    return value;
  };
  if (!isIndex(bytes)) throw new CatalogueError('invalid-index', '0');
  at = kVersion.length;
  const count = number(kMostParts);
  const hashes = take(number(count) * kHashBytes);
  const inlined = new Map<number, Uint8Array>();
  while (at < bytes.length) {
    const part = number(count);
    inlined.set(part, take(number(bytes.length)));
  }
  return { count, hashes, inlined };
}

/** The SHA-256 of part `number` in `hashes`, or undefined where there is none: such a part is not needed, or not listed. */
export function hashIn(hashes: Uint8Array, number: number): Uint8Array | undefined {
  const hash = hashes.subarray(number * kHashBytes, (number + 1) * kHashBytes);
  return hash.length === kHashBytes && hash.some(Boolean) ? hash : undefined;
}

/** The file of a part, relative to the index, and what `fetch` checks it with. */
export function fileOf(hash: Uint8Array): { path: string; integrity: string } {
  const digits = [...hash.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { path: `parts/${digits}.bin`, integrity: `sha256-${btoa(String.fromCharCode(...hash))}` };
}
