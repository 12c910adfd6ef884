// SPDX-License-Identifier: MIT
// A facet as typed arrays: the values of each row in a row, and a bitset per value, one after the other.
import { valuesOf } from '../../oracle/oracle.mjs';

/** 32-bit words of a bitset; even, so that it may be read as 64-bit ones. */
export const wordsFor = (rows) => ((rows + 63) >>> 6) << 1;

/**
 * `{key, values, numbers, first, held, bits, totals}`: `held[first[row] … first[row + 1]]` are the numbers of the
 * values of a row; the bitset of value `n` starts at `bits[n * words]`; `totals[n]` counts its rows.
 */
export function makeFacet(trainings, key) {
  const numbers = new Map();
  const first = new Uint32Array(trainings.length + 1);
  const list = [];
  trainings.forEach((training, row) => {
    for (const value of new Set(valuesOf(training, key))) {
      if (!numbers.has(value)) numbers.set(value, numbers.size);
      list.push(numbers.get(value));
    }
    first[row + 1] = list.length;
  });
  const held = Uint16Array.from(list);
  return { key, values: [...numbers.keys()], numbers, first, held, ...makeBits(first, held, numbers.size) };
}

function makeBits(first, held, valueCount) {
  const rows = first.length - 1;
  const words = wordsFor(rows);
  const bits = new Uint32Array(valueCount * words);
  const totals = new Uint32Array(valueCount);
  for (let row = 0; row < rows; row += 1) {
    for (let i = first[row]; i < first[row + 1]; i += 1) {
      bits[held[i] * words + (row >>> 5)] |= 1 << (row & 31);
      totals[held[i]] += 1;
    }
  }
  return { bits, totals };
}

/** The bitset of all rows. */
export function everyRow(rows) {
  const full = new Uint32Array(wordsFor(rows));
  full.fill(0xffffffff, 0, rows >>> 5);
  if (rows & 31) full[rows >>> 5] = (1 << (rows & 31)) - 1;
  return full;
}
