// SPDX-License-Identifier: MIT
// No engine, but a floor: the time of the two plain ways of counting, in wasm on this machine. It reads no catalogue and
// writes no answer. A trial at the start chooses the cheaper way for each facet. Its memory is not measured.
import { readFileSync } from 'node:fs';
import { fromRoot } from '../../../toolchain/lib/paths.mjs';
import { facets } from '../../oracle/oracle.mjs';
import { everyRow, makeFacet, wordsFor } from './facet-columns.mjs';
import { readTrainings } from './read.mjs';

export const name = 'the limit: counts alone, in wasm';
export const finds = ['filter'];
export const files = [];

const kPage = 65_536;

/** Memory of the module, handed out once and kept. */
async function openModule() {
  const { instance } = await WebAssembly.instantiate(readFileSync(fromRoot('build/wasm/bench-limit.wasm')), stubs);
  const { memory } = instance.exports;
  let next = memory.buffer.byteLength;
  const take = (bytes) => {
    const start = next;
    next += (bytes + 7) & ~7;
    if (next > memory.buffer.byteLength) memory.grow(Math.ceil((next - memory.buffer.byteLength) / kPage));
    return start;
  };
  const put = (array) => {
    const start = take(array.byteLength);
    new Uint8Array(memory.buffer, start, array.byteLength).set(
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
    );
    return start;
  };
  return { ...instance.exports, take, put };
}

// What a stand-alone module may import without ever calling it.
const stub = new Proxy({}, { get: () => () => 0 });
const stubs = new Proxy({}, { get: () => stub });

const microseconds = (work) => {
  const start = performance.now();
  for (let i = 0; i < 20; i += 1) work();
  return performance.now() - start;
};

/** The cost of a row in words of a bitset, from a trial on the facet with the most values. */
function trial(module, columns, mask, words) {
  const widest = columns.reduce((one, other) => (other.values.length > one.values.length ? other : one));
  const { bits, first, held, counts, values } = widest;
  const total = module.size_of(mask, words);
  const perWord =
    microseconds(() => module.count_through_bits(bits, mask, words, values.length, counts)) / (words * values.length);
  return (
    microseconds(() => module.count_through_rows(first, held, mask, words, values.length, counts)) / total / perWord
  );
}

/** The facets in the module's memory, each with a buffer for the rows of a choice and one for the counts. */
function putColumns(module, trainings, words) {
  return facets
    .map((key) => makeFacet(trainings, key))
    .map(({ first, held, bits, totals, ...facet }) => ({
      ...facet,
      first: module.put(first),
      held: module.put(held),
      bits: module.put(bits),
      totals: module.put(totals),
      counts: module.put(totals),
      union: module.take(words * 8),
    }));
}

export async function build({ json }) {
  const trainings = readTrainings(json);
  const module = await openModule();
  const words = wordsFor(trainings.length) >>> 1;
  const columns = putColumns(module, trainings, words);
  const full = module.put(everyRow(trainings.length));
  const masks = {
    full,
    none: module.put(new Uint32Array(Math.max(2 * words, ...columns.map(({ values }) => values.length)))),
    all: module.take(words * 8),
    own: module.take(words * 8),
    rest: module.take(words * 8),
  };
  const floor = new Floor(module, columns, masks, words, trainings.length, trial(module, columns, full, words));
  const countsOf = ({ counts, values }) => new Map(values.map((value, n) => [value, floor.view[(counts >> 2) + n]]));
  return {
    query: ({ asked }) => {
      const total = floor.count(asked);
      return {
        total,
        get ids() {
          return idsOf(floor.view.subarray(masks.all >> 2), trainings);
        },
        counts: (key) => countsOf(columns.find((column) => column.key === key)),
      };
    },
  };
}

function idsOf(mask, trainings) {
  const ids = [];
  for (let row = 0; row < trainings.length && ids.length < 20; row += 1)
    if (mask[row >>> 5] & (1 << (row & 31))) ids.push(trainings[row].id);
  return ids;
}

/** One query's work: the masks, the total, the counts of each facet. */
class Floor {
  constructor(module, columns, masks, words, rows, wordsPerRow) {
    Object.assign(this, { module, columns, masks, words, rows, wordsPerRow });
    this.view = new Uint32Array(module.memory.buffer);
  }

  /** Leaves the counts in each column's place, the rows found in `masks.all`; gives the total. */
  count(asked) {
    const { all, own } = this.masks;
    const chosen = this.columns.map((column) => this.#chosen(column, asked[column.key]));
    const total = this.#intersect(all, chosen, -1);
    this.columns.forEach((column, f) => {
      const isOwn = chosen[f].length > 0 && column.key !== 'droit';
      this.#countFacet(column, isOwn ? own : all, isOwn ? this.#intersect(own, chosen, f) : total);
    });
    return total;
  }

  /** Bitsets that all must hold: one per right, and one for all the values of another facet. */
  #chosen(column, asked) {
    const { module, masks, words } = this;
    const sets = asked
      .map((value) => column.numbers.get(value))
      .map((number) => (number === undefined ? masks.none : column.bits + number * words * 8));
    if (sets.length < 2 || column.key === 'droit') return sets;
    this.#copy(column.union, sets[0], 2 * words);
    for (const set of sets.slice(1)) module.unite(column.union, set, words);
    return [column.union];
  }

  #intersect(mask, chosen, left) {
    this.#copy(mask, this.masks.full, 2 * this.words);
    chosen.forEach((sets, f) => {
      if (f !== left) for (const set of sets) this.module.intersect(mask, set, this.words);
    });
    return this.module.size_of(mask, this.words);
  }

  /** Through the bitsets, or through the rows of the mask or of what it leaves, whichever are fewer. */
  #countFacet({ bits, first, held, totals, counts, values }, mask, total) {
    const { module, masks, words, rows, wordsPerRow } = this;
    const isMost = total > rows - total;
    const visited = isMost ? rows - total : total;
    if (visited === 0) this.#copy(counts, isMost ? totals : masks.none, values.length);
    else if (values.length * words < visited * wordsPerRow)
      module.count_through_bits(bits, mask, words, values.length, counts);
    else {
      if (isMost) module.complement(masks.rest, masks.full, mask, words);
      module.count_through_rows(first, held, isMost ? masks.rest : mask, words, values.length, counts);
      if (isMost) module.subtract_from(totals, counts, values.length);
    }
  }

  #copy(to, from, length) {
    this.view.copyWithin(to >> 2, from >> 2, (from >> 2) + length);
  }
}
