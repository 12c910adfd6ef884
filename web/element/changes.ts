// SPDX-License-Identifier: MIT
// What changed between two answers, in one sentence for screen readers.
import en from '../../data/strings/changes.en.json';
import fr from '../../data/strings/changes.fr.json';
import type { View } from './view.js';

/** An answer as the page shows it, in the page's own words. */
export interface Shown {
  /** How many trainings, and which page of them. */
  count: string;
  text: string;
  filters: string[];
  sort: string;
  sortName: string;
  waysOut: number;
  /** What was not understood, what filters hide. */
  remarks: string[];
}

/** What `view` shows now as the answer to `query` (canonical). */
export function readShown(view: View, query: string): Shown {
  const asked = new URLSearchParams(query);
  const text = asked.get('q') ?? '';
  const sort = asked.get('tri') ?? '';
  const words = (selector: string): string[] =>
    // Without the button that may follow them.
    view.all(selector).map(({ firstChild }) => firstChild?.textContent?.trim() ?? '');
  return {
    count: words('.catalogue-status').join(),
    text,
    // The chip of the text comes first.
    filters: words('.catalogue-chip').slice(text ? 1 : 0),
    sort,
    sortName: words(`[name=tri] [value="${sort}"]`).join(),
    waysOut: view.all('.catalogue-exits li').length,
    remarks: words('.catalogue-notice p, .catalogue-error'),
  };
}

/** The sentence: what was done and how many trainings there are; '' where nothing changed. `before`: default, nothing. */
export function wordsOfChange(before: Partial<Shown>, after: Shown, isEnglish: boolean): string {
  const { count, text = '', filters = [], sort = '', remarks = [] } = before;
  const texts = isEnglish ? en : fr;
  const isNew = (word: string, among: readonly string[]): boolean => word !== '' && !among.includes(word);
  const say = (pattern: string, word: string | number): string => pattern.replace('{x}', () => `${word}`);
  const words = [after.count];
  if (after.waysOut) words.push(say(after.waysOut > 1 ? texts.ways_out : texts.way_out, after.waysOut));
  for (const name of after.filters) if (isNew(name, filters)) words.push(say(texts.added, name));
  for (const name of filters) if (isNew(name, after.filters)) words.push(say(texts.removed, name));
  if (text && !after.text) words.push(say(texts.removed, text));
  let action = '';
  if (after.sort !== sort) action = say(texts.sorted, after.sortName.toLowerCase());
  if (isNew(after.text, [text])) action = say(texts.found, after.text);
  const news = after.remarks.filter((remark) => isNew(remark, remarks));
  const isSame = !action && words.length === 1 && after.count === count;
  return [...(isSame ? [] : [action + words.join(', ')]), ...news].join('. ');
}
