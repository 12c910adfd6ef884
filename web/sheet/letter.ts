// SPDX-License-Identifier: MIT
// Columns as spreadsheets name them.

/** "A" for column 1, "AA" for column 27. */
export function columnLetter(column: number): string {
  const rest = column - 1;
  const last = String.fromCharCode(65 + (rest % 26));
  return rest < 26 ? last : columnLetter(Math.floor(rest / 26)) + last;
}

/** "D12": a place as spreadsheets show it; the first cell for an unknown one. */
export function cellName(line: number, column: number): string {
  return `${columnLetter(Math.max(1, column))}${Math.max(1, line)}`;
}
