// SPDX-License-Identifier: MIT
// `export`: writes the catalogue of the pages to standard output, in the chosen format.
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Catalogue, Compiler } from '../compiler/index.js';
import { catalogueCsv } from '../export/catalogue-csv.js';
import { lostFacts } from '../export/lost-facts.js';
import type { RawRecords } from '../extract/records.js';
import { filterableList } from '../publish/filterable.js';
import { hostedFiles } from '../publish/hosted.js';
import { titledOnly } from '../publish/titled.js';
import { printable } from '../report/printable.js';
import type { Settings } from './arguments.js';
import { isCatalogue, readCatalogue } from './catalogue-files.js';
import { exportOverlay } from './export-overlay.js';
import { cannotWrite, Failure, kExit, type ExitCode } from './failure.js';
import { findingIn, openPage, recordsOf, type ReadPage } from './pages.js';
import { tell, tellErrors } from './tell.js';
import { say } from './texts.js';

/** Pages become one catalogue, in their order. A catalogue.json is exported alone. Nothing to export is an error. */
export async function exportAll(compiler: Compiler, settings: Settings): Promise<ExitCode> {
  if (settings.exportFormat === 'overlay') return exportOverlay(compiler, settings);
  const file = settings.pages.find(isCatalogue);
  if (file === undefined) return exportPages(compiler, settings);
  if (settings.pages.length > 1) throw new Failure(say('catalogue-alone', { file }));
  return (await print(compiler, readCatalogue(compiler, file), settings, 'fr')) ? kExit.ok : kExit.found;
}

/** Errors go to standard error and set the exit code. */
async function exportPages(compiler: Compiler, settings: Settings): Promise<ExitCode> {
  const pages = settings.pages.map((path) => openPage(path, settings));
  const records = mergeRecords(pages);
  const { catalogue, diagnostics } = titledOnly(compiler.normalise(records));
  const isPrinted = await print(compiler, catalogue, settings, records.page?.lang ?? 'fr');
  const pageOf = pagesOfRecords(pages);
  const found = diagnostics.map((diagnostic) => findingIn(pageOf[diagnostic.record ?? 0] ?? pages[0]!, diagnostic));
  const exit = tellErrors([...pages.flatMap((page) => page.findings), ...found]);
  return isPrinted ? exit : kExit.found;
}

/** Prints the catalogue. When it is empty, tells the user so and returns false. */
async function print(compiler: Compiler, catalogue: Catalogue, settings: Settings, lang: string): Promise<boolean> {
  const isEmpty = catalogue.trainings.length === 0;
  if (isEmpty) tell(`catalogue-formations : ${say('nothing-to-export')}`);
  else if (settings.explain) process.stdout.write(explanation(catalogue, settings));
  else if (settings.filters !== '') process.stdout.write(writeFilterable(compiler, catalogue, settings.filters, lang));
  else process.stdout.write(await writeCatalogue(compiler, catalogue, settings));
  return !isEmpty;
}

/** One line per fact that the format cannot say. */
function explanation(catalogue: Catalogue, { exportFormat: format }: Settings): string {
  const lost = lostFacts(catalogue, format);
  if (lost.length === 0) return `${say('nothing-lost', { format })}\n`;
  return lost.map(({ id, member, value, why }) => `${printable(`${id} : ${member} : ${value} (${why})`)}\n`).join('');
}

/** The catalogue as text. JSON is catalogue.json itself, indented. An overlay is written elsewhere. */
async function writeCatalogue(compiler: Compiler, catalogue: Catalogue, settings: Settings): Promise<string> {
  const { exportFormat: format } = settings;
  if (format === 'json' || format === 'overlay') return `${JSON.stringify(catalogue, null, 2)}\n`;
  if (format === 'csv') return catalogueCsv(catalogue);
  const text = compiler.exportCatalogue(catalogue, format, { pageUrl: settings.url });
  return text.endsWith('\n') ? text : `${text}\n`;
}

/** The list with its filters, as text. The style sheet goes to the file `path`. */
function writeFilterable(compiler: Compiler, catalogue: Catalogue, path: string, lang: string): string {
  const { html, css } = filterableList(compiler, catalogue, { lang, style: basename(path), hosted: hostedFiles('') });
  try {
    writeFileSync(path, css);
  } catch (error) {
    throw cannotWrite(path, error);
  }
  return html;
}

/** All records, with the facts and options of the first page that has records. */
export function mergeRecords(pages: ReadPage[]): RawRecords {
  const all = pages.flatMap((page) => recordsOf(page) ?? []);
  const first = all.find(({ records }) => records.length > 0) ?? all[0];
  return {
    page: first?.page ?? { title: '', updated: '', url: '', lang: 'fr', licence: '', intro: '' },
    options: first?.options ?? { hoursPerDay: 7, hoursPerHalfDay: 3.5 },
    records: all.flatMap(({ records }) => records),
  };
}

/** The page of each record. */
function pagesOfRecords(pages: ReadPage[]): ReadPage[] {
  return pages.flatMap((page) => (recordsOf(page)?.records ?? []).map(() => page));
}
