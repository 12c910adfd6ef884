// SPDX-License-Identifier: MIT
// The pieces of a report's page: tables and bars.
import { escapeHtml } from '../publish/splice.js';

/** A cell: text, or HTML that is safe already. */
export type Cell = string | { html: string };

const htmlOf = (cell: Cell): string => (typeof cell === 'string' ? escapeHtml(cell) : cell.html);

/** A section with its heading, a sentence that says how to read it, and what follows. */
export function section(heading: string, about: string, content: string): string {
  const sentence = about ? `<p class="about">${escapeHtml(about)}</p>\n` : '';
  return `<section>\n<h2>${escapeHtml(heading)}</h2>\n${sentence}${content}\n</section>`;
}

/** The first cell of each row is its heading. `caption` is heard, not seen: the section's heading stands above. */
export function table(caption: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const body = rows.map(([first = '', ...cells]) => {
    const others = cells.map((cell) => `<td>${htmlOf(cell)}</td>`).join('');
    return `<tr><th scope="row">${htmlOf(first)}</th>${others}</tr>`;
  });
  return `<table>\n<caption>${escapeHtml(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
}

/** Words and a bar that shows `part` of `whole`. `isGood`: a full bar is what one wishes for. */
export function bar(words: string, part: number, whole: number, isGood: boolean): Cell {
  const width = whole > 0 ? Math.round((100 * part) / whole) : 0;
  const kind = isGood ? 'good' : 'bad';
  return {
    html: `<span class="words">${escapeHtml(words)}</span> <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" width="100" height="8"/><rect class="${kind}" width="${width}" height="8"/></svg>`,
  };
}
