// SPDX-License-Identifier: MIT
// The command line's French words.
import strings from '../../data/strings/cli.fr.json' with { type: 'json' };

type Strings = typeof strings;
type Sentence = { [K in keyof Strings]: Strings[K] extends string ? K : never }[keyof Strings];
type Counted = { [K in keyof Strings]: Strings[K] extends { one: string; other: string } ? K : never }[keyof Strings];

/** A sentence with its words filled in. */
export function say(sentence: Sentence, values: Record<string, string> = {}): string {
  return strings[sentence].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

/** "1 page", "3 pages"; French counts zero as one. */
export function count(counted: Counted, n: number): string {
  return strings[counted][n < 2 ? 'one' : 'other'].replace('{n}', n.toLocaleString('fr-FR'));
}

export const usage = `${strings.usage.join('\n')}\n`;
