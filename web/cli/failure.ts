// SPDX-License-Identifier: MIT
// Why a command stops, and the exit codes that it documents.

/** 0: all is well. 1: errors in the pages. 2: the command or a file is at fault. */
export const kExit = { ok: 0, found: 1, usage: 2 } as const;
export type ExitCode = (typeof kExit)[keyof typeof kExit];

/** A command that cannot go on. `message` is the French sentence that the person reads. */
export class Failure extends Error {
  override name = 'Failure';
}
