// SPDX-License-Identifier: MIT
// Loose tags of a Markdown page made tags: the line's own words between two tags, and nothing else.
import { kBetweenParts, type LooseTag } from './loose-tags.js';

const kContext = 3;

/** The page's text with its loose tags written as tags, and how many; a line that says anything else stays. */
export function fixTags(text: string, loose: LooseTag[], tagClass: string): { text: string; fixed: number } {
  const lines = text.split(/(?<=\n)|(?<=\r)(?!\n)/);
  const wordsOfLine = new Map<number, string[]>();
  for (const { line, words, heading } of loose)
    if (heading !== null) wordsOfLine.set(line, [...(wordsOfLine.get(line) ?? []), words]);
  let fixed = 0;
  for (const [line, words] of wordsOfLine) {
    const source = lines[line - 1];
    const written = source === undefined ? null : fixLine(source, words, tagClass);
    if (written === null) continue;
    lines[line - 1] = written;
    fixed += words.length;
  }
  return { text: lines.join(''), fixed };
}

/** A line of a paragraph, a list or a quote that holds these words, one or several facts; null for any other. */
function fixLine(line: string, words: string[], tagClass: string): string | null {
  const [, start = '', content = '', end = ''] =
    /^(\ufeff?\s*(?:(?:[-*+]|\d{1,9}[.)])\s+|>\s?)*)(.*?)(\s*)$/s.exec(line) ?? [];
  if (content === '' || /^[#|]|[<{]/.test(content)) return null;
  const left = words.map((each) => each.replace(/\s+/g, ' '));
  const written = partsOf(content).map((part) => {
    const at = left.indexOf(plainWords(part));
    if (at < 0) return part;
    left.splice(at, 1);
    return `<span class="${tagClass}">${part}</span>`;
  });
  return left.length > 0 ? null : `${start}${written.join('')}${end}`;
}

/** The facts of a line and what stands between them, in turn. */
function partsOf(content: string): string[] {
  return content.split(new RegExp(`(${kBetweenParts.source})`));
}

/** The words that Markdown shows for a text without block marks. */
function plainWords(text: string): string {
  return text
    .replace(/\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
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
