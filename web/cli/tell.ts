// SPDX-License-Identifier: MIT
// Messages to the user.
import { printable } from '../report/printable.js';

/** Writes one line to standard error. */
export function tell(line: string): void {
  process.stderr.write(`${printable(line)}\n`);
}
