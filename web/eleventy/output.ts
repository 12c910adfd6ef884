// SPDX-License-Identifier: MIT
// Files that the plugin adds to a site's output: written at the end of a build, removed when their page no longer needs them.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { hostedFiles } from '../publish/hosted.js';

/** Collects files page by page. `flush` writes them. */
export class Output {
  readonly #pages = new Map<string, Map<string, string | Uint8Array>>();
  readonly #written = new Map<string, Set<string>>();

  /** The files that one page needs now. `page`: its address. Paths are on disk. */
  set(page: string, files: Map<string, string | Uint8Array>): void {
    this.#pages.set(page, files);
  }

  get isEmpty(): boolean {
    return this.#pages.size === 0;
  }

  /** `taken`: paths that the site's own templates wrote. They are never overwritten. Returns those that both want. */
  flush(taken: Set<string>): string[] {
    const refused: string[] = [];
    for (const [page, files] of this.#pages) {
      const paths = new Set<string>();
      for (const [path, content] of files) {
        if (taken.has(resolve(path))) refused.push(path);
        else if (paths.add(path)) writeIfChanged(path, content);
      }
      for (const old of this.#written.get(page) ?? []) if (!paths.has(old)) rmSync(old, { force: true });
      this.#written.set(page, paths);
    }
    return refused;
  }
}

function writeIfChanged(path: string, content: string | Uint8Array): void {
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(content))) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Copies the element's files into the output. A file that exists with the same bytes stays. */
export function copyHosted(target: string): void {
  const { folder, files } = hostedFiles('');
  for (const file of files) {
    const from = join(folder, file);
    const to = join(target, file);
    if (existsSync(to) && readFileSync(to).equals(readFileSync(from))) continue;
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
}
