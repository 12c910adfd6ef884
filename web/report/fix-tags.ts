// SPDX-License-Identifier: MIT
// Loose tags of a Markdown page made tags: each line's own words between two tags, and nothing else.
import type { LooseTag } from './loose-tags.js';

const kContext = 3;

/** The page's text with its loose tags written as tags, and how many; lines that hold more than their words stay. */
export function fixTags(text: string, loose: LooseTag[], tagClass: string): { text: string; fixed: number } {
  const lines = text.split(/(?<=\n)|(?<=\r)(?!\n)/);
  let fixed = 0;
  for (const { line, words, heading } of loose) {
    const source = lines[line - 1];
    const written = source === undefined || heading === null ? null : fixLine(source, words, tagClass);
    if (written === null) continue;
    lines[line - 1] = written;
    fixed++;
  }
  return { text: lines.join(''), fixed };
}

/** A line of a paragraph or of a list whose words are these alone; null for any other. */
function fixLine(line: string, words: string, tagClass: string): string | null {
  const [, start = '', content = '', end = ''] =
    /^(\ufeff?\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*)(.*?)(\s*)$/s.exec(line) ?? [];
  const isPlain = content !== '' && !/^[#>|]|[<{]/.test(content);
  const plain = content
    .replace(/\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (!isPlain || plain !== words.replace(/\s+/g, ' ')) return null;
  return `${start}<span class="${tagClass}">${content}</span>${end}`;
}

/** A unified diff of two texts that have the same number of lines; '' where they are equal. */
export function diffOf(name: string, before: string, after: string): string {
  const old = before.split('\n');
  const fresh = after.split('\n');
  const changed = old.flatMap((line, index) => (line === fresh[index] ? [] : [index]));
  if (changed.length === 0) return '';
  return [`--- ${name}`, `+++ ${name}`, ...hunksOf(changed, old.length).flatMap((hunk) => hunkLines(hunk, old, fresh))]
    .map((line) => `${line}\n`)
    .join('');
}

interface Hunk {
  start: number;
  end: number;
}

/** Stretches of lines around the changes; those that touch are one. */
function hunksOf(changed: number[], total: number): Hunk[] {
  const hunks: Hunk[] = [];
  for (const index of changed) {
    const start = Math.max(0, index - kContext);
    const end = Math.min(total, index + kContext + 1);
    const last = hunks.at(-1);
    if (last && start <= last.end) last.end = end;
    else hunks.push({ start, end });
  }
  return hunks;
}

function hunkLines({ start, end }: Hunk, old: string[], fresh: string[]): string[] {
  const lines = [`@@ -${start + 1},${end - start} +${start + 1},${end - start} @@`];
  for (let index = start; index < end; ) {
    let next = index;
    while (next < end && old[next] !== fresh[next]) next++;
    if (next === index) lines.push(` ${old[index++]}`);
    else {
      lines.push(
        ...old.slice(index, next).map((line) => `-${line}`),
        ...fresh.slice(index, next).map((line) => `+${line}`),
      );
      index = next;
    }
  }
  return lines;
}
