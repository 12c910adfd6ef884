// SPDX-License-Identifier: MIT
// Titles and descriptions of the benchmark: 4 to 9 and 20 to 60 words, from 5,000 French-like ones. A word is as
// frequent as in a natural text: Mandelbrot's form of Zipf's law, the word of rank r in proportion to 1 / (r + 2.7).
import { randomFrom } from '../oracle/random.mjs';
import { makeVocabulary } from './vocabulary.mjs';

const kWords = 5000;
const kVocabularySeed = 17;
const kMandelbrot = 2.7;
/** Words of a sentence before its full stop. */
const kSentence = 12;

/** The words, most frequent first. */
export const vocabulary = makeVocabulary(randomFrom(kVocabularySeed), kWords);

/** Shares of the words up to each rank: ends at 1. */
function cumulate(weightOf) {
  const weights = vocabulary.map((_, rank) => weightOf(rank + 1));
  const sum = weights.reduce((a, b) => a + b);
  let share = 0;
  return Float64Array.from(weights, (weight) => {
    share += weight / sum;
    return share;
  });
}

/** How frequent the words are: as in a natural text, or all alike, which no text is and nothing compresses. */
const kShares = { natural: cumulate((rank) => 1 / (rank + kMandelbrot)), even: cumulate(() => 1) };

/** Draws a word in proportion to its share. */
function drawWord(random, shares) {
  const at = random.below(2 ** 32) / 2 ** 32;
  let [low, high] = [0, shares.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shares[middle] < at) low = middle + 1;
    else high = middle;
  }
  return vocabulary[low];
}

const startsWithVowel = (word) => /^[aeiouéèêîôœ]/.test(word);
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** "de", "la" and "le" before a vowel are elided, with both apostrophes that editors write. */
function joinWords(words) {
  let text = '';
  words.forEach((word, i) => {
    const next = words[i + 1];
    const isElided = next && startsWithVowel(next) && /^(de|la|le)$/i.test(word);
    text += isElided ? `${word.charAt(0)}${word.endsWith('e') ? '’' : "'"}` : `${word}${next ? ' ' : ''}`;
  });
  return text;
}

/** `{title(random), description(random)}`. `frequency`: `natural` or `even`. */
export function makeTexts(frequency = 'natural') {
  const shares = kShares[frequency];
  const draw = (random, least, most) =>
    Array.from({ length: least + random.below(most - least + 1) }, () => drawWord(random, shares));
  return {
    title: (random) => capital(joinWords(draw(random, 4, 9))),
    description(random) {
      const words = draw(random, 20, 60);
      const sentences = [];
      for (let at = 0; at < words.length; at += kSentence)
        sentences.push(`${capital(joinWords(words.slice(at, at + kSentence)))}.`);
      return sentences.join(' ');
    },
  };
}
