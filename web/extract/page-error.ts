// SPDX-License-Identifier: MIT
// A page that cannot be read at all.

/** `code`: "front-matter", "front-matter-code", "front-matter-too-long" or "too-deep". `line`, `column`: 1-based, in the file. */
export class PageError extends Error {
  override name = 'PageError';
  constructor(
    readonly code: string,
    readonly line: number,
    readonly column: number,
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}
