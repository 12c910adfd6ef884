// SPDX-License-Identifier: MIT
// The tree of hashes over the parts of a catalogue (docs/parts.md): what web/core/hash-tree.ts checks.
import { createHash } from 'node:crypto';
import { kHashBytes } from '../core/hash-tree.js';

const kNoHash = Buffer.alloc(kHashBytes);

export const hashOf = (...bytes: Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const some of bytes) hash.update(some);
  return hash.digest().subarray(0, kHashBytes);
};

export class HashTree {
  /** The hashes of the parts, then those of pairs of hashes, and so on; the last level is the root alone. */
  readonly #levels: Buffer[][];

  /** `hashes`: of each part. */
  constructor(hashes: Buffer[]) {
    this.#levels = [hashes];
    for (let level = hashes; level.length > 1; this.#levels.push(level))
      level = Array.from({ length: Math.ceil(level.length / 2) }, (_, i) =>
        hashOf(level[2 * i]!, level[2 * i + 1] ?? kNoHash),
      );
  }

  get root(): Buffer {
    return this.#levels.at(-1)![0]!;
  }

  /** The neighbours of a part's hash and of each hash above it, from below. */
  branch(part: number): Buffer {
    return Buffer.concat(this.#levels.slice(0, -1).map((level, depth) => level[(part >> depth) ^ 1] ?? kNoHash));
  }
}
