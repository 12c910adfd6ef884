// SPDX-License-Identifier: MIT
// A file that could not be had, or a part of it that was left aside, as both scripts of the element throw it.

/**
 * `code`: a FailureCode of sentences.ts. `detail` is a fact for the console: a status, a directive, an address. The
 * message is the code and the facts until explain.ts finds a sentence.
 */
export class LoadFailure extends Error {
  override readonly name = 'LoadFailure';

  constructor(
    readonly code: string,
    readonly url: string,
    readonly detail = '',
    message = `${code} ${detail} (${url})`,
  ) {
    super(message);
  }
}
