// SPDX-License-Identifier: MIT
// Loaded where a live list has something to say to its editor: in the console, what was not understood and what to write
// instead.
import french from '../../data/strings/check.fr.json';
import english from '../../data/strings/check.en.json';
import refusedEnglish from '../../data/strings/reader.en.json';
import refusedFrench from '../../data/strings/reader.fr.json';
import type { Diagnostic } from '../compiler/types.js';
import type { Language } from '../element/language.js';
import type { RawRecord } from '../extract/records.js';
import { fill } from '../report/fill.js';
import type { Refusal } from './place.js';

/** Findings in the console; the others are counted in one more. */
const kMostFindings = 20;

/** `records`: in the order that the findings count them in. */
export function tellFindings(found: readonly Diagnostic[], records: readonly RawRecord[], language: Language): void {
  const sentences: Record<string, string> = language === 'en' ? english : french;
  for (const { code, args = {}, record } of found.slice(0, kMostFindings)) {
    const sentence = fill(sentences[code] ?? [code, ...Object.values(args)].join(' '), args);
    console.warn(`catalogue-formations: ${records[record ?? -1]?.heading ?? ''}: ${sentence}`);
  }
  if (found.length > kMostFindings) console.warn(`catalogue-formations: + ${found.length - kMostFindings}`);
}

/** The sentence of a refusal: what is wrong with the page, and what to write instead. */
export function sentenceOf({ code, values }: Refusal, language: Language): string {
  return fill((language === 'en' ? refusedEnglish : refusedFrench)[code], values);
}
