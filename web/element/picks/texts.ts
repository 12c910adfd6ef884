// SPDX-License-Identifier: MIT
// The sentences of a visitor's own choice.
import english from '../../../data/strings/picks.en.json';
import french from '../../../data/strings/picks.fr.json';
import { fill } from '../../report/fill.js';

export type Texts = typeof french;

export const textsOf = (isEnglish: boolean): Texts => (isEnglish ? english : french);

/** "2 formations choisies". */
export const countOf = (n: number, { count, locale }: Texts): string =>
  fill(count[n < 2 ? 'one' : 'other'], { n: n.toLocaleString(locale) });
