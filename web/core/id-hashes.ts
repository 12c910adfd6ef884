// SPDX-License-Identifier: MIT
// Where the trainings of given ids may be in a catalogue in parts: its last part has two bytes of hash for each training's
// id (docs/parts.md).

const kBytes = 2;

/** Rows, from 0, whose id has the hash of one of `ids`: theirs, and one in 65,536 of the others for each. */
export function rowsWith(part: Uint8Array, ids: readonly string[]): number[] {
  const view = new DataView(part.buffer, part.byteOffset, part.length);
  const hashes = new Set(ids.map(hashOf));
  return Array.from({ length: part.length / kBytes }, (_, row) => row).filter((row) =>
    hashes.has(view.getUint16(kBytes * row, true)),
  );
}

/** FNV-1a of 32 bits over UTF-8, both halves as one. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 16) ^ (hash & 0xffff);
}
