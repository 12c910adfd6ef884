// SPDX-License-Identifier: MIT
// Repeatable pseudo-random numbers: mulberry32.

/** @param {number} seed  Gives `{below(n), chance(p), pick(list), some(list, max)}`. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  const pick = (list) => list[below(list.length)];
  const some = (list, max) => [...new Set(Array.from({ length: below(max + 1) }, () => pick(list)))];
  return { below, pick, some, chance: (p) => next() < p };
}
