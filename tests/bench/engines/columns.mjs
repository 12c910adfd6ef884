// SPDX-License-Identifier: MIT
// Plain JavaScript written as well as we can: typed columns, a bitset per value, no array made per query but the
// answer, and each facet counted by the cheaper way: through its bitsets or through the rows of the smaller side.
import { facets } from '../../oracle/oracle.mjs';
import { everyRow, makeFacet, wordsFor } from './facet-columns.mjs';
import { readTrainings } from './read.mjs';

export const name = 'plain JS columns';
export const finds = ['filter'];
export const files = ['tests/bench/engines/columns.mjs'];

// What one row costs to count, in words of bitset that are intersected and counted in the same time.
const kWordsPerRow = 5;

function popcount(word) {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function sizeOf(mask) {
  let size = 0;
  for (let i = 0; i < mask.length; i += 1) size += popcount(mask[i]);
  return size;
}

/** Makes `out` the rows that hold the values asked: one of them, or all for rights. */
function select({ key, numbers, bits }, asked, out) {
  const words = out.length;
  const isAll = key === 'droit';
  out.fill(isAll ? 0xffffffff : 0);
  for (const value of asked) {
    const number = numbers.get(value);
    if (number === undefined) {
      if (isAll) out.fill(0);
      continue;
    }
    const start = number * words;
    if (isAll) for (let i = 0; i < words; i += 1) out[i] &= bits[start + i];
    else for (let i = 0; i < words; i += 1) out[i] |= bits[start + i];
  }
}

function intersect(out, full, sets, left) {
  out.set(full);
  for (let f = 0; f < sets.length; f += 1) {
    const set = sets[f];
    if (set === null || f === left) continue;
    for (let i = 0; i < out.length; i += 1) out[i] &= set[i];
  }
}

function countThroughBits({ bits }, mask, counts) {
  const words = mask.length;
  for (let value = 0, at = 0; value < counts.length; value += 1) {
    let count = 0;
    for (let i = 0; i < words; i += 1, at += 1) count += popcount(bits[at] & mask[i]);
    counts[value] = count;
  }
}

/** Adds `step` to the counts for each row of `mask`, or of what `mask` leaves of `full`. */
function countThroughRows({ first, held }, mask, full, step, counts) {
  for (let i = 0; i < mask.length; i += 1) {
    for (let word = step > 0 ? mask[i] : full[i] & ~mask[i]; word !== 0; word &= word - 1) {
      const row = (i << 5) + 31 - Math.clz32(word & -word);
      for (let at = first[row], end = first[row + 1]; at < end; at += 1) counts[held[at]] += step;
    }
  }
}

function count(column, mask, full, total, rows) {
  const { totals, counts } = column;
  const isSmall = total <= rows - total;
  const visited = Math.min(total, rows - total);
  if (visited > 0 && counts.length * mask.length < visited * kWordsPerRow) return countThroughBits(column, mask, counts);
  if (isSmall) counts.fill(0);
  else counts.set(totals);
  if (visited > 0) countThroughRows(column, mask, full, isSmall ? 1 : -1, counts);
}

/** The ids of the first rows of a mask. */
function firstIds(mask, ids, limit) {
  const found = [];
  for (let i = 0; i < mask.length && found.length < limit; i += 1) {
    for (let word = mask[i]; word !== 0 && found.length < limit; word &= word - 1) found.push(ids[(i << 5) + 31 - Math.clz32(word & -word)]);
  }
  return found;
}

/** The choices of a facet, in the form in which this package gives them. */
function choices({ values, counts }, asked) {
  const list = new Array(values.length);
  for (let n = 0; n < values.length; n += 1) list[n] = { value: values[n], count: counts[n], selected: asked.length > 0 && asked.includes(values[n]) };
  return list;
}

export async function build({ json }) {
  const trainings = readTrainings(json);
  const rows = trainings.length;
  const words = wordsFor(rows);
  const columns = facets.map((key) => makeFacet(trainings, key)).map((facet) => ({ ...facet, counts: new Uint32Array(facet.values.length), set: new Uint32Array(words) }));
  const ids = trainings.map(({ id }) => id);
  const full = everyRow(rows);
  const [all, own] = [new Uint32Array(words), new Uint32Array(words)];
  return {
    query({ asked }) {
      const sets = columns.map((column) => {
        if (asked[column.key].length === 0) return null;
        select(column, asked[column.key], column.set);
        return column.set;
      });
      intersect(all, full, sets, -1);
      const total = sizeOf(all);
      const found = {};
      columns.forEach((column, f) => {
        const isOwn = sets[f] !== null && column.key !== 'droit';
        if (isOwn) intersect(own, full, sets, f);
        count(column, isOwn ? own : all, full, isOwn ? sizeOf(own) : total, rows);
        found[column.key] = choices(column, asked[column.key]);
      });
      return { total, ids: firstIds(all, ids, 20), facets: found,
        counts: (key) => new Map(found[key].map(({ value, count: n }) => [value, n])) };
    },
  };
}
