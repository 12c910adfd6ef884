// SPDX-License-Identifier: MIT
// Files that the command line writes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from './failure.js';
import { say } from './texts.js';

/** Writes a file, and its folder where there is none. Throws Failure. */
export function write(path: string, content: string | Uint8Array): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

/** What to tell when `path` cannot be written. */
export function cannotWrite(path: string, error: unknown): Failure {
  return new Failure(
    say('cannot-write', { file: path, detail: (error as NodeJS.ErrnoException).code ?? String(error) }),
  );
}
