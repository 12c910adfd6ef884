// SPDX-License-Identifier: MIT
// `export --format overlay`: a partner's overlay, kept as a spreadsheet, as the JSON that the element reads.
import type { Compiler } from '../compiler/index.js';
import { readOverlay } from '../sheet/overlay.js';
import { SheetError } from '../sheet/sheet-error.js';
import type { Settings } from './arguments.js';
import { Failure, type ExitCode } from './failure.js';
import { readInput } from './input.js';
import { extractOptions, findingIn, sheetFault } from './pages.js';
import { tellErrors } from './tell.js';
import { say } from './texts.js';

/** Prints the overlay of one spreadsheet. Errors go to standard error and set the exit code. */
export function exportOverlay(compiler: Compiler, settings: Settings): ExitCode {
  const source = readInput(settings.pages[0]!, settings.input);
  if (settings.pages.length > 1 || source.kind !== 'csv') throw new Failure(say('overlay-alone'));
  const { columns, title } = settings;
  try {
    const options = { ...extractOptions(settings), columns, page: { title } };
    const { overlay, diagnostics } = readOverlay(compiler, source.bytes, options);
    process.stdout.write(`${JSON.stringify(overlay, null, 2)}\n`);
    return tellErrors(diagnostics.map((diagnostic) => findingIn({ source }, diagnostic)));
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    return tellErrors([findingIn({ source }, sheetFault(error))]);
  }
}
