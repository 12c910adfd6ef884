// SPDX-License-Identifier: MIT
// The text of a CSV file, in whichever encoding a spreadsheet has written it.
import { SheetError } from './sheet-error.js';

const kMarks: [encoding: string, mark: number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** First bytes of a ZIP file (.xlsx, .ods) and of an old .xls. */
const kWorkbooks = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];
/**
 * Windows-1252 from 0x80 to 0x9F: elsewhere it is Latin-1. A space stands for a byte that it does not define, which other
 * encodings of one byte use for letters. Some versions of Node decode these as Latin-1.
 */
const kWindows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const kSampleBytes = 4096;

/**
 * UTF-8, UTF-16 (with or without a byte order mark) or Windows-1252, without its mark.
 * Throws SheetError "sheet-workbook" or "sheet-encoding".
 */
export function decodeSheet(bytes: Uint8Array): string {
  if (kWorkbooks.some((start) => startsWith(bytes, start))) throw new SheetError('sheet-workbook');
  const marked = kMarks.find(([, mark]) => startsWith(bytes, mark))?.[0] ?? unmarkedUtf16(bytes);
  const text = marked ? decode(bytes, marked) : (decode(bytes, 'utf-8') ?? windows1252(bytes));
  if (text === null || text.includes('\0')) throw new SheetError('sheet-encoding');
  return text;
}

function startsWith(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function windows1252(bytes: Uint8Array): string | null {
  if (bytes.some((byte) => kWindows1252[byte - 0x80] === ' ')) return null;
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return latin1.replace(/[\u0080-\u009f]/g, (character) => kWindows1252[character.charCodeAt(0) - 0x80]!);
}

/** UTF-16 of Latin letters has a zero in every other byte. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, kSampleBytes);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]! += 1;
  });
  const [even, odd] = zeros as [number, number];
  if (Math.max(even, odd) * 4 < sample.length || sample.length === 0) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}
