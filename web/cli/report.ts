// SPDX-License-Identifier: MIT
// `report`: how the catalogue of the pages is kept, as one page of HTML or as JSON that later reports compare with.
import type { Compiler } from '../compiler/index.js';
import { openCatalogue } from '../core/index.js';
import { healthPage } from '../health/page.js';
import { measure, type Health } from '../health/measure.js';
import { plainAddress } from '../links/check-links.js';
import { readLinksCache } from '../links/links-cache.js';
import { titledOnly } from '../publish/titled.js';
import { addressesOf, linkFaults } from '../report/link-faults.js';
import { dayOf } from '../report/age.js';
import { sortFindings } from '../report/finding.js';
import { printableJson } from '../report/printable.js';
import type { Settings } from './arguments.js';
import { mergeRecords } from './export.js';
import { Failure, kExit, type ExitCode } from './failure.js';
import { readInput, textOf } from './input.js';
import { findingIn, recordsOf, understandPages, type UnderstoodPage } from './pages.js';
import { say } from './texts.js';

/** Writes the report to standard output. What it finds is no error: `check` is there for that. */
export async function report(compiler: Compiler, settings: Settings): Promise<ExitCode> {
  const previous = settings.previous.map(readHealth);
  const pages = understandPages(compiler, settings);
  const { catalogue } = titledOnly(compiler.normalise(mergeRecords(pages)));
  const opened = await openCatalogue(JSON.stringify(catalogue));
  const { facets: choices } = opened.query();
  opened.close();
  const links = addLinks(pages, settings);
  const findings = sortFindings(pages.flatMap((page) => page.findings));
  const files = pages.map(({ source }) => source.name);
  const health = measure({ catalogue, choices, findings, files, links }, dayOf(new Date()));
  const isJson = settings.healthFormat === 'json';
  process.stdout.write(isJson ? `${printableJson(JSON.stringify(health, null, 2))}\n` : healthPage(health, previous));
  return kExit.ok;
}

/** Adds what `check --links` has learnt of the pages' links to their findings, if its file is given. Asks no server. */
function addLinks(pages: UnderstoodPage[], { linksCache }: Settings): Health['links'] {
  if (linksCache === '') return null;
  const known = readLinksCache(linksCache, Date.now());
  const addresses = new Set<string>();
  for (const page of pages) {
    const records = recordsOf(page) ?? { records: [] };
    for (const url of addressesOf(records)) addresses.add(plainAddress(url) ?? '');
    page.findings.push(...linkFaults(records, known).map((fault) => findingIn(page, fault)));
  }
  addresses.delete('');
  return { addresses: addresses.size, asked: [...addresses].filter((url) => known.has(url)).length };
}

/** An earlier report. Throws Failure for a file that is none. */
function readHealth(path: string): Health {
  try {
    const read = JSON.parse(textOf(readInput(path, null))) as Partial<Health>;
    if (isHealth(read)) return read;
  } catch {
    // Told below, with what to give instead.
  }
  throw new Failure(say('bad-previous', { file: path }));
}

const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;

/** Whether a report has what is compared over time. */
function isHealth(read: Partial<Health> | null): read is Health {
  const { report: version, date, trainings, findings, unknown, freshness } = read ?? {};
  return (
    version === 1 &&
    typeof date === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(date) &&
    !Number.isNaN(Date.parse(date)) &&
    [
      trainings,
      findings?.errors,
      findings?.warnings,
      unknown?.duration,
      unknown?.licence,
      freshness?.old,
      freshness?.unknown,
    ].every(isCount)
  );
}
