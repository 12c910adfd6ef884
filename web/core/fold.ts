// SPDX-License-Identifier: MIT
// Folds a text for comparison, without accents, case, ligatures and punctuation, as the core does (text/fold.h).
import { apostrophes, ignored, letters, separators } from '../../data/tables/letters.json';

const foldOf = new Map(
  Object.entries(letters).flatMap(([fold, characters]) => [...characters].map((character) => [character, fold])),
);
const kIgnored = new RegExp(`[\\u00ad${ignored}]`, 'gu');
/** Latin letters outside the table, pictograms, and the table's separators. */
const kSeparators = new RegExp(`(?:[^a-z0-9\\u0180-\\u{1efff}]|[${apostrophes}${separators}])+`, 'gu');

/** Letters and digits, with '-' for each run of other characters, none at the ends: "L’Œuvre" gives "l-oeuvre". */
export function fold(text: string): string {
  return text
    .replace(kIgnored, '')
    .replace(/[A-ZÀ-ſẞ]/g, (letter) => foldOf.get(letter) ?? letter.toLowerCase())
    .replace(kSeparators, '-')
    .replace(/^-|-$/g, '');
}
