// SPDX-License-Identifier: MIT
// Reads an index of parts as docs/parts.md says, apart from the code that writes and reads it.
import { createHash } from 'node:crypto';

export const hex = (bytes) => createHash('sha256').update(bytes).digest('hex');

const kPerPage = 128;

/** `{count, pages, inlined}`: hashes of pages in hexadecimal; `inlined`: bytes by number of part or page. */
export function readIndex(bytes) {
  const index = Buffer.from(bytes);
  if (index.toString('latin1', 0, 8) !== 'parts 1\n') throw new Error('no index of parts');
  const count = index.readUInt32LE(8);
  const pages = Array.from({ length: Math.ceil(count / kPerPage) }, (_, i) =>
    index.toString('hex', 12 + 32 * i, 44 + 32 * i),
  );
  const inlined = new Map();
  for (let at = 12 + 32 * pages.length; at < index.length; ) {
    const size = index.readUInt32LE(at + 4);
    if (at + 8 + size > index.length) throw new Error(`part ${index.readUInt32LE(at)} is cut`);
    inlined.set(index.readUInt32LE(at), index.subarray(at + 8, at + 8 + size));
    at += 8 + size;
  }
  return { count, pages, inlined };
}

/**
 * Every part by its number, empty where there is none, and the hash of each, in hexadecimal. `files`: the bytes of a path
 * beside the index; it throws for no file.
 */
export function readParts(indexBytes, files) {
  const { count, pages, inlined } = readIndex(indexBytes);
  const fetched = (hash) => {
    if (/^0*$/.test(hash)) return Buffer.alloc(0);
    const part = files(`parts/${hash.slice(0, 16)}.bin`);
    if (hex(part) !== hash) throw new Error(`${hash} is another part`);
    return Buffer.from(part);
  };
  const hashes = pages.flatMap((hash, page) => {
    const bytes = inlined.get(count + page) ?? fetched(hash);
    return Array.from({ length: bytes.length / 32 }, (_, i) => bytes.toString('hex', 32 * i, 32 * i + 32));
  });
  const parts = Array.from({ length: count }, (_, number) => inlined.get(number) ?? fetched(hashes[number] ?? ''));
  return { hashes, parts };
}
