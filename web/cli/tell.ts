// SPDX-License-Identifier: MIT
// Messages to the user.
import { sortFindings, type Finding } from '../report/finding.js';
import { textLine } from '../report/formats.js';
import { printable } from '../report/printable.js';
import { kExit, type ExitCode } from './failure.js';

/** Writes one line to standard error. */
export function tell(line: string): void {
  process.stderr.write(`${printable(line)}\n`);
}

/** Tells the errors among the findings. */
export function tellErrors(findings: Finding[]): ExitCode {
  const errors = sortFindings(findings).filter(({ severity }) => severity === 'error');
  for (const finding of errors) tell(textLine(finding));
  return errors.length > 0 ? kExit.found : kExit.ok;
}
