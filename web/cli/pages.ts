// SPDX-License-Identifier: MIT
// Reads and understands the pages and spreadsheets of a command.
import { statSync } from 'node:fs';
import type { Compiler, Diagnostic, Normalised } from '../compiler/index.js';
import { extractPage, maxAgeOf, type PageExtraction, type PageKind } from '../extract/page.js';
import { PageError } from '../extract/page-error.js';
import type { RawRecords } from '../extract/records.js';
import type { ExtractOptions } from '../extract/options.js';
import { dayBefore, dayOf, readAge } from '../report/age.js';
import { findingOf, type Finding } from '../report/finding.js';
import { catalogueDoubts } from '../report/catalogue-doubts.js';
import { looseTagFaults, looseTags, tagClassOf } from '../report/loose-tags.js';
import { deadLinks, markupFaults } from '../report/page-faults.js';
import { SheetError } from '../sheet/sheet-error.js';
import { disagreements, readSheet, type Sheet } from '../sheet/sheet.js';
import type { Settings } from './arguments.js';
import { kStandardInput, readInput, textOf, type Input } from './input.js';
import { Progress } from './progress.js';
import { say } from './texts.js';

const kManyPages = 20;
const kManyBytes = 300_000;

/** A page or a spreadsheet, and its findings. Both `page` and `sheet` are null when it cannot be read at all. */
export interface ReadPage {
  source: Input;
  page: PageExtraction | null;
  sheet: Sheet | null;
  findings: Finding[];
}

/** Its records; null when it cannot be read. */
export function recordsOf({ page, sheet }: ReadPage): RawRecords | null {
  return page?.raw ?? sheet?.raw ?? null;
}

/** The finding of a diagnostic about what was read. */
export function findingIn({ source }: ReadPage | { source: Input }, diagnostic: Diagnostic): Finding {
  return findingOf(source.name, diagnostic, source.kind === 'csv' ? 'sheet' : 'page');
}

/** A page and its meaning, null when the page cannot be read. */
export interface UnderstoodPage extends ReadPage {
  meaning: Normalised | null;
}

/** The command line's options for the extractor. */
export function extractOptions(settings: Settings): ExtractOptions {
  return {
    ...(settings.tagClasses.length > 0 && { tagClasses: settings.tagClasses }),
    ...(settings.hoursPerDay !== null && { hoursPerDay: settings.hoursPerDay }),
    ...(settings.hoursPerHalfDay !== null && { hoursPerHalfDay: settings.hoursPerHalfDay }),
  };
}

/** Reads one page or spreadsheet of the command line. Throws Failure when there is no text to read. */
export function openPage(path: string, settings: Settings): ReadPage {
  const source = readInput(path, settings.input);
  return source.kind === 'csv' ? openSheet(source, settings) : openText(source, settings, source.kind);
}

function openText(source: Input, settings: Settings, kind: PageKind | null): ReadPage {
  const { path } = source;
  const given = settings.url === '' ? {} : { url: settings.url };
  try {
    const page = extractPage(textOf(source), {
      ...extractOptions(settings),
      given,
      ...(kind !== null && { kind }),
    });
    const folderLinks = path === kStandardInput ? [] : deadLinks(page, path, settings.root);
    const diagnostics = [...markupFaults(page), ...folderLinks];
    return { source, page, sheet: null, findings: diagnostics.map((each) => findingIn({ source }, each)) };
  } catch (error) {
    if (!(error instanceof PageError)) throw error;
    return { source, page: null, sheet: null, findings: [findingIn({ source }, pageFault(error))] };
  }
}

function openSheet(source: Input, settings: Settings): ReadPage {
  const { title, url, columns } = settings;
  try {
    const sheet = readSheet(source.bytes, { ...extractOptions(settings), columns, page: { title, url } });
    return { source, page: null, sheet, findings: sheet.diagnostics.map((each) => findingIn({ source }, each)) };
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    return { source, page: null, sheet: null, findings: [findingIn({ source }, sheetFault(error))] };
  }
}

/** Why a spreadsheet cannot be read. */
export function sheetFault({ code, args, row, column }: SheetError): Diagnostic {
  return { severity: 'error', code, line: row, column, args };
}

function pageFault({ code, line, column, detail }: PageError): Diagnostic {
  return { severity: 'error', code, line, column, args: { detail } };
}

/** Reads and understands every page, in order. A progress bar shows when there is much to read. */
export function understandPages(compiler: Compiler, settings: Settings): UnderstoodPage[] {
  const progress = new Progress(settings.pages.length * 2, !settings.quiet && isLong(settings.pages));
  const understood: UnderstoodPage[] = [];
  try {
    for (const path of settings.pages) {
      progress.draw(`${say('stage-read')} ${path}`);
      const read = openPage(path, settings);
      progress.step(`${say('stage-understand')} ${read.source.name}`);
      understood.push(understand(compiler, read, settings));
      progress.step('');
    }
  } finally {
    progress.end();
  }
  return understood;
}

/** Whether reading takes long enough for a progress bar: many pages, or a few hundred kilobytes. */
function isLong(paths: string[]): boolean {
  return paths.length > kManyPages || paths.reduce((sum, path) => sum + sizeOf(path), 0) > kManyBytes;
}

/** 0 for a file whose size is unknown. Reading it reports the error. */
function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

function understand(compiler: Compiler, read: ReadPage, settings: Settings): UnderstoodPage {
  const raw = recordsOf(read);
  if (raw === null) return { ...read, meaning: null };
  const meaning = compiler.normalise({ ...raw, options: { ...raw.options, ...daysOf(read, settings) } });
  const found = [...doubts(compiler, read, meaning, settings), ...meaning.diagnostics];
  return { ...read, findings: [...read.findings, ...found.map((each) => findingIn(read, each))], meaning };
}

/** Today, and the day before which a check is too old: from the command line, else from the page. */
function daysOf({ page }: ReadPage, { maxAge }: Settings): { today: string; oldestCheck?: string } {
  const today = dayOf(new Date());
  const age = maxAge ?? readAge(page ? maxAgeOf(page.frontMatter.data) : '');
  return { today, ...(age && { oldestCheck: dayBefore(today, age) }) };
}

/** What the core cannot see: it knows neither pages nor sheets. */
function doubts(compiler: Compiler, { page, sheet }: ReadPage, { catalogue }: Normalised, settings: Settings) {
  if (sheet) return disagreements(sheet, catalogue);
  if (!page) return [];
  const loose = looseTagFaults(looseTags(compiler, page), tagClassOf(page, settings.tagClasses));
  return [...catalogueDoubts(page.raw, catalogue), ...loose];
}
