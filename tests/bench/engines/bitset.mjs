// SPDX-License-Identifier: MIT
// Bitsets of 32-bit words, in plain JavaScript, which has no instruction to count bits.

function popcount(word) {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * The number of rows that `a` shares with the bitset at `b[at]`. Eight words are added bit by bit (Harley and Seal's
 * carry-save adders), so that only one in eight is counted.
 */
export function sizeOfCommon(a, b, at) {
  let [eightfold, fours, twos, ones] = [0, 0, 0, 0];
  const end = a.length & ~7;
  for (let i = 0; i < end; i += 8, at += 8) {
    let x = a[i] & b[at];
    let y = a[i + 1] & b[at + 1];
    let half = ones ^ x;
    let twosA = (ones & x) | (half & y);
    ones = half ^ y;
    x = a[i + 2] & b[at + 2];
    y = a[i + 3] & b[at + 3];
    half = ones ^ x;
    let twosB = (ones & x) | (half & y);
    ones = half ^ y;
    half = twos ^ twosA;
    const foursA = (twos & twosA) | (half & twosB);
    twos = half ^ twosB;
    x = a[i + 4] & b[at + 4];
    y = a[i + 5] & b[at + 5];
    half = ones ^ x;
    twosA = (ones & x) | (half & y);
    ones = half ^ y;
    x = a[i + 6] & b[at + 6];
    y = a[i + 7] & b[at + 7];
    half = ones ^ x;
    twosB = (ones & x) | (half & y);
    ones = half ^ y;
    half = twos ^ twosA;
    const foursB = (twos & twosA) | (half & twosB);
    twos = half ^ twosB;
    half = fours ^ foursA;
    eightfold += popcount((fours & foursA) | (half & foursB));
    fours = half ^ foursB;
  }
  let size = 8 * eightfold + 4 * popcount(fours) + 2 * popcount(twos) + popcount(ones);
  for (let i = end; i < a.length; i += 1, at += 1) size += popcount(a[i] & b[at]);
  return size;
}

export const sizeOf = (set) => sizeOfCommon(set, set, 0);

/** Sets `out` to the intersection of two or more sets, or to their union. */
export function combine(sets, isAll, out) {
  out.set(sets[0]);
  for (const set of sets.slice(1)) {
    if (isAll) for (let i = 0; i < out.length; i += 1) out[i] &= set[i];
    else for (let i = 0; i < out.length; i += 1) out[i] |= set[i];
  }
}

/** Sets `all` to the intersection of the sets, and `once` to the rows that exactly one of them lacks. */
export function intersect(sets, full, all, once) {
  all.set(full);
  once.fill(0);
  for (const set of sets) {
    for (let i = 0; i < all.length; i += 1) {
      const word = set[i];
      once[i] = (once[i] & word) | (all[i] & ~word);
      all[i] &= word;
    }
  }
}

/** Sets `out` to the intersection of all the sets but `set`. */
export function leaveOut(set, all, once, out) {
  for (let i = 0; i < out.length; i += 1) out[i] = all[i] | (once[i] & ~set[i]);
}
