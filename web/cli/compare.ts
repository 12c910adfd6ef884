// SPDX-License-Identifier: MIT
// `compare OLD NEW`: what a change means, before it is published.
import { compareCatalogues, type Comparison } from '../compare/compare.js';
import { writeComparison } from '../compare/formats.js';
import type { Catalogue, Compiler } from '../compiler/index.js';
import { titledOnly } from '../publish/titled.js';
import { dayOf } from '../report/age.js';
import type { Settings } from './arguments.js';
import { isCatalogue, readCatalogue } from './catalogue-files.js';
import { Failure, kExit, type ExitCode } from './failure.js';
import { kindOfName, kStandardInput } from './input.js';
import { openPage, recordsOf } from './pages.js';
import { tell } from './tell.js';
import { say } from './texts.js';

/** 0: nothing that was there is lost. 1: a training has gone, or an address that was shared gives nothing any more. */
export async function compare(compiler: Compiler, settings: Settings): Promise<ExitCode> {
  const [old = '', now = ''] = settings.pages;
  const before = openEither(compiler, old, now, settings);
  const after = openEither(compiler, now, old, settings);
  const comparison = await compareCatalogues(compiler, before, after);
  const { compareFormat: format } = settings;
  if (format === 'atom') process.stdout.write(noveltiesFeed(compiler, after, comparison, settings.url));
  else process.stdout.write(writeComparison(comparison, format));
  return comparison.removed.length + comparison.lost.length > 0 ? kExit.found : kExit.ok;
}

/** The catalogue of a page, a spreadsheet or a catalogue.json. Standard input has the form of the `other`. Throws Failure. */
function openEither(compiler: Compiler, path: string, other: string, settings: Settings): Catalogue {
  const named = path === kStandardInput ? other : path;
  if (settings.input === null && isCatalogue(named)) return readCatalogue(compiler, path);
  const read = openPage(path, { ...settings, input: settings.input ?? kindOfName(named) });
  const raw = recordsOf(read);
  if (raw === null) {
    for (const { message } of read.findings) tell(`${read.source.name} : ${message}`);
    throw new Failure(say('not-comparable', { file: read.source.name }));
  }
  return titledOnly(compiler.normalise(raw)).catalogue;
}

/** An Atom feed of the trainings that are new, dated of the new catalogue, else of today. */
function noveltiesFeed(compiler: Compiler, after: Catalogue, { added }: Comparison, pageUrl: string): string {
  const ids = new Set(added.map(({ id }) => id));
  const trainings = after.trainings.filter(({ id }) => ids.has(id));
  const updated = after.updated ?? dayOf(new Date());
  const feed = compiler.exportCatalogue({ ...after, updated, trainings }, 'atom', { pageUrl });
  return feed.endsWith('\n') ? feed : `${feed}\n`;
}
