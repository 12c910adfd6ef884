// SPDX-License-Identifier: MIT
// The French sentences of the command line.
import strings from '../../data/strings/cli.fr.json' with { type: 'json' };
import { fill } from '../report/fill.js';

type Strings = typeof strings;
type Sentence = { [K in keyof Strings]: Strings[K] extends string ? K : never }[keyof Strings];
type Counted = { [K in keyof Strings]: Strings[K] extends { one: string; other: string } ? K : never }[keyof Strings];

/** A sentence with its `{name}` values filled in. */
export function say(sentence: Sentence, values: Record<string, string> = {}): string {
  return fill(strings[sentence], values);
}

/** "1 page", "3 pages". Zero is singular in French. */
export function count(counted: Counted, n: number): string {
  return strings[counted][n < 2 ? 'one' : 'other'].replace('{n}', n.toLocaleString('fr-FR'));
}

export const usage = `${strings.usage.join('\n')}\n`;
