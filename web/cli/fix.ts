// SPDX-License-Identifier: MIT
// `check --fix`: writes loose tags as tags in Markdown pages. `--dry-run` prints a diff instead.
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Compiler } from '../compiler/index.js';
import { diffOf, fixTags } from '../report/fix-tags.js';
import { looseTags, tagClassOf } from '../report/loose-tags.js';
import { printable } from '../report/printable.js';
import type { Settings } from './arguments.js';
import { cannotWrite } from './failure.js';
import { textOf } from './input.js';
import { openPage } from './pages.js';
import { tell } from './tell.js';
import { count, say } from './texts.js';

/** Fixes each Markdown page in place, or prints a diff. HTML pages stay as they are. Throws Failure. */
export function fixPages(compiler: Compiler, settings: Settings): void {
  for (const path of settings.pages) {
    const { source, page } = openPage(path, settings);
    if (page === null || page.kind !== 'markdown') continue;
    const tagClass = tagClassOf(page, settings.tagClasses);
    const before = textOf(source);
    const { text, fixed } = fixTags(before, looseTags(compiler, page), tagClass);
    if (fixed === 0) continue;
    if (settings.dryRun) {
      process.stdout.write(diffOf(source.name, before, text).replace(/[^\r\n]+/g, printable));
      continue;
    }
    replaceFile(path, text);
    if (!settings.quiet) tell(say('fixed', { file: source.name, tags: count('tags-written', fixed) }));
  }
}

/** Writes a file beside the editor's, with its permissions, and renames it: the file is whole at any moment. */
function replaceFile(path: string, text: string): void {
  const file = realpathSync(path);
  const beside = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, text, { flag: 'wx', mode: statSync(file).mode, flush: true });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw cannotWrite(path, error);
  }
}
