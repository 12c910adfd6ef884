// SPDX-License-Identifier: MIT
// The sentences of CatalogueError and LoadFailure. The widget fetches them with explain.ts, only to tell an error.
import errorsEn from '../../data/strings/catalogue-errors.en.json';
import errorsFr from '../../data/strings/catalogue-errors.fr.json';
import failuresEn from '../../data/strings/failures.en.json';
import failuresFr from '../../data/strings/failures.fr.json';
import type { Lang } from './catalogue-error.js';
import { LoadFailure } from './load-failure.js';

/** Codes of LoadFailure; the guide lists them for webmasters. */
export type FailureCode = keyof typeof failuresFr;

/** The sentence of a CatalogueError's code, or the code itself. */
export const sentenceOf = (code: string, lang: Lang): string =>
  (lang === 'en' ? errorsEn : errorsFr)[code as keyof typeof errorsFr] ?? code;

/** `error`, its message a sentence in `lang` where it started with a code that has one. */
export function inWords<Coded extends Error & { code: string }>(error: Coded, lang: Lang): Coded {
  const { code, message } = error;
  if (message.startsWith(code)) error.message = sentenceOf(code, lang) + message.slice(code.length);
  return error;
}

/** A LoadFailure whose message is a sentence. */
export function failureInWords(code: FailureCode, url: string, detail: string, lang: Lang): LoadFailure {
  const sentence = (lang === 'en' ? failuresEn : failuresFr)[code].replace('{detail}', () => detail);
  return new LoadFailure(code, url, detail, `${sentence} (${url})`);
}
