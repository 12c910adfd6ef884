// SPDX-License-Identifier: MIT
// A file that could not be had, as both parts of the element throw it.

/** Sentences of the failures that the element's first part can meet; the others' are in failures.ts. */
export const kFirstSentences = {
  network: 'No answer: the site is unreachable, or a blocker stops it',
  timeout: 'No answer within {detail} s',
  integrity: 'The bytes are not those of the pinned hash {detail}: another version, or a changed file',
  policy: 'The security policy of this page forbids it; it must hold: {detail}',
} as const;

/**
 * `code`: one of FailureCode in failures.ts. `detail` is a fact for the console: a status, a directive, an
 * address. Without a `sentence` the code stands for it, until explain.ts finds a better one.
 */
export class LoadFailure extends Error {
  override readonly name = 'LoadFailure';

  constructor(
    readonly code: string,
    readonly url: string,
    readonly detail = '',
    sentence = `${code} {detail}`,
  ) {
    super(`${sentence.replace('{detail}', detail)} (${url})`);
  }
}

/** A failure of the first part. */
export function firstFailure(code: keyof typeof kFirstSentences, url: string, detail = ''): LoadFailure {
  return new LoadFailure(code, url, detail, kFirstSentences[code]);
}
