// SPDX-License-Identifier: MIT
// Matches the trainings of a page's final HTML with the file that its editor wrote.
import type { Extraction } from '../extract/extract.js';
import type { HtmlNode } from '../extract/parse5-tree.js';
import type { PageExtraction } from '../extract/page.js';
import type { RawRecord } from '../extract/records.js';

/** The editor's file. `isWhole`: no content of the page comes from templates or data. */
export interface SourcePage {
  page: PageExtraction;
  isWhole: boolean;
}

/**
 * Gives the records their lines and columns in the editor's file, 0 for records that are not in it.
 * When that file holds the whole content, other trainings come from the layout (teasers of other pages):
 * they are left out.
 */
export function takeSource(extraction: Extraction<HtmlNode>, source: SourcePage | undefined): void {
  const waiting = new Map<string, RawRecord[]>();
  for (const record of source?.page.raw.records ?? []) {
    waiting.set(record.heading, [...(waiting.get(record.heading) ?? []), record]);
  }
  const matches = extraction.raw.records.map((record) => waiting.get(record.heading)?.shift());
  extraction.raw.records.forEach((record, index) => takePlaces(record, matches[index]));
  const isComplete = [...waiting.values()].every((left) => left.length === 0);
  if (!source?.isWhole || !isComplete || source.page.raw.records.length === 0) return;
  keepTrainings(
    extraction,
    matches.map((match) => match !== undefined),
  );
}

/** Leaves out the trainings, and their records, whose flag is false. */
export function keepTrainings(extraction: Extraction<HtmlNode>, isKept: boolean[]): void {
  extraction.trainings = extraction.trainings.filter((_, index) => isKept[index]);
  extraction.raw.records = extraction.raw.records.filter((_, index) => isKept[index]);
}

interface Placed {
  text: string;
  line: number;
  column: number;
}

function takePlaces(record: RawRecord, source: RawRecord | undefined): void {
  record.line = source?.line ?? 0;
  record.column = source?.column ?? 0;
  const places = (own: Placed[], theirs: Placed[] = []): void =>
    own.forEach((item, index) => {
      const same = theirs[index]?.text === item.text ? theirs[index] : undefined;
      item.line = same?.line ?? record.line;
      item.column = same?.column ?? record.column;
    });
  places(record.tags, source?.tags);
  places(record.links, source?.links);
}
