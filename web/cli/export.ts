// SPDX-License-Identifier: MIT
// `export`: the pages' catalogue on standard output, in the format asked for.
import type { Catalogue, Compiler } from '../compiler/index.js';
import type { RawRecords } from '../extract/records.js';
import { titledOnly } from '../publish/titled.js';
import { findingOf, sortFindings } from '../report/finding.js';
import { textLine } from '../report/formats.js';
import type { Settings } from './arguments.js';
import { kExit, type ExitCode } from './failure.js';
import { openPage, type ReadPage } from './pages.js';
import { tell } from './tell.js';

/** Several pages give one catalogue, in their order. Errors go to standard error and set the exit code. */
export function exportPages(compiler: Compiler, settings: Settings): ExitCode {
  const pages = settings.pages.map((path) => openPage(path, settings));
  const { catalogue, diagnostics } = titledOnly(compiler.normalise(mergeRecords(pages)));
  process.stdout.write(writeCatalogue(compiler, catalogue, settings));
  const fileOf = recordFiles(pages);
  const found = diagnostics.map((diagnostic) => findingOf(fileOf[diagnostic.record ?? 0] ?? '', diagnostic));
  const errors = sortFindings([...pages.flatMap((page) => page.findings), ...found]).filter(
    ({ severity }) => severity === 'error',
  );
  for (const finding of errors) tell(textLine(finding));
  return errors.length > 0 ? kExit.found : kExit.ok;
}

/** The catalogue as text. JSON is catalogue.json itself, for people to read too. */
export function writeCatalogue(compiler: Compiler, catalogue: Catalogue, settings: Settings): string {
  if (settings.exportFormat === 'json') return `${JSON.stringify(catalogue, null, 2)}\n`;
  const text = compiler.exportCatalogue(catalogue, settings.exportFormat, { pageUrl: settings.url });
  return text.endsWith('\n') ? text : `${text}\n`;
}

/** All records under the first page that says what it is. */
function mergeRecords(pages: ReadPage[]): RawRecords {
  const all = pages.flatMap(({ page }) => (page ? [page.raw] : []));
  const first = all.find(({ records }) => records.length > 0) ?? all[0];
  return {
    page: first?.page ?? { title: '', updated: '', url: '', lang: 'fr', licence: '', intro: '' },
    options: first?.options ?? { hoursPerDay: 7, hoursPerHalfDay: 3.5 },
    records: all.flatMap(({ records }) => records),
  };
}

function recordFiles(pages: ReadPage[]): string[] {
  return pages.flatMap(({ source, page }) => (page?.raw.records ?? []).map(() => source.name));
}
