// SPDX-License-Identifier: MIT
// The best plain JavaScript that we can write: typed columns, a bitset per value, no allocation per query. Each facet is
// counted in the cheaper way: with its bitsets, or row by row on the smaller side of the mask.
import { commonFacets as facets } from '../../oracle/facets.mjs';
import { combine, intersect, leaveOut, sizeOf, sizeOfCommon } from './bitset.mjs';
import { everyRow, makeFacet, wordsFor } from './facet-columns.mjs';
import { readTrainings } from './read.mjs';

export const name = 'plain JS columns';
export const finds = ['filter'];
export const files = ['tests/bench/engines/columns.mjs', 'tests/bench/engines/bitset.mjs'];

// The cost of counting one row, in words of a bitset.
const kWordsPerRow = 9;
const kWordsPerOnlyValue = 5;
const kNoEnd = 0x7fffffff;

/** The value of each row, or the number of values when it has none; null when a row holds several. */
function onlyValues({ first, held, values }) {
  const only = new Uint16Array(first.length - 1);
  for (let row = 0; row < only.length; row += 1) {
    if (first[row + 1] - first[row] > 1) return null;
    only[row] = first[row + 1] > first[row] ? held[first[row]] : values.length;
  }
  return only;
}

/** The durations of each row, with an end each: those of a row are `first[row]` to `first[row + 1]`. */
function durationsOf(trainings) {
  const [first, min, max] = [[0], [], []];
  for (const { durations } of trainings) {
    for (const duration of durations) {
      if (duration.min === undefined) continue;
      min.push(duration.min);
      max.push(duration.max ?? kNoEnd);
    }
    first.push(min.length);
  }
  return { first: Uint32Array.from(first), min: Int32Array.from(min), max: Int32Array.from(max) };
}

/** Sets `out` to the rows with a duration that overlaps one of the ranges. */
function selectRanges({ first, min, max }, ranges, out) {
  out.fill(0);
  for (const [from, to] of ranges) {
    for (let row = 0, at = 0; row < first.length - 1; row += 1) {
      for (const end = first[row + 1]; at < end; at += 1)
        if (min[at] <= to && max[at] >= from) out[row >>> 5] |= 1 << (row & 31);
    }
  }
  return out;
}

/** The rows that hold one of the selected values, or for rights all of them. */
function select({ key, numbers, sets, union, none }, asked) {
  if (asked.length === 1) return sets[numbers.get(asked[0])] ?? none;
  combine(
    asked.map((value) => sets[numbers.get(value)] ?? none),
    key === 'droit',
    union,
  );
  return union;
}

function countThroughBits({ bits, values }, mask, counts) {
  for (let value = 0, at = 0; value < values.length; value += 1, at += mask.length)
    counts[value] = sizeOfCommon(mask, bits, at);
}

/** Adds `step` to the counts for each row of `mask`, or for each row of `full` outside `mask`. */
function countThroughRows({ first, held }, mask, full, step, counts) {
  for (let i = 0; i < mask.length; i += 1) {
    for (let word = step > 0 ? mask[i] : full[i] & ~mask[i]; word !== 0; word &= word - 1) {
      const row = (i << 5) + 31 - Math.clz32(word & -word);
      for (let at = first[row], end = first[row + 1]; at < end; at += 1) counts[held[at]] += step;
    }
  }
}

/** The same where no row holds several values. */
function countOnlyValues(only, mask, full, step, counts) {
  for (let i = 0; i < mask.length; i += 1) {
    for (let word = step > 0 ? mask[i] : full[i] & ~mask[i]; word !== 0; word &= word - 1) {
      counts[only[(i << 5) + 31 - Math.clz32(word & -word)]] += step;
    }
  }
}

function count(column, mask, full, total, rows) {
  const { totals, counts, only } = column;
  const isSmall = total <= rows - total;
  const visited = Math.min(total, rows - total);
  const wordsPerRow = only ? kWordsPerOnlyValue : kWordsPerRow;
  if (visited > 0 && totals.length * mask.length < visited * wordsPerRow) return countThroughBits(column, mask, counts);
  if (isSmall) counts.fill(0);
  else counts.set(totals);
  if (visited === 0) return;
  if (only) countOnlyValues(only, mask, full, isSmall ? 1 : -1, counts);
  else countThroughRows(column, mask, full, isSmall ? 1 : -1, counts);
}

/** The ids of the first rows of a mask. */
function firstIds(mask, ids, limit) {
  const found = [];
  for (let i = 0; i < mask.length && found.length < limit; i += 1) {
    for (let word = mask[i]; word !== 0 && found.length < limit; word &= word - 1)
      found.push(ids[(i << 5) + 31 - Math.clz32(word & -word)]);
  }
  return found;
}

/** The choices of a facet, in the form of this package. */
function choices({ values, counts }, asked) {
  const list = new Array(values.length);
  for (let n = 0; n < values.length; n += 1)
    list[n] = { value: values[n], count: counts[n], selected: asked.length > 0 && asked.includes(values[n]) };
  return list;
}

/** A facet ready for queries: a view per set, and buffers for results. */
function prepare(facet, words, none) {
  return {
    ...facet,
    none,
    only: onlyValues(facet),
    sets: facet.values.map((_, n) => facet.bits.subarray(n * words, (n + 1) * words)),
    counts: new Uint32Array(facet.values.length + 1),
    union: new Uint32Array(words),
  };
}

export async function build({ json }) {
  const trainings = readTrainings(json);
  const rows = trainings.length;
  const words = wordsFor(rows);
  const none = new Uint32Array(words);
  const columns = facets.map((key) => prepare(makeFacet(trainings, key), words, none));
  const ids = trainings.map(({ id }) => id);
  const durations = durationsOf(trainings);
  const full = everyRow(rows);
  const [all, once, own] = [new Uint32Array(words), new Uint32Array(words), new Uint32Array(words)];
  return {
    query({ asked, ranges }) {
      const sets = columns.map((column) => {
        if (column.key === 'duree' && ranges.length > 0) return selectRanges(durations, ranges, column.union);
        return asked[column.key].length === 0 ? null : select(column, asked[column.key]);
      });
      intersect(
        sets.filter((set) => set !== null),
        full,
        all,
        once,
      );
      const total = sizeOf(all);
      const found = {};
      columns.forEach((column, f) => {
        const isOwn = sets[f] !== null && column.key !== 'droit';
        if (isOwn) leaveOut(sets[f], all, once, own);
        count(column, isOwn ? own : all, full, isOwn ? sizeOf(own) : total, rows);
        found[column.key] = choices(column, asked[column.key]);
      });
      return {
        total,
        ids: firstIds(all, ids, 20),
        facets: found,
        counts: (key) => new Map(found[key].map(({ value, count: n }) => [value, n])),
      };
    },
  };
}
