// SPDX-License-Identifier: MIT
// Checks a part against the root of the tree of hashes over all parts of a catalogue (docs/parts.md): one root of 16 bytes
// vouches for each of 100,000 files.

/** The first bytes of a SHA-256: as hard to meet on purpose as a key of 128 bits. */
export const kHashBytes = 16;

/** Bytes of a part's branch: a hash per level, from that of the neighbour of the part's own up to one below the root. */
export const branchBytes = (parts: number): number => kHashBytes * Math.ceil(Math.log2(parts));

/** The root of a tree in which part `number` has these bytes and this branch. */
export async function rootOf(bytes: Uint8Array, number: number, branch: Uint8Array): Promise<Uint8Array> {
  let hash = await hashOf(bytes);
  let place = number;
  for (let at = 0; at < branch.length; at += kHashBytes, place >>= 1) {
    const neighbour = branch.subarray(at, at + kHashBytes);
    const pair = new Uint8Array(2 * kHashBytes);
    pair.set(hash, place & 1 ? kHashBytes : 0);
    pair.set(neighbour, place & 1 ? 0 : kHashBytes);
    hash = await hashOf(pair);
  }
  return hash;
}

const hashOf = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>), 0, kHashBytes);
