// SPDX-License-Identifier: MIT
// Where the bytes of a catalogue in parts are: beside the entropy of its columns, how far its format is from the least.
import { brotli } from '../../../toolchain/lib/files.mjs';

/** docs/parts.md */
const kNames = ['head', 'hashes', 'columns', 'words', 'order by title', 'order by day'];
const kBlock = 32;

/** The kind of part `number` in a catalogue of `size` trainings. */
function kindOf(number, size) {
  if (number < kNames.length) return kNames[number];
  return number < kNames.length + Math.ceil(size / kBlock) ? 'blocks of trainings' : 'postings of words';
}

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
const line = (cells) => `| ${cells.join(' | ')} |`;

/** A section of Markdown. `parts`: the bytes of each by its number, empty where there is none. */
export function partsSection(parts, size, frequency) {
  const kinds = new Map();
  parts.forEach((part, number) => {
    if (part.length === 0) return;
    const kind = kindOf(number, size);
    const row = kinds.get(kind) ?? { count: 0, bytes: 0, sent: 0, largest: 0 };
    const sent = brotli(part).length;
    kinds.set(kind, {
      count: row.count + 1,
      bytes: row.bytes + part.length,
      sent: row.sent + sent,
      largest: Math.max(row.largest, sent),
    });
  });
  return [
    `### Parts, ${size.toLocaleString('en')} trainings, ${frequency} words`,
    '',
    line(['part', 'how many', 'KB', 'brotli KB', 'bits/training', 'largest, brotli KB']),
    `|---|${'--:|'.repeat(5)}`,
    ...[...kinds].map(([kind, { count, bytes, sent, largest }]) =>
      line([kind, count, kilobytes(bytes), kilobytes(sent), ((8 * sent) / size).toFixed(2), kilobytes(largest)]),
    ),
  ].join('\n');
}
