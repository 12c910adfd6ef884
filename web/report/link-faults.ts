// SPDX-License-Identifier: MIT
// What the check of its links says of a page or spreadsheet.
import type { Diagnostic, Severity } from '../compiler/index.js';
import type { RawRecords } from '../extract/records.js';
import { plainAddress } from '../links/check-links.js';
import type { LinkOutcome, LinkResult } from '../links/link-result.js';

/** What needs an editor's hand is an error; what may pass, or a program alone is refused, is a warning. */
const kSeverities: Partial<Record<LinkOutcome, Severity>> = {
  moved: 'advice',
  dead: 'error',
  'unknown-name': 'error',
  certificate: 'error',
};

/** Every address of the records, as written. */
export function addressesOf({ records }: Pick<RawRecords, 'records'>): string[] {
  return records.flatMap(({ links, tags }) => [...links, ...tags].map(({ url }) => url).filter(Boolean));
}

/** One diagnostic per link that is not `ok`, at its place. `results`: by plain address. */
export function linkFaults(
  { records }: Pick<RawRecords, 'records'>,
  results: ReadonlyMap<string, LinkResult>,
): Diagnostic[] {
  return records.flatMap((record, index) =>
    [...record.links, ...record.tags].flatMap(({ url, line, column }): Diagnostic[] => {
      const result = results.get(plainAddress(url) ?? '');
      if (!result || result.outcome === 'ok') return [];
      const { outcome, status, to = '', detail = '' } = result;
      const place = line > 0 ? { line, column } : { line: record.line, column: record.column };
      const args = { url, to, detail, status: String(status ?? '') };
      const severity = kSeverities[outcome] ?? 'warning';
      return [{ severity, code: `link-${outcome}`, ...place, record: index, args }];
    }),
  );
}
