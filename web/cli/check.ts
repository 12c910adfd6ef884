// SPDX-License-Identifier: MIT
// `check`: reports what visitors would not find, and what to write instead.
import type { Compiler } from '../compiler/index.js';
import { sortFindings } from '../report/finding.js';
import { counts, writeReport } from '../report/formats.js';
import type { Settings } from './arguments.js';
import { kExit, type ExitCode } from './failure.js';
import { fixPages } from './fix.js';
import { checkPageLinks } from './page-links.js';
import { recordsOf, understandPages } from './pages.js';
import { tell } from './tell.js';
import { count, say } from './texts.js';

/** Writes the report to standard output, and a summary to standard error for text. */
export async function check(compiler: Compiler, settings: Settings, version: string): Promise<ExitCode> {
  if (settings.fix) fixPages(compiler, settings);
  if (settings.dryRun) return kExit.ok;
  const pages = understandPages(compiler, settings);
  const links = settings.links ? await checkPageLinks(pages, settings, version) : undefined;
  const findings = sortFindings(pages.flatMap((page) => page.findings));
  process.stdout.write(writeReport(findings, settings.reportFormat, version, links));
  const { errors, warnings, advice } = counts(findings);
  if (!settings.quiet && settings.reportFormat === 'text') {
    const trainings = pages.reduce((sum, page) => sum + (recordsOf(page)?.records.length ?? 0), 0);
    tell(
      say('summary', {
        pages: count('pages', pages.length),
        trainings: count('trainings', trainings),
        errors: count('errors', errors),
        warnings: count('warnings', warnings),
        advice: count('advice', advice),
      }),
    );
  }
  return errors > 0 || (settings.strict && warnings > 0) ? kExit.found : kExit.ok;
}
