// SPDX-License-Identifier: MIT
// What stands beside a catalogue for pages where WebAssembly is refused: its panel and list as HTML, and the style sheet
// that filters them.
import type { Compiler } from './index.js';
import type { Catalogue } from './types.js';

/** A longer list is too heavy to be shown whole: it has no such files. */
export const kMostListed = 1000;

/**
 * The files by what follows the catalogue's name without `.json`: `.fr.html`, `.fr.css` and the same in English. The HTML
 * is a fragment in the neutral skin, as the core writes it.
 */
export function staticFiles(compiler: Compiler, catalogue: Catalogue): Map<string, string> {
  const files = new Map<string, string>();
  if (catalogue.trainings.length > kMostListed) return files;
  for (const lang of ['fr', 'en']) {
    const { before, list, after, css } = compiler.renderStatic(catalogue, { lang, list: true });
    files.set(`.${lang}.html`, `${before}\n${list}\n${after}\n`);
    files.set(`.${lang}.css`, css);
  }
  return files;
}
