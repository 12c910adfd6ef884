// SPDX-License-Identifier: MIT
// Renames files into place together. When one fails, all go back.
import { copyFileSync, linkSync, lstatSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { cannotWrite, Failure } from './failure.js';

/** A file in the staging folder (`from`), and its final path. Both are on one file system. */
export interface Staged {
  from: string;
  to: string;
}

/** Makes folders and moves files into them. Can undo both until all files are in place. */
export class Placing {
  #made: string[] = [];

  /** Makes a folder and those above it that are missing. Throws Failure. */
  makeFolder(folder: string): void {
    if (lstatSync(folder, { throwIfNoEntry: false })) return;
    const above = dirname(folder);
    if (above !== folder) this.makeFolder(above);
    try {
      mkdirSync(folder);
    } catch (error) {
      throw cannotWrite(folder, error);
    }
    this.#made.push(folder);
  }

  /**
   * Renames each file into place, in order. It is synchronous, so that no signal can stop it half-way.
   * When one fails, puts those before it back and throws Failure.
   */
  place(files: Staged[]): void {
    const undo: (() => void)[] = [];
    for (const { from, to } of files) {
      try {
        this.makeFolder(dirname(to));
        const old = keep(to, `${from}.old`);
        renameSync(from, to);
        undo.push(() => (old === null ? rmSync(to) : renameSync(old, to)));
      } catch (error) {
        for (const step of undo.reverse()) attempt(step);
        throw error instanceof Failure ? error : cannotWrite(to, error);
      }
    }
    this.#made = [];
  }

  /** Removes the folders that it made, unless something else is in them. */
  removeMade(): void {
    for (const folder of this.#made.splice(0).reverse()) attempt(() => rmdirSync(folder));
  }
}

/** Runs one step of several. A step that fails does not stop the others. */
export function attempt(step: () => void): void {
  try {
    step();
  } catch {
    /* The failure that started an undoing is reported. */
  }
}

/** Keeps the file at `path` under a second name: a hard link, or a copy where there are none. null without a file. */
function keep(path: string, second: string): string | null {
  if (!lstatSync(path, { throwIfNoEntry: false })) return null;
  try {
    linkSync(path, second);
  } catch {
    copyFileSync(path, second);
  }
  return second;
}
