// SPDX-License-Identifier: MIT
// Links and buttons of the results: followed within the page, or done: copying a link, saving a file.
import saveFile from 'catalogue:save-csv';
import {
  copied as copiedEn,
  not_copied as notCopiedEn,
  not_saved as notSavedEn,
} from '../../data/strings/element.en.json';
import { copied, not_copied, not_saved } from '../../data/strings/element.fr.json';
import { say, tellPage } from './alerts.js';
import type { Context } from './context.js';
import { copyText } from './copy.js';
import type { CodedError } from './parts.js';
import type { Selection } from './selection.js';

export function listenToClicks(context: Context, selection: Selection): void {
  const { root, options } = context;
  root.addEventListener('click', (event) => onClick(event as MouseEvent, context, selection), {
    signal: options.signal,
  });
}

function onClick(event: MouseEvent, context: Context, selection: Selection): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const asked = (event.target as Element).closest<HTMLElement>('[data-action],[data-query],.catalogue-skip');
  if (!asked) return;
  const { action, query } = asked.dataset;
  if (action) return void (action === 'copy' ? copyLink : saveSelection)(context, selection);
  event.preventDefault();
  if (query === undefined) context.view.focusStatus();
  else void follow(asked, query, context, selection);
}

/** A removed chip hands the focus to the next one; whatever else is followed, to the count. */
async function follow(asked: HTMLElement, query: string, { view }: Context, selection: Selection): Promise<void> {
  const chips = (): HTMLElement[] => view.all('.catalogue-chip');
  const place = chips().indexOf(asked);
  await selection.askReady(() => query, 'push', /*isWhole=*/ true);
  const next = place < 0 ? undefined : (chips()[place] ?? chips().pop());
  if (next) next.focus();
  else view.focusStatus();
}

async function copyLink(context: Context, { query }: Selection): Promise<void> {
  const isCopied = await copyText(new URL(context.url.href(query), location.href).href);
  const [yes, no] = context.isEnglish ? [copiedEn, notCopiedEn] : [copied, not_copied];
  say(context, isCopied ? yes : no, 0);
}

async function saveSelection(context: Context, { catalogue, query }: Selection): Promise<void> {
  const { isEnglish, options } = context;
  try {
    const { saveCsv } = await options.bring<typeof import('./save-csv.js')>(saveFile);
    await saveCsv(catalogue, query, isEnglish);
  } catch (error) {
    say(context, isEnglish ? notSavedEn : not_saved, 0);
    await tellPage(context, error as CodedError);
  }
}
