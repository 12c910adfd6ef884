// SPDX-License-Identifier: MIT
// The folder that `build` fills, completely or not at all. Files are written to a staging folder, synced, then
// renamed into place, pages last. A run that fails or is stopped leaves the old files.
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { cannotWrite, Failure } from './failure.js';
import { attempt, Placing } from './placing.js';
import { say } from './texts.js';

const kStagingPrefix = '.catalogue-formations-';
const kSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const kPage = 'index.html';
/** Files that are written together: a disk syncs many in little more time than one. */
const kAtOnce = 64;

/** Collects a site's files. `write` puts them under `out`. */
export class SiteFolder {
  readonly #files = new Map<string, Uint8Array>();
  readonly #old: string[] = [];

  constructor(readonly out: string) {}

  /** `path`: relative to the folder, with `/`. A second file of the same path replaces the first. */
  add(path: string, content: string | Uint8Array): void {
    if (path.split('/').some((name) => /^\.{0,2}$/.test(name) || /[\\\0]/.test(name))) throw new Error(`path: ${path}`);
    this.#files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }

  /** Removes a folder of an earlier build, once all files are in place. */
  removeOld(path: string): void {
    this.#old.push(path);
  }

  get size(): number {
    return this.#files.size;
  }

  /** Writes the files. Those on the disk with the same bytes stay. On Failure nothing has changed. */
  async write(): Promise<void> {
    const placing = new Placing();
    try {
      await this.#write(placing);
    } catch (error) {
      placing.removeMade();
      throw error instanceof Failure ? error : cannotWrite(this.out, error);
    }
  }

  async #write(placing: Placing): Promise<void> {
    placing.makeFolder(this.out);
    const changed = this.#changed();
    const staging = join(this.out, `${kStagingPrefix}${process.pid}`);
    removeAbandoned(this.out);
    const end = removeWhenStopped(staging, placing);
    try {
      await mkdir(staging);
      const staged = changed.map((path, index) => ({ from: join(staging, String(index)), to: join(this.out, path) }));
      for (let first = 0; first < staged.length; first += kAtOnce) {
        const batch = staged.slice(first, first + kAtOnce);
        await allDone(batch.map(({ from, to }, i) => writeSynced(from, to, this.#files.get(changed[first + i]!)!)));
      }
      placing.place(staged);
      // One that cannot be removed does no harm.
      for (const path of this.#old) attempt(() => rmSync(join(this.out, path), { recursive: true }));
      syncFolders(staged.map(({ to }) => dirname(to)));
    } finally {
      end();
    }
  }

  /** Paths whose bytes differ from those on the disk. Pages are last, because they link to the other files. */
  #changed(): string[] {
    const root = realpathSync(this.out);
    const changed = [...this.#files.keys()].filter((path) => !isThere(this.out, path, root, this.#files.get(path)!));
    const rank = (path: string): number => (path === kPage ? 2 : path.endsWith(`/${kPage}`) ? 1 : 0);
    return changed.sort((a, b) => rank(a) - rank(b));
  }
}

/** Whether the file exists with these bytes. Throws Failure when it is a folder, or its folder is a link out of `root`. */
function isThere(out: string, path: string, root: string, content: Uint8Array): boolean {
  const names = path.split('/');
  for (let depth = 1; depth < names.length; depth++) refuseOutside(join(out, ...names.slice(0, depth)), root);
  const file = join(out, path);
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (stats?.isDirectory()) throw new Failure(say('cannot-write', { file, detail: 'EISDIR' }));
  if (!stats?.isFile() || stats.size !== content.length) return false;
  return readFileSync(file).equals(content);
}

function refuseOutside(folder: string, root: string): void {
  const isLink = lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  if (!isLink) return;
  const target = statSync(folder, { throwIfNoEntry: false }) ? realpathSync(folder) : '';
  if (target !== root && !target.startsWith(root + sep)) throw new Failure(say('link-out', { file: folder }));
}

/** Waits for all, then throws what the first of them threw: nothing goes on after a failure. */
async function allDone(writing: Promise<void>[]): Promise<void> {
  await Promise.allSettled(writing);
  await Promise.all(writing);
}

async function writeSynced(path: string, shown: string, content: Uint8Array): Promise<void> {
  try {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw cannotWrite(shown, error);
  }
}

/** Removes the staging folder when a signal stops the run. Returns the function that removes it at the end. */
function removeWhenStopped(staging: string, placing: Placing): () => void {
  const end = (): void => {
    for (const signal of kSignals) process.off(signal, stop);
    rmSync(staging, { recursive: true, force: true });
  };
  const stop = (signal: NodeJS.Signals): void => {
    end();
    placing.removeMade();
    process.kill(process.pid, signal);
  };
  for (const signal of kSignals) process.on(signal, stop);
  return end;
}

/** Staging folders of runs that were killed before they could remove theirs. */
function removeAbandoned(out: string): void {
  for (const name of readdirSync(out)) {
    const pid = name.startsWith(kStagingPrefix) ? Number(name.slice(kStagingPrefix.length)) : NaN;
    if (Number.isSafeInteger(pid) && pid > 0 && !isAlive(pid))
      rmSync(join(out, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A renamed file survives a power cut only once its folder is synced. */
function syncFolders(folders: string[]): void {
  for (const folder of new Set(folders)) {
    try {
      const descriptor = openSync(folder, 'r');
      fsyncSync(descriptor);
      closeSync(descriptor);
    } catch {
      /* Windows cannot sync a folder. The files themselves are synced. */
    }
  }
}
