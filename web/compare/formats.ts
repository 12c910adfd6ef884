// SPDX-License-Identifier: MIT
// A comparison as text, Markdown or JSON.
import strings from '../../data/strings/compare.fr.json' with { type: 'json' };
import texts from '../../data/strings/fr.json' with { type: 'json' };
import { wellFormed } from '../core/well-formed.js';
import { fill } from '../report/fill.js';
import { printable, printableJson } from '../report/printable.js';
import type { Comparison, MovedCount, Named } from './compare.js';

/** Characters of a text that are told. */
const kMost = 80;

export const kCompareFormats = ['text', 'markdown', 'json', 'atom'] as const;
export type CompareFormat = (typeof kCompareFormats)[number];

/** The comparison for standard output, with a final line end. `atom` is written by the core. */
export function writeComparison(comparison: Comparison, format: Exclude<CompareFormat, 'atom'>): string {
  if (format === 'json') return `${printableJson(JSON.stringify(comparison, null, 2))}\n`;
  const mark = format === 'markdown' ? markdown : text;
  const lines = sectionsOf(comparison).flatMap(({ heading, items }) =>
    items.length > 0 ? ['', mark.heading(`${heading} (${items.length})`), ...mark.gap, ...items.map(mark.item)] : [],
  );
  return `${[mark.title(summaryOf(comparison)), ...lines].join('\n')}\n`;
}

/** How lines are written. Words of catalogues reach neither terminals nor Markdown raw. */
const text = {
  title: printable,
  heading: printable,
  gap: [] as string[],
  item: (words: string) => `  ${printable(words)}`,
};
const markdown = {
  title: (words: string) => `## ${escaped(words)}`,
  heading: (words: string) => `### ${escaped(words)}`,
  gap: [''],
  item: (words: string) => `- ${escaped(words)}`,
};

function escaped(words: string): string {
  return printable(words).replace(/[\\`*_[\]<>|#~]/g, '\\$&');
}

function summaryOf({ before, after, added, removed, changed, lost }: Comparison): string {
  const numbers = { before, after, added: added.length, removed: removed.length, changed: changed.length };
  const isSame = added.length + removed.length + changed.length + lost.length === 0;
  const values = Object.fromEntries(Object.entries(numbers).map(([name, number]) => [name, String(number)]));
  return fill(isSame ? strings.same : strings.summary, values);
}

function sectionsOf(comparison: Comparison): { heading: string; items: string[] }[] {
  const { added, removed, changed, counts, vanished, lost } = comparison;
  return [
    { heading: strings.added, items: added.map(trainingWords) },
    { heading: strings.removed, items: removed.map(trainingWords) },
    { heading: strings.changed, items: changed.flatMap(changeWords) },
    { heading: strings.vanished, items: vanished.map(countWords) },
    { heading: strings.lost, items: lost.map(({ address, instead }) => `${address} → ${instead || strings.page}`) },
    { heading: strings.counts, items: counts.map(countWords) },
  ];
}

function trainingWords({ title, provider, url }: Named): string {
  return `${title}${provider ? ` (${provider})` : ''}${url ? ` ${url}` : ''}`;
}

function changeWords({ title, changes }: Comparison['changed'][number]): string[] {
  return changes.map(({ fact, before, after }) => {
    const start = startOfChange(before, after);
    const words = { title, fact: strings.facts[fact], before: partOf(before, start), after: partOf(after, start) };
    return fill(before === '' ? strings.fact_added : after === '' ? strings.fact_removed : strings.fact_changed, words);
  });
}

/** Where a part of two long texts begins that shows how they differ: at a word, a little before. */
function startOfChange(before: string, after: string): number {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  return same < kMost / 2 ? 0 : before.lastIndexOf(' ', same - kMost / 4) + 1;
}

/** Descriptions are long: a few words tell what changed. */
function partOf(words: string, start: number): string {
  const part = wellFormed(words.slice(start, start + kMost)).replace(/\s+/g, ' ');
  return `${start > 0 ? '…' : ''}${part}${words.length > start + kMost ? '…' : ''}`;
}

function countWords({ key, label, before, after }: MovedCount): string {
  return fill(strings.count, { legend: texts[`legend_${key}`], label, before: String(before), after: String(after) });
}
