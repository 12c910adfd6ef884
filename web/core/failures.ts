// SPDX-License-Identifier: MIT
// The sentences of every LoadFailure, for bundles that import this.
import en from '../../data/strings/failures.en.json';
import fr from '../../data/strings/failures.fr.json';
import type { Lang } from './errors.js';
import { LoadFailure } from './failure.js';

/** See the two files; the guide lists them for webmasters. */
export type FailureCode = keyof typeof fr;

/** A failure with its sentence. */
export function failure(code: FailureCode, url: string, detail: string, lang: Lang): LoadFailure {
  const sentence = (lang === 'en' ? en : fr)[code].replace('{detail}', () => detail);
  return new LoadFailure(code, url, detail, `${sentence} (${url})`);
}
