// SPDX-License-Identifier: MIT
// A file that could not be loaded, or a value in it that could not be used.

/**
 * `code`: a FailureCode of sentences.ts. `detail`: a fact for the console, such as a status, a directive or an address.
 * The message holds the code and the facts; explain.ts writes a sentence.
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
