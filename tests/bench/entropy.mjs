// SPDX-License-Identifier: MIT
// What the columns of the benchmark's catalogue hold, in bits per training, beside the bytes that send them: what a
// format of the catalogue can reach. Prints Markdown. Usage: node tests/bench/entropy.mjs natural|even SIZE…
import { brotli } from '../../toolchain/lib/files.mjs';
import { isMain } from '../../toolchain/lib/run.mjs';
import { eachTraining } from '../oracle/generator.mjs';
import { fold } from '../oracle/words.mjs';
import { kSeed, shapes } from './catalogue-file.mjs';

/** In lower case: capitals follow from the full stops. */
const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const foldedWords = (text) => [...new Set(fold(text).split(' '))];
const texts = (symbols) => symbols.map((symbol) => JSON.stringify(symbol));

/** What each column holds of a training: a list of symbols. `sets`: their order does not count. */
const columns = {
  'licence, as shown': { of: ({ licence }) => texts([licence ?? null]) },
  provider: { of: ({ provider }) => [provider ?? ''] },
  themes: { of: ({ themes }) => themes, isSet: true },
  modalities: { of: ({ modalities }) => modalities, isSet: true },
  languages: { of: ({ languages }) => languages, isSet: true },
  'durations, minutes alone': {
    of: ({ durations }) => texts(durations.map(({ min, max }) => [min, max])),
    isSet: true,
  },
  'durations, as shown': { of: ({ durations }) => texts(durations) },
  'day of the check': { of: ({ checked }) => [checked ?? ''] },
  'words of titles': { of: ({ title }) => wordsOf(title) },
  'words of descriptions': { of: ({ description }) => wordsOf(description) },
};

/** The members of `catalogue.json` that hold the columns. */
const members = {
  'licence, as shown': 'licence',
  provider: 'provider',
  themes: 'themes',
  modalities: 'modalities',
  languages: 'languages',
  'durations, as shown': 'durations',
  'day of the check': 'checked',
  'words of titles': 'title',
  'words of descriptions': 'description',
};

const sumOf = (numbers) => numbers.reduce((sum, number) => sum + number, 0);

class Tally {
  #counts = new Map();
  #sum = 0;

  add(symbol) {
    this.#counts.set(symbol, (this.#counts.get(symbol) ?? 0) + 1);
    this.#sum += 1;
  }

  get kinds() {
    return this.#counts.size;
  }

  /** Empirical entropy of one symbol, in bits. */
  get bits() {
    return -sumOf([...this.#counts.values()].map((count) => (count / this.#sum) * Math.log2(count / this.#sum)));
  }

  /** Bits that say, for each symbol alone, which of `rows` hold it. */
  bitsAsSets(rows) {
    const bitsOf = (p) => (p === 0 || p === 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p));
    return sumOf([...this.#counts.values()].map((count) => rows * bitsOf(count / rows)));
  }
}

const factorialBits = (count) => sumOf(Array.from({ length: count }, (_, i) => Math.log2(i + 1)));

/** A list of symbols per training: how many there are, then each; less what the order would say, where it does not count. */
function measureColumn(trainings, { of, isSet }) {
  const [counts, symbols] = [new Tally(), new Tally()];
  let [held, free] = [0, 0];
  for (const training of trainings) {
    const list = of(training);
    counts.add(list.length);
    for (const symbol of list) symbols.add(symbol);
    held += list.length;
    free += isSet ? factorialBits(list.length) : 0;
  }
  const rows = trainings.length;
  return { kinds: symbols.kinds, held: held / rows, bits: counts.bits + (held * symbols.bits - free) / rows };
}

/** Which trainings hold each word: what a text search needs of a field. */
function measurePostings(trainings, text) {
  const words = new Tally();
  let held = 0;
  for (const training of trainings) {
    for (const word of foldedWords(text(training))) {
      words.add(word);
      held += 1;
    }
  }
  return {
    kinds: words.kinds,
    held: held / trainings.length,
    bits: words.bitsAsSets(trainings.length) / trainings.length,
  };
}

/** Brotli bytes of one member alone, one training a line. */
const sent = (trainings, member) =>
  brotli(Buffer.from(trainings.map((training) => JSON.stringify(training[member]) ?? '').join('\n'))).length;

const line = (cells) => `| ${cells.join(' | ')} |`;

function row(name, { kinds, held, bits }, size, bytes) {
  const perTraining = bytes === undefined ? '' : ((8 * bytes) / size).toFixed(1);
  const entropyKilobytes = ((bits * size) / 8000).toFixed(1);
  const sentKilobytes = bytes === undefined ? '' : (bytes / 1000).toFixed(1);
  return line([name, kinds, held.toFixed(2), bits.toFixed(2), entropyKilobytes, perTraining, sentKilobytes]);
}

/** The columns that filters need. */
const filtered = ['licence, as shown', 'provider', 'themes', 'modalities', 'languages', 'durations, minutes alone'];

function table(size, trainings) {
  const measured = Object.entries(columns).map(([name, column]) => [name, measureColumn(trainings, column)]);
  const bytesOf = (name) => (members[name] === undefined ? undefined : sent(trainings, members[name]));
  const bits = sumOf(measured.filter(([name]) => filtered.includes(name)).map(([, column]) => column.bits));
  return [
    line(['column', 'different', 'held by one', 'bits/training', 'KB', 'sent: bits/training', 'KB']),
    `|---|${'--:|'.repeat(6)}`,
    ...measured.map(([name, column]) => row(name, column, size, bytesOf(name))),
    row('what filters need', { kinds: '', held: filtered.length, bits }, size),
    row('an order, such as by title', { kinds: size, held: 1, bits: factorialBits(size) / size }, size),
    row(
      'which titles hold a word',
      measurePostings(trainings, ({ title }) => title),
      size,
    ),
    row(
      'which descriptions hold a word',
      measurePostings(trainings, ({ description }) => description),
      size,
    ),
  ].join('\n');
}

/** A section of Markdown. Sent: brotli of the column alone, as `catalogue.json` writes it. */
export function entropySection(size, frequency) {
  const trainings = [...eachTraining(kSeed, size, shapes[frequency])];
  return `### Entropy of the columns, ${size.toLocaleString('en')} trainings, ${frequency} words\n\n${table(size, trainings)}`;
}

if (isMain(import.meta.url)) {
  const [frequency, ...sizes] = process.argv.slice(2);
  for (const size of sizes) console.log(`${entropySection(Number(size), frequency)}\n`);
}
