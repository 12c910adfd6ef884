// SPDX-License-Identifier: MIT
// Why a command stops, and the exit codes that it documents.
import { say } from './texts.js';

/** 0: all is well. 1: errors in the pages. 2: the command or a file is at fault. */
export const kExit = { ok: 0, found: 1, usage: 2 } as const;
export type ExitCode = (typeof kExit)[keyof typeof kExit];

/** A command that cannot go on. `message` is the French sentence that the person reads. */
export class Failure extends Error {
  override name = 'Failure';
}

/** What to tell when `path` cannot be written. */
export function cannotWrite(path: string, error: unknown): Failure {
  const detail = (error as NodeJS.ErrnoException).code ?? String(error);
  return new Failure(say('cannot-write', { file: path, detail }));
}
