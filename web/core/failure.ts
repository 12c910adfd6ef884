// SPDX-License-Identifier: MIT
// What can go wrong between a page and the files it asks for, with the words for the console.

/** Sentences of the failures that the element's first part can meet; the others' are in failures.ts. */
export const kFirstSentences = {
  network: 'No answer: the site is unreachable, or a blocker stops it',
  timeout: 'No answer within {detail} s',
  integrity: 'The bytes are not those of the pinned hash {detail}: another version, or a changed file',
  policy: 'The security policy of this page forbids it; it must hold: {detail}',
} as const;

/** A file that could not be had. `detail` is a fact for the console: a status, a directive, an address. */
export class LoadFailure extends Error {
  override readonly name = 'LoadFailure';

  constructor(readonly code: string, readonly url: string, readonly detail: string, sentence: string) {
    super(`${sentence.replace('{detail}', detail)} (${url})`);
  }
}

/** A failure of the first part. */
export function firstFailure(code: keyof typeof kFirstSentences, url: string, detail = ''): LoadFailure {
  return new LoadFailure(code, url, detail, kFirstSentences[code]);
}
