// SPDX-License-Identifier: MIT
// A catalogue as HTML and a style sheet that filters it: no script, no inline style, for a page that something else makes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue, Compiler } from '../compiler/index.js';
import type { Hosted } from './hosted.js';
import { escapeHtml } from './splice.js';

/** What only the core can do is not there, and leaves no gap. */
const kNoCore = 'catalogue-formations:not(:defined) [data-live]{display:none}\n';

export interface FilterableOptions {
  lang: string;
  /** Address of the style sheet in the HTML. */
  style: string;
  hosted: Hosted;
}

/** `html`: the link to the style sheet, the panel and the list. `css`: the neutral look and the filter. */
export function filterableList(
  compiler: Compiler,
  catalogue: Catalogue,
  { lang, style, hosted }: FilterableOptions,
): { html: string; css: string } {
  const { before, list, after, css } = compiler.renderStatic(catalogue, { lang, skin: 'neutral', list: true });
  const look = readFileSync(join(hosted.folder, hosted.styles.neutral), 'utf8');
  return {
    html: `<link rel="stylesheet" href="${escapeHtml(style)}">
<catalogue-formations lang="${lang.startsWith('en') ? 'en' : 'fr'}">
${before}
${list}
${after}
</catalogue-formations>
`,
    css: `${look.trimEnd()}\n${css}${kNoCore}`,
  };
}
