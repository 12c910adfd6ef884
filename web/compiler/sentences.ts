// SPDX-License-Identifier: MIT
// The French sentence of a diagnostic.
import templates from '../../data/strings/check.fr.json';
import type { Diagnostic } from './types.js';

const sentences: Readonly<Record<string, string | undefined>> = templates;

const fill = (template: string, args: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => args[name] ?? '');

/**
 * What is wrong and what to write instead, in French, without a capital at its start (it follows
 * `file:line:column: niveau:`). A suggestion that the sentence does not hold follows it.
 */
export function sentenceOf({ code, args = {} }: Pick<Diagnostic, 'code' | 'args'>): string {
  const template = sentences[code];
  if (template === undefined) return code;
  const sentence = fill(template, args);
  if (!args['suggestion'] || template.includes('{suggestion}')) return sentence;
  return `${sentence} ${fill(sentences['suggestion'] ?? '', args)}`;
}

/** "erreur", "avertissement", "conseil". */
export const severityName: Readonly<Record<Diagnostic['severity'], string>> = {
  error: 'erreur',
  warning: 'avertissement',
  advice: 'conseil',
};
