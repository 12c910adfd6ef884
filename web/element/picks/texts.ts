// SPDX-License-Identifier: MIT
// The sentences of a visitor's own choice.
import english from '../../../data/strings/picks.en.json';
import french from '../../../data/strings/picks.fr.json';

export type Texts = typeof french;

export const textsOf = (isEnglish: boolean): Texts => (isEnglish ? english : french);

/** `template` with its `{name}` values. */
export const filled = (template: string, values: Record<string, string>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

/** "2 formations choisies". */
export const countOf = (n: number, { count, locale }: Texts): string =>
  filled(count[n < 2 ? 'one' : 'other'], { n: n.toLocaleString(locale) });
