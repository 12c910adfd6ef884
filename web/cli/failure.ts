// SPDX-License-Identifier: MIT
// Failures that stop a command, and the exit codes.
import { say } from './texts.js';

/** 0: no errors. 1: errors in the pages. 2: a wrong command, or a file that cannot be read or written. */
export const kExit = { ok: 0, found: 1, usage: 2 } as const;
export type ExitCode = (typeof kExit)[keyof typeof kExit];

/** A command that cannot go on. `message` is the French sentence for the user. */
export class Failure extends Error {
  override name = 'Failure';
}

/** The failure for a `path` that cannot be written. */
export function cannotWrite(path: string, error: unknown): Failure {
  const detail = (error as NodeJS.ErrnoException).code ?? String(error);
  return new Failure(say('cannot-write', { file: path, detail }));
}
