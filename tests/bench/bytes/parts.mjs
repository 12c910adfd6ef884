// SPDX-License-Identifier: MIT
// Where the bytes of a catalogue in parts are: beside the entropy of its columns, how far its format is from the least.
import { brotli } from '../../../toolchain/lib/files.mjs';

/** docs/parts.md */
const kNames = ['head', 'columns', 'words', 'order by title', 'order by day'];

/**
 * How many parts hold postings, and how many the values of groups of terms: both come before the last. In the head after a
 * number, four texts and three numbers (head.h).
 */
function textParts(head) {
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = head[at];
      at += 1;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  number();
  for (let text = 0; text < 4; text += 1) {
    const size = number();
    at += size;
  }
  for (let i = 0; i < 3; i += 1) number();
  return { postings: number(), groups: number() };
}

function kindOf(number, parts) {
  if (number < kNames.length) return kNames[number];
  if (number === parts.length - 1) return 'ids';
  const { postings, groups } = textParts(parts[0]);
  const firstGroup = parts.length - 1 - groups;
  if (number >= firstGroup) return 'values by groups of words';
  return number < firstGroup - postings ? 'blocks of trainings' : 'postings of words';
}

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
const line = (cells) => `| ${cells.join(' | ')} |`;

/** A section of Markdown. `parts`: the bytes of each by its number, empty where there is none. */
export function partsSection(parts, size, frequency) {
  const kinds = new Map();
  parts.forEach((part, number) => {
    if (part.length === 0) return;
    const kind = kindOf(number, parts);
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
