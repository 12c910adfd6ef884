// SPDX-License-Identifier: MIT
// Reads an index of parts as docs/parts.md says, apart from the code that writes and reads it.
import { createHash } from 'node:crypto';

export const hex = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** `{count, hashes, inlined}`: hashes in hexadecimal; `inlined`: the bytes of parts by their number. */
export function readIndex(bytes) {
  const index = Buffer.from(bytes);
  if (index.toString('latin1', 0, 8) !== 'parts 1\n') throw new Error('no index of parts');
  const count = index.readUInt32LE(8);
  const hashed = index.readUInt32LE(12);
  const hashes = Array.from({ length: hashed }, (_, i) => index.toString('hex', 16 + 32 * i, 48 + 32 * i));
  const inlined = new Map();
  for (let at = 16 + 32 * hashed; at < index.length; ) {
    const size = index.readUInt32LE(at + 4);
    if (at + 8 + size > index.length) throw new Error(`part ${index.readUInt32LE(at)} is cut`);
    inlined.set(index.readUInt32LE(at), index.subarray(at + 8, at + 8 + size));
    at += 8 + size;
  }
  return { count, hashes, inlined };
}

/** Every part by its number, empty where there is none. `files`: the bytes of a path beside the index; it throws for no file. */
export function readParts(indexBytes, files) {
  const { count, hashes, inlined } = readIndex(indexBytes);
  const zeros = '0'.repeat(64);
  const fetched = (hash) => {
    const part = files(`parts/${hash.slice(0, 16)}.bin`);
    if (hex(part) !== hash) throw new Error(`${hash} is another part`);
    return Buffer.from(part);
  };
  const table = hashes.length > 1 ? fetched(hashes[1]) : Buffer.alloc(32 * count);
  const hashOf = (number) => hashes[number] ?? table.toString('hex', 32 * number, 32 * number + 32);
  const partOf = (number) => {
    if (inlined.has(number)) return inlined.get(number);
    return hashOf(number) === zeros ? Buffer.alloc(0) : fetched(hashOf(number));
  };
  return { table, parts: Array.from({ length: count }, (_, number) => partOf(number)) };
}
