// SPDX-License-Identifier: MIT
// Marks in the page's own list what matched, without touching its nodes (CSS Custom Highlight API;
// older browsers show the list unmarked). The core says which words; here they are only found again.
import type { PageList } from './page-list.js';

interface Registry {
  set(name: string, highlight: unknown): void;
  delete(name: string): void;
}

const kName = 'catalogue-match';
const registry = (CSS as unknown as { highlights?: Registry }).highlights;
const HighlightOf = (globalThis as unknown as { Highlight?: new (...ranges: Range[]) => unknown }).Highlight;

export const canMark = registry !== undefined && HighlightOf !== undefined;

/** Shows on the items of `list` the marks of `rendered`, the same list as the core rendered it; null clears what was shown. */
export function showMarks(rendered: Element | null, list: PageList): void {
  if (!registry || !HighlightOf) return;
  const ranges: Range[] = [];
  for (const item of rendered?.querySelectorAll<HTMLElement>('[data-id]') ?? []) {
    const words = new Set([...item.querySelectorAll('mark')].map((mark) => mark.textContent as string));
    const own = list.item(item.dataset.id as string);
    if (own) for (const word of words) addRanges(own, word, ranges);
  }
  if (ranges.length) registry.set(kName, new HighlightOf(...ranges));
  else registry.delete(kName);
}

function addRanges(item: Element, words: string, ranges: Range[]): void {
  const walker = document.createTreeWalker(item, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    for (let at = node.data.indexOf(words); at >= 0; at = node.data.indexOf(words, at + words.length)) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      ranges.push(range);
    }
  }
}
