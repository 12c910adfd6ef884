// SPDX-License-Identifier: MIT
// Links and buttons of the results: followed within the page, or done: copying a link, saving a file.
import saveFile from 'catalogue:save-csv';
import {
  copied as copiedEn,
  not_copied as notCopiedEn,
  not_saved as notSavedEn,
} from '../../data/strings/element.en.json';
import { copied, not_copied, not_saved } from '../../data/strings/element.fr.json';
import { attempt } from './alerts.js';
import type { Context } from './context.js';
import { copyText } from './copy.js';
import type { Selection } from './selection.js';

/** Long enough to be read twice. */
const kNoteMs = 8000;

export function listenToClicks(context: Context, selection: Selection): void {
  const { root, options } = context;
  const act = (event: Event): void => attempt(context, () => onClick(event as MouseEvent, context, selection));
  root.addEventListener('click', act, { signal: options.signal });
}

function onClick(event: MouseEvent, context: Context, selection: Selection): unknown {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return undefined;
  const asked = (event.target as Element).closest<HTMLElement>('[data-action],[data-query],.catalogue-skip');
  if (!asked) return undefined;
  const { action, query } = asked.dataset;
  if (action) return (action === 'copy' ? copyLink : saveSelection)(asked, context, selection);
  event.preventDefault();
  return query === undefined ? context.view.focusStatus() : follow(asked, query, context, selection);
}

/** A removed chip hands the focus to the next one; whatever else is followed, to the count. */
function follow(asked: HTMLElement, query: string, { view }: Context, selection: Selection): Promise<void> {
  const chips = (): HTMLElement[] => view.all('.catalogue-chip');
  const place = chips().indexOf(asked);
  const moveFocus = (): void => {
    const next = place < 0 ? undefined : (chips()[place] ?? chips().pop());
    if (next) next.focus();
    else view.focusStatus();
  };
  return selection.askReady(() => query, 'push', { isWhole: true, moveFocus });
}

async function copyLink(button: HTMLElement, context: Context, { query }: Selection): Promise<void> {
  const isCopied = await copyText(new URL(context.url.href(query), location.href).href);
  const [yes, no] = context.isEnglish ? [copiedEn, notCopiedEn] : [copied, not_copied];
  sayBeside(button, isCopied ? yes : no, context);
}

/** Says `words`, and shows them for a while beside the button. */
function sayBeside(button: HTMLElement, words: string, { announcer, view }: Context): void {
  for (const note of view.all('.catalogue-note')) note.remove();
  const note = document.createElement('span');
  note.className = 'catalogue-note';
  note.textContent = words;
  button.after(note);
  setTimeout(() => note.remove(), kNoteMs);
  announcer.say(words);
}

async function saveSelection(button: HTMLElement, context: Context, { catalogue, query }: Selection): Promise<void> {
  const { host, isEnglish, options } = context;
  try {
    const { saveCsv } = await options.bring<typeof import('./save-csv.js')>(saveFile);
    saveCsv(catalogue, query, isEnglish);
  } catch (error) {
    sayBeside(button, isEnglish ? notSavedEn : not_saved, context);
    await options.tellPage(host, error, options.signal);
  }
}
