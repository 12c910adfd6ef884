// SPDX-License-Identifier: MIT
// Plain JavaScript written as well as we can: typed columns, a bitset per value, rows counted from
// the smaller side of each mask.
import { facets, valuesOf } from '../../oracle/oracle.mjs';

export const name = 'plain JS columns';
export const finds = ['filter'];
export const files = ['tests/bench/engines/columns.mjs'];

function popcount(word) {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** One facet: values by number, the values of each row in a row, a bitset per value. */
function makeFacet(trainings, key) {
  const numbers = new Map();
  const first = new Uint32Array(trainings.length + 1);
  const held = [];
  trainings.forEach((training, row) => {
    for (const value of new Set(valuesOf(training, key))) {
      if (!numbers.has(value)) numbers.set(value, numbers.size);
      held.push(numbers.get(value));
    }
    first[row + 1] = held.length;
  });
  const words = (trainings.length + 31) >>> 5;
  const bits = Array.from(numbers, () => new Uint32Array(words));
  const totals = new Uint32Array(numbers.size);
  for (let row = 0; row < trainings.length; row += 1) {
    for (let i = first[row]; i < first[row + 1]; i += 1) {
      bits[held[i]][row >>> 5] |= 1 << (row & 31);
      totals[held[i]] += 1;
    }
  }
  return { key, numbers, first, held: Uint16Array.from(held), bits, totals };
}

function forEachRow(mask, visit) {
  for (let i = 0; i < mask.length; i += 1) {
    for (let word = mask[i]; word !== 0; word &= word - 1) visit((i << 5) + 31 - Math.clz32(word & -word));
  }
}

const size = (mask) => mask.reduce((sum, word) => sum + popcount(word), 0);

export async function build({ json }) {
  const { trainings } = JSON.parse(new TextDecoder().decode(json));
  const columns = facets.map((key) => makeFacet(trainings, key));
  const words = (trainings.length + 31) >>> 5;
  const full = new Uint32Array(words).fill(0xffffffff);
  if (trainings.length & 31) full[words - 1] = (1 << (trainings.length & 31)) - 1;

  const select = ({ key, numbers, bits }, asked) => {
    const set = key === 'droit' ? full.slice() : new Uint32Array(words);
    for (const value of asked) {
      const held = bits[numbers.get(value)];
      for (let i = 0; i < words; i += 1) set[i] = key === 'droit' ? set[i] & (held?.[i] ?? 0) : set[i] | (held?.[i] ?? 0);
    }
    return set;
  };
  const common = (sets, left) => {
    const mask = full.slice();
    sets.forEach((set, f) => {
      if (set && f !== left) for (let i = 0; i < words; i += 1) mask[i] &= set[i];
    });
    return mask;
  };
  const count = ({ totals, first, held, bits }, mask, total) => {
    if (total === trainings.length) return totals;
    const rest = trainings.length - total;
    if (bits.length * words < 2 * Math.min(total, rest)) {
      return Uint32Array.from(bits, (set) => { let n = 0; for (let i = 0; i < words; i += 1) n += popcount(set[i] & mask[i]); return n; });
    }
    const isSmall = total <= rest;
    const counts = isSmall ? new Uint32Array(totals.length) : totals.slice();
    const step = isSmall ? 1 : -1;
    forEachRow(isSmall ? mask : mask.map((word, i) => full[i] & ~word), (row) => {
      for (let i = first[row]; i < first[row + 1]; i += 1) counts[held[i]] += step;
    });
    return counts;
  };
  return {
    query({ asked }) {
      const sets = columns.map((column) => (asked[column.key].length ? select(column, asked[column.key]) : null));
      const all = common(sets, -1);
      const total = size(all);
      const ids = [];
      for (let i = 0; i < words && ids.length < 20; i += 1) {
        for (let word = all[i]; word !== 0 && ids.length < 20; word &= word - 1) ids.push(trainings[(i << 5) + 31 - Math.clz32(word & -word)].id);
      }
      const counts = columns.map((column, f) => {
        const isOwn = sets[f] && column.key !== 'droit';
        const mask = isOwn ? common(sets, f) : all;
        return count(column, mask, isOwn ? size(mask) : total);
      });
      return { total, ids, counts: (key) => {
        const f = facets.indexOf(key);
        return new Map([...columns[f].numbers].map(([value, i]) => [value, counts[f][i]]));
      } };
    },
  };
}
