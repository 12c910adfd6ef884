// SPDX-License-Identifier: MIT
// Writes the loose tags of a Markdown page as tags: puts their text into elements, and changes nothing else.
import { kBetweenFacts, type LooseTag } from './loose-tags.js';

const kContext = 3;

/** The page's text with its loose tags written as tags, and their number. A line with any other text stays. */
export function fixTags(text: string, loose: LooseTag[], tagClass: string): { text: string; fixed: number } {
  const lines = text.split(/(?<=\n)|(?<=\r)(?!\n)/);
  const tagsOfLine = new Map<number, string[]>();
  for (const { line, text: tag, heading } of loose)
    if (heading !== null) tagsOfLine.set(line, [...(tagsOfLine.get(line) ?? []), tag]);
  let fixed = 0;
  for (const [line, tags] of tagsOfLine) {
    const source = lines[line - 1];
    const written = source === undefined ? null : fixLine(source, tags, tagClass);
    if (written === null) continue;
    lines[line - 1] = written;
    fixed += tags.length;
  }
  return { text: lines.join(''), fixed };
}

/** The new line, when `line` is of a paragraph, a list or a quote and holds these tags; else null. */
function fixLine(line: string, tags: string[], tagClass: string): string | null {
  const [, start = '', content = '', end = ''] =
    /^(\ufeff?\s*(?:(?:[-*+]|\d{1,9}[.)])\s+|>\s?)*)(.*?)(\s*)$/s.exec(line) ?? [];
  if (content === '' || /^[#|]|[<{]/.test(content)) return null;
  const left = tags.map((tag) => tag.replace(/\s+/g, ' '));
  const written = factsOf(content).map((fact) => {
    const at = left.indexOf(plainText(fact));
    if (at < 0) return fact;
    left.splice(at, 1);
    return `<span class="${tagClass}">${fact}</span>`;
  });
  return left.length > 0 ? null : `${start}${written.join('')}${end}`;
}

/** The facts of a line and the separators between them, in turn. */
function factsOf(content: string): string[] {
  return content.split(new RegExp(`(${kBetweenFacts.source})`));
}

/** The text that Markdown shows for a line without block marks. */
function plainText(text: string): string {
  return text
    .replace(/\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A unified diff of two texts with the same number of lines; '' when they are equal. */
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

/** Ranges of lines around the changes. Ranges that touch are merged. */
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
