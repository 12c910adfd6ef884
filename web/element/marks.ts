// SPDX-License-Identifier: MIT
// Marks in the page's own list what matched, without touching its nodes (CSS Custom Highlight API;
// older browsers show the list unmarked). The core says which words; here they are only found again.

/** Marked words by training, from a list that the core rendered. */
export type Marks = ReadonlyMap<string, readonly string[]>;

interface Registry {
  set(name: string, highlight: unknown): void;
  delete(name: string): void;
}

const kName = 'catalogue-match';
const registry = (globalThis.CSS as unknown as { highlights?: Registry }).highlights;
const HighlightOf = (globalThis as unknown as { Highlight?: new (...ranges: Range[]) => unknown }).Highlight;

export const canMark = registry !== undefined && HighlightOf !== undefined;

export function readMarks(list: Element): Marks {
  const marks = new Map<string, string[]>();
  for (const item of list.querySelectorAll<HTMLElement>('[data-id]')) {
    const words = [...item.querySelectorAll('mark')].map((mark) => mark.textContent ?? '').filter(Boolean);
    if (words.length) marks.set(item.dataset['id'] as string, [...new Set(words)]);
  }
  return marks;
}

/** Shows `marks` on the items that `itemOf` gives; none clears what was shown. */
export function showMarks(marks: Marks, itemOf: (id: string) => Element | undefined): void {
  if (!registry || !HighlightOf) return;
  const ranges: Range[] = [];
  for (const [id, words] of marks) {
    const item = itemOf(id);
    if (item) for (const word of words) addRanges(item, word, ranges);
  }
  if (ranges.length) registry.set(kName, new HighlightOf(...ranges));
  else registry.delete(kName);
}

function addRanges(item: Element, words: string, ranges: Range[]): void {
  const walker = document.createTreeWalker(item, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      ranges.push(range);
    }
  }
}
