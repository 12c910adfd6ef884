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

/** What a page shows that was asked nothing. */
export const nothingAsked: Shown = {
  count: '',
  text: '',
  filters: [],
  sort: '',
  sortName: '',
  waysOut: 0,
  remarks: [],
};

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

/** The sentence: what was done and how many trainings there are; '' where nothing changed. */
export function wordsOfChange(before: Shown, after: Shown, isEnglish: boolean): string {
  const texts = isEnglish ? en : fr;
  const isNew = (word: string, among: readonly string[]): boolean => word !== '' && !among.includes(word);
  const say = (text: string, word: string | number): string => text.replace('{x}', () => `${word}`);
  const words = [after.count];
  if (after.waysOut) words.push(say(after.waysOut > 1 ? texts.ways_out : texts.way_out, after.waysOut));
  for (const name of after.filters) if (isNew(name, before.filters)) words.push(say(texts.added, name));
  for (const name of before.filters) if (isNew(name, after.filters)) words.push(say(texts.removed, name));
  if (before.text && !after.text) words.push(say(texts.removed, before.text));
  let action = '';
  if (after.sort !== before.sort) action = say(texts.sorted, after.sortName.toLowerCase());
  if (isNew(after.text, [before.text])) action = say(texts.found, after.text);
  const news = after.remarks.filter((remark) => isNew(remark, before.remarks));
  const isSame = !action && words.length === 1 && after.count === before.count;
  return [...(isSame ? [] : [action + words.join(', ')]), ...news].join('. ');
}
