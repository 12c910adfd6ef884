// SPDX-License-Identifier: MIT
// The naive text search: every word of every field of every training, without an index.
import { fold } from './words.mjs';

const kEmptyWords = new Set(
  (
    'a au aux avec ce ces cet cette d dans de des du elle en et il ils je l la le les leur leurs ma mes mon n ne nos ' +
    'notre nous on ou par pour qu que qui s sa se ses son sur ta tes ton tu un une vos votre vous y the of and to in for'
  ).split(' '),
);

/** The words of a text without stop words, folded. The generator elides only with l’ and d'. */
const wordsOf = (text) =>
  fold(text)
    .split(' ')
    .filter((word) => word !== '' && !kEmptyWords.has(word));

function stem(word) {
  if (word.length < 4) return word;
  let s = word;
  if (/[^e]aux$/.test(s) && s.length >= 6) s = `${s.slice(0, -3)}al`;
  else s = s.replace(/[sx]$/, '');
  if (/.trice$/.test(s)) return `${s.slice(0, -5)}teur`;
  if (/.euse$/.test(s)) return s.slice(0, -2);
  if (/.ive$/.test(s) && s.length > 4) return `${s.slice(0, -2)}f`;
  for (let i = 0; i < 2; i += 1) if (s.length > 3 && s.endsWith('e')) s = s.slice(0, -1);
  if (s.length > 5 && /e[rz]$/.test(s)) s = s.slice(0, -2);
  return s.length > 4 && /([^aeiouy])\1$/.test(s) ? s.slice(0, -1) : s;
}

/** Insertions, deletions, replacements and swaps of neighbours between two words. */
function distance(a, b) {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + Number(a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.length][b.length];
}

/** "1h", "1h30", "45min" of a duration of one length. */
function shortMinutes({ min, max }) {
  if (min === undefined || min !== max) return '';
  const rest = min % 60;
  return min < 60 ? `${min}min` : `${Math.floor(min / 60)}h${rest ? String(rest).padStart(2, '0') : ''}`;
}

/** The texts of an item other than its description. */
const shownOf = ({ licence = {}, durations = [] }) => [
  ...wordsOf(`${licence.id ?? licence.family ?? ''} ${licence.text ?? ''}`),
  ...durations.flatMap((duration) => wordsOf(`${duration.text ?? ''} ${shortMinutes(duration)}`)),
];

const fieldsOf = (training) => [
  [8, wordsOf(training.title)],
  [4, training.themes.flatMap(wordsOf)],
  [3, wordsOf(training.provider ?? '')],
  [1, [...wordsOf(training.description ?? ''), ...shownOf(training)]],
];

/** The stems that match one word, with their weights. */
function hits(word, isLast, vocabulary, isAcronym) {
  const found = new Map();
  const add = (s, weight) => found.set(s, Math.max(weight, found.get(s) ?? 0));
  for (const other of vocabulary) {
    if (stem(other) === stem(word)) add(stem(other), 4);
    else if (isLast && word.length >= 2 && other.startsWith(word)) add(stem(other), 2);
  }
  const isKnown = [...vocabulary].some((other) => stem(other) === stem(word));
  const allowed = isKnown || isAcronym ? 0 : word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
  for (let typos = 1; typos <= allowed && found.size === 0; typos += 1) {
    for (const other of vocabulary) if (other[0] === word[0] && distance(word, other) === typos) add(stem(other), 1);
  }
  return found;
}

const cache = new WeakMap();
function read(catalogue) {
  if (!cache.has(catalogue)) {
    const all = catalogue.trainings.map(fieldsOf);
    cache.set(catalogue, { all, vocabulary: new Set(all.flatMap((fields) => fields.flatMap(([, words]) => words))) });
  }
  return cache.get(catalogue);
}

/** A score per training; 0 when it lacks a word of the text. */
export function scoreAll(catalogue, text) {
  const { all, vocabulary } = read(catalogue);
  const words = wordsOf(text);
  const acronyms = new Set(
    text
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => /^[A-Z]{1,5}$/.test(word))
      .map(fold),
  );
  const wanted = words.map((word, i) => hits(word, i === words.length - 1, vocabulary, acronyms.has(word)));
  return all.map((fields) => {
    let score = 1;
    for (const stems of wanted) {
      let best = 0;
      for (const [s, weight] of stems) {
        const worth = fields.reduce(
          (sum, [value, list]) => sum + (list.some((word) => stem(word) === s) ? value : 0),
          0,
        );
        best = Math.max(best, worth * weight);
      }
      if (best === 0) return 0;
      score += best;
    }
    return score;
  });
}
