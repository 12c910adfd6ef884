// SPDX-License-Identifier: MIT
// Reads an index of parts as docs/parts.md says, apart from the code that writes and reads it.
import { createHash } from 'node:crypto';

const kHash = 16;

export const hex = (bytes) =>
  createHash('sha256')
    .update(bytes)
    .digest('hex')
    .slice(0, 2 * kHash);

/** `{count, root, inlined}`: the root in hexadecimal; `inlined`: bytes by number of part. */
export function readIndex(bytes) {
  const index = Buffer.from(bytes);
  if (index.toString('latin1', 0, 8) !== 'parts 1\n') throw new Error('no index of parts');
  const count = index.readUInt32LE(8);
  const root = index.toString('hex', 12, 12 + kHash);
  const inlined = new Map();
  for (let at = 12 + kHash; at < index.length; ) {
    const size = index.readUInt32LE(at + 4);
    if (at + 8 + size > index.length) throw new Error(`part ${index.readUInt32LE(at)} is cut`);
    inlined.set(index.readUInt32LE(at), index.subarray(at + 8, at + 8 + size));
    at += 8 + size;
  }
  return { count, root, inlined };
}

/** The path of a part beside an index. */
export const pathIn = (indexBytes, number) => `parts/${readIndex(indexBytes).root.slice(0, 16)}/${number}.bin`;

/** The tree over these leaves, level by level; hashes in hexadecimal. */
function treeOver(leaves) {
  const levels = [leaves];
  while (levels.at(-1).length > 1) {
    const below = levels.at(-1);
    const pair = (i) => Buffer.from(below[i] + (below[i + 1] ?? '00'.repeat(kHash)), 'hex');
    levels.push(below.flatMap((_, i) => (i % 2 ? [] : [hex(pair(i))])));
  }
  return levels;
}

/**
 * Every part by its number, empty where there is none. `fileAt`: the bytes of a path beside the index; none, or undefined,
 * where there is no file. Throws where the tree of hashes is not that of the parts.
 */
export function readParts(indexBytes, fileAt) {
  const { count, root, inlined } = readIndex(indexBytes);
  const depth = Math.ceil(Math.log2(count));
  const branches = new Map();
  const parts = Array.from({ length: count }, (_, number) => {
    if (inlined.has(number)) return inlined.get(number);
    const file = fileAt(pathIn(indexBytes, number));
    if (!file) return Buffer.alloc(0);
    const bytes = Buffer.from(file);
    const end = bytes.length - kHash * depth;
    branches.set(number, bytes.toString('hex', end));
    return bytes.subarray(0, end);
  });
  const levels = treeOver(parts.map(hex));
  if (levels.at(-1)[0] !== root) throw new Error('a part is not that of the index');
  for (const [number, branch] of branches) {
    const neighbours = levels.slice(0, -1).map((level, up) => level[(number >> up) ^ 1] ?? '00'.repeat(kHash));
    if (neighbours.join('') !== branch) throw new Error(`the branch of part ${number}`);
  }
  return parts;
}
