// SPDX-License-Identifier: MIT
// What remains of words when accents, case, ligatures and punctuation are set aside: as the core does (text/fold.h).
import { apostrophes, ignored, letters, separators } from '../../data/tables/letters.json';

const foldOf = new Map(
  Object.entries(letters).flatMap(([fold, characters]) => [...characters].map((character) => [character, fold])),
);
const kIgnored = new RegExp(`[\\u00ad${ignored}]`, 'gu');
/** Latin letters that have not been folded, pictograms, and what the table says. */
const kSeparators = new RegExp(`(?:[^a-z0-9\\u0180-\\u{1efff}]|[${apostrophes}${separators}])+`, 'gu');

/** Letters and digits, with '-' for every run of anything else, none at either end: "L’Œuvre" gives "l-oeuvre". */
export function fold(words: string): string {
  return words
    .replace(kIgnored, '')
    .replace(/[A-ZÀ-ſẞ]/g, (letter) => foldOf.get(letter) ?? letter.toLowerCase())
    .replace(kSeparators, '-')
    .replace(/^-|-$/g, '');
}
