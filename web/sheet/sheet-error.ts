// SPDX-License-Identifier: MIT
// A spreadsheet that cannot be read at all.

/** `code`: its sentence is in data/strings/sheet-check.fr.json. `row`, `column`: 1-based, 0 for the whole file. */
export class SheetError extends Error {
  override name = 'SheetError';
  constructor(
    readonly code: string,
    readonly args: Record<string, string> = {},
    readonly row = 0,
    readonly column = 0,
  ) {
    super(code);
  }
}
