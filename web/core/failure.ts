// SPDX-License-Identifier: MIT
// A file that could not be had, or a part of it that was left aside, as both parts of the element throw it.

/**
 * `code`: one of FailureCode in failures.ts. `detail` is a fact for the console: a status, a directive, an
 * address. Until explain.ts finds a sentence, the code and the facts stand for one.
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
