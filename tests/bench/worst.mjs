// SPDX-License-Identifier: MIT
// The dearest queries within the limits of docs/limits.md, and some past them, each on the catalogue that makes it
// dearest, in a process of its own: `node worst.mjs SIZE`. Prints one JSON line per query:
// `{name, first, again, kilobytes, total}`, processor milliseconds and HTML.
import { openCatalogue } from '../../lib/core.js';
import { eachTraining, heading } from '../oracle/generator.mjs';
import { randomFrom } from '../oracle/random.mjs';
import { shape } from './catalogue-file.mjs';

const kAsked = 8;
/** wasm/include/catalogue/limits.h */
const kMost = 64;
const kMaxPageSize = 1000;
const kValues = 60_000; // of one facet
const kLongTitles = 1000;

const repeat = (count, pair) => Array.from({ length: count }, (_, i) => pair(i)).join('&');
const themes = (count) => repeat(count, (i) => `theme=t${i * 7}`);
const ranges = (from, step) => repeat(kMost, (i) => `duree=${from + step * i}-${from + step * i + 5}`);
/** The most values of every facet, each with the most bytes. */
const everyFacet = () =>
  ['licence', 'droit', 'modalite', 'organisme', 'theme', 'langue']
    .map((key) => repeat(kMost, (i) => `${key}=${key}-${i}`))
    .join('&')
    .slice(0, 8192);
/** Words that no training holds, close enough to others to be compared letter by letter. */
const wrongWords = () =>
  `q=${Array.from({ length: 18 }, (_, i) => `resexvironne${String.fromCharCode(97 + i)}`).join('+')}`;
const commonWords = () =>
  'q=mesure+reseau+impact+donnee+achats+terminal+serveur+energie+atelier+cours+parcours+sobre+public+social';

/** Texts of few different words, each in many trainings. */
const repetitive = { ...shape, texts: undefined, sentences: 10 };
const short = { ...repetitive, sentences: 1 };

function* varied(size) {
  const random = randomFrom(3);
  for (const training of eachTraining(1, size, short))
    yield { ...training, themes: Array.from({ length: 3 }, () => `t${random.below(kValues)}`) };
}

/** Words that differ from one training to the next. */
function* wordy(size) {
  const random = randomFrom(4);
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const word = () => Array.from({ length: 8 + random.below(5) }, () => random.pick(letters)).join('');
  for (const training of eachTraining(1, size, short))
    yield { ...training, description: `${word()} ${word()} ${training.description}` };
}

function* longTitles(size) {
  let left = kLongTitles;
  for (const training of eachTraining(1, size, short))
    yield left-- > 0 ? { ...training, title: 'a2 '.repeat(21_000).trim() } : training;
}

const catalogues = {
  usual: (size) => eachTraining(1, size, shape),
  repetitive: (size) => eachTraining(1, size, repetitive),
  varied,
  wordy,
  longTitles,
};

const worst = [
  { name: 'no filter', on: 'usual', query: () => '' },
  { name: 'a page of 1,000', on: 'usual', query: () => '', pageSize: kMaxPageSize },
  { name: 'sorted by title', on: 'usual', query: () => 'tri=titre' },
  { name: '64 ranges without result', on: 'usual', query: () => `${ranges(70_000, 20)}&licence=CC0-1.0&theme=inconnu` },
  { name: '64 ranges', on: 'usual', query: () => ranges(0, 20) },
  { name: '64 unknown values of each facet', on: 'usual', query: everyFacet },
  { name: '14 common words, a page of 1,000', on: 'repetitive', query: commonWords, pageSize: kMaxPageSize },
  { name: '18 words that nothing holds', on: 'usual', query: wrongWords },
  { name: '64 of 60,000 themes', on: 'varied', query: () => themes(kMost) },
  { name: '4,000 themes: past the limit', on: 'varied', query: () => themes(4000) },
  { name: '18 wrong words among 200,000', on: 'wordy', query: wrongWords },
  { name: 'titles of 64 KB searched, a page of 1,000', on: 'longTitles', query: () => 'q=a2', pageSize: kMaxPageSize },
];

/** Processor time of the first answer, which fills the caches, and the best of the others. */
async function ask(catalogue, { query, pageSize = 20 }) {
  await catalogue.prepareText();
  const times = [];
  let answer;
  for (let i = 0; i < kAsked; i += 1) {
    const start = process.cpuUsage();
    answer = catalogue.query(query(), { html: true, pageSize });
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  const [first, ...others] = times;
  return { first, again: Math.min(...others), kilobytes: Math.round(answer.html.length / 1000), total: answer.total };
}

const size = Number(process.argv[2]);
for (const [on, trainings] of Object.entries(catalogues)) {
  const catalogue = await openCatalogue(JSON.stringify({ ...heading, trainings: [...trainings(size)] }));
  for (const { name, ...each } of worst.filter((query) => query.on === on))
    console.log(JSON.stringify({ name, ...(await ask(catalogue, each)) }));
  catalogue.close();
}
