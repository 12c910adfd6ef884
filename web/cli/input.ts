// SPDX-License-Identifier: MIT
// Reads files and standard input. Text of pages is UTF-8; anything else is refused.
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import type { PageKind } from '../extract/page.js';
import { Failure } from './failure.js';
import { say } from './texts.js';

const kMaxBytes = 256 * 1024 * 1024;
const kChunkBytes = 1024 * 1024;
const kRetryMs = 10;
/** A spreadsheet is no page: web/sheet reads its bytes. */
export type InputKind = PageKind | 'csv';

const kKinds: Record<string, InputKind> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.njk': 'html',
  '.liquid': 'html',
  '.csv': 'csv',
  '.tsv': 'csv',
};
export const kStandardInput = '-';
const kStandardInputName = '<stdin>';

export interface Input {
  /** As given on the command line. */
  path: string;
  /** As shown in findings. */
  name: string;
  bytes: Buffer;
  /** null when neither the option nor the file's name tells it. */
  kind: InputKind | null;
}

/** The form that a file's name tells; null when it tells none. */
export const kindOfName = (path: string): InputKind | null => kKinds[extname(path).toLowerCase()] ?? null;

/** Reads one page or spreadsheet. Throws Failure. */
export function readInput(path: string, kind: InputKind | null): Input {
  const isStandardInput = path === kStandardInput;
  const name = isStandardInput ? kStandardInputName : path;
  const bytes = readBytes(path, name);
  const own = isStandardInput ? null : kindOfName(path);
  return { path, name, bytes, kind: kind ?? own };
}

/** Throws Failure for bytes that are not UTF-8. */
export function textOf({ bytes, name }: Input): string {
  return decode(bytes, name);
}

/** The bytes of a file, or of standard input. `name`: for messages. Throws Failure. */
export function readBytes(path: string, name: string, most = kMaxBytes): Buffer {
  const isStandardInput = path === kStandardInput;
  try {
    if (!isStandardInput) checkFile(path, most);
    return isStandardInput ? readAll(0, name, most) : readFile(path, most);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Failure(
      code === 'ENOENT' ? say('not-found', { file: name }) : say('cannot-read', { file: name, detail: code }),
    );
  }
}

function readFile(path: string, most: number): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    return readAll(descriptor, path, most);
  } finally {
    closeSync(descriptor);
  }
}

/** Reads to the end, or to the limit: a pipe or a device has no size, and may have no end. */
function readAll(descriptor: number, name: string, most: number): Buffer {
  const chunks: Buffer[] = [];
  for (let total = 0; ; ) {
    const chunk = Buffer.allocUnsafe(kChunkBytes);
    const length = readSome(descriptor, chunk);
    if (length === 0) return Buffer.concat(chunks, total);
    total += length;
    if (total > most) throw tooLarge(name, total, most);
    chunks.push(chunk.subarray(0, length));
  }
}

/** EAGAIN: another program made the terminal or pipe non-blocking, and it is empty now. That is not its end. */
function readSome(descriptor: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, kRetryMs);
    }
  }
}

function checkFile(path: string, most: number): void {
  const stats = statSync(path);
  if (stats.isDirectory()) throw new Failure(say('is-folder', { file: path }));
  if (stats.size > most) throw tooLarge(path, stats.size, most);
}

function tooLarge(file: string, bytes: number, most: number): Failure {
  return new Failure(
    say('too-large', { file, size: String(Math.ceil(bytes / 1048576)), most: String(most / 1048576) }),
  );
}

function decode(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Failure(say('not-utf8', { file, offset: String(firstBadByte(bytes)) }));
  }
}

/** Offset of the first byte of the first character that is not UTF-8. */
function firstBadByte(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (startsWell(bytes, middle)) low = middle;
    else high = middle;
  }
  const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, low), { stream: true });
  return Buffer.byteLength(whole);
}

/** Whether the first `length` bytes are UTF-8. The last character may be cut. */
function startsWell(bytes: Buffer, length: number): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
    return true;
  } catch {
    return false;
  }
}
