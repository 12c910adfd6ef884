// SPDX-License-Identifier: MIT
// Lines to the person at the terminal.
import { printable } from '../report/printable.js';

/** One line on standard error. */
export function tell(line: string): void {
  process.stderr.write(`${printable(line)}\n`);
}
