// SPDX-License-Identifier: MIT
// A vocabulary of French-like words, made by rules from a seed: most frequent first, as in a list of word frequencies.

/** The words that lead every count of French. "de", "le" and "la" are elided before a vowel. */
const kFunctionWords = (
  'de la le et les des en un du une pour par au à sur dans que qui est ce plus se son avec sont il ne ou sa aux ces ' +
  'leur être entre vos chaque'
).split(' ');

/** Frequent ones are there several times. */
const kConsonants = 'b c d f g l m n p r s t v c d l m n p r s t l n r s t'.split(' ');
const kOnsets = [...kConsonants, ...'br cr dr fr gr pr tr bl cl fl pl ch ch qu qu st j j g'.split(' ')];
const kVowels = 'a e é i o u a e é i o a é i e o ou on an en in ai oi eu au è ê ô'.split(' ');
const kFirstVowels = 'a e é i o é in en au œu'.split(' ');

/** Endings, each with its inflected forms: number, gender, person. */
const kEndings = [
  ['tion', 'tions'],
  ['ment', 'ments'],
  ['age', 'ages'],
  ['ité', 'ités'],
  ['ance', 'ances'],
  ['ure', 'ures'],
  ['eur', 'eurs'],
  ['teur', 'teurs', 'trice', 'trices'],
  ['eau', 'eaux'],
  ['al', 'ale', 'aux', 'ales'],
  ['ique', 'iques'],
  ['able', 'ables'],
  ['if', 'ive', 'ifs', 'ives'],
  ['aire', 'aires'],
  ['ant', 'ante', 'ants', 'antes'],
  ['é', 'ée', 'és', 'ées'],
  ['er', 'e', 'ent', 'ant'],
  ['çon', 'çons'],
  ['oir', 'oirs'],
  ['elle', 'elles'],
];

/** Words shorter than this could be acronyms of the glossary. */
const kShortest = 5;

/** One or two syllables, before which a word may have a vowel. */
function root(random) {
  const syllables = Array.from({ length: 1 + random.below(2) }, () => random.pick(kOnsets) + random.pick(kVowels));
  return (random.chance(0.25) ? random.pick(kFirstVowels) : '') + syllables.join('');
}

/** The forms of one word that texts use; the first one is among them. */
function forms(random) {
  const endings = random.pick(kEndings);
  const stem = root(random) + (/^[aeiouéè]/.test(endings[0]) ? random.pick(kConsonants) : '');
  return endings
    .map((ending) => stem + ending)
    .filter((word, i) => word.length >= kShortest && (i === 0 || random.chance(0.6)));
}

function shuffle(random, list) {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}

/** `size` different words, those of grammar first, in lower case. */
export function makeVocabulary(random, size) {
  const made = new Set();
  while (made.size < size - kFunctionWords.length) for (const word of forms(random)) made.add(word);
  const others = shuffle(random, [...made].slice(0, size - kFunctionWords.length));
  return [...kFunctionWords, ...others];
}
