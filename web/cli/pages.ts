// SPDX-License-Identifier: MIT
// Reads and understands the pages of a command.
import { statSync } from 'node:fs';
import type { Compiler, Diagnostic, Normalised } from '../compiler/index.js';
import { extractPage, type PageExtraction } from '../extract/page.js';
import { PageError } from '../extract/page-error.js';
import type { ExtractOptions } from '../extract/options.js';
import { findingOf, type Finding } from '../report/finding.js';
import { catalogueDoubts } from '../report/catalogue-doubts.js';
import { looseTagFaults, looseTags, tagClassOf } from '../report/loose-tags.js';
import { deadLinks, markupFaults } from '../report/page-faults.js';
import type { Settings } from './arguments.js';
import { kStandardInput, readPage, type PageText } from './input.js';
import { Progress } from './progress.js';
import { say } from './texts.js';

const kManyPages = 20;
const kManyBytes = 300_000;

/** A page and its findings. `page` is null when the page cannot be read at all. */
export interface ReadPage {
  source: PageText;
  page: PageExtraction | null;
  findings: Finding[];
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

/** Reads one page of the command line. Throws Failure when there is no text to read. */
export function openPage(path: string, settings: Settings): ReadPage {
  const source = readPage(path, settings.input);
  const given = settings.url === '' ? {} : { url: settings.url };
  try {
    const page = extractPage(source.text, {
      ...extractOptions(settings),
      given,
      ...(source.kind !== null && { kind: source.kind }),
    });
    const folderLinks = path === kStandardInput ? [] : deadLinks(page, path, settings.root);
    const diagnostics = [...markupFaults(page), ...folderLinks];
    return { source, page, findings: diagnostics.map((diagnostic) => findingOf(source.name, diagnostic)) };
  } catch (error) {
    if (!(error instanceof PageError)) throw error;
    return { source, page: null, findings: [findingOf(source.name, pageFault(error))] };
  }
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
  if (read.page === null) return { ...read, meaning: null };
  const meaning = compiler.normalise(read.page.raw);
  const loose = looseTagFaults(looseTags(compiler, read.page), tagClassOf(read.page, settings.tagClasses));
  const found = [...catalogueDoubts(read.page.raw, meaning.catalogue), ...loose, ...meaning.diagnostics];
  const findings = found.map((diagnostic) => findingOf(read.source.name, diagnostic));
  return { ...read, findings: [...read.findings, ...findings], meaning };
}
