// SPDX-License-Identifier: MIT
// Files renamed into place together: each takes its place in one step, and all go back when one cannot.
import { copyFileSync, linkSync, lstatSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { cannotWrite, Failure } from './failure.js';

/** A file written beside (`from`), and where it belongs. Both are on one file system. */
export interface Staged {
  from: string;
  to: string;
}

/** Makes folders and puts files in them; what it made can be undone until all is in place. */
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
   * Renames each file into place, in order, without a pause in which a signal could stop it half-way.
   * Throws Failure when one cannot, once those before it are back.
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

/** One step of putting things back: what cannot be put back stays, the rest goes on. */
function attempt(step: () => void): void {
  try {
    step();
  } catch {
    /* Told by the failure that led here. */
  }
}

/** A second name for the file at `path`, or a copy where the file system has no such names; null without file. */
function keep(path: string, second: string): string | null {
  if (!lstatSync(path, { throwIfNoEntry: false })) return null;
  try {
    linkSync(path, second);
  } catch {
    copyFileSync(path, second);
  }
  return second;
}
