// SPDX-License-Identifier: MIT
// Warns about a page that may be no catalogue: a list of news has headings and tags too.
import type { Catalogue, CatalogueTraining, Diagnostic } from '../compiler/index.js';
import type { RawRecords } from '../extract/records.js';

const kRepeats = 3;

/** Warnings about the whole page, placed at its first training. The catalogue has one training per record. */
export function catalogueDoubts({ records }: RawRecords, { trainings }: Catalogue): Diagnostic[] {
  const [first] = records;
  if (!first) return [];
  const total = trainings.length;
  const known = trainings.filter(isKnown).length;
  const doubts: Diagnostic[] = [];
  const warn = (code: string, at: { line: number; column: number }, args: Record<string, string>): void => {
    doubts.push({ severity: 'warning', code, line: at.line, column: at.column, args });
  };
  if (known === 0) warn('catalogue-unlikely', first, { total: String(total) });
  else if (known * 2 < total) warn('catalogue-doubtful', first, { known: String(known), total: String(total) });
  for (const [heading, times] of repeated(records.map((record) => record.heading))) {
    const at = records.find((record) => record.heading === heading) ?? first;
    warn('heading-repeated', at, { heading, times: String(times) });
  }
  return doubts;
}

/** Whether the training's duration or licence is known. */
export function isKnown({ durations = [], licence = {} }: CatalogueTraining): boolean {
  const hasDuration = durations.some(({ min, span }) => min !== undefined || span !== undefined);
  return hasDuration || 'id' in licence || 'family' in licence;
}

/** Headings that occur at least kRepeats times, with their numbers. */
function repeated(headings: string[]): [string, number][] {
  const times = new Map<string, number>();
  for (const heading of headings) times.set(heading, (times.get(heading) ?? 0) + 1);
  return [...times].filter(([heading, count]) => heading !== '' && count >= kRepeats);
}
