// SPDX-License-Identifier: MIT
// Clicks on links and buttons of the results: another query, copying the link, saving CSV.
import saveFile from 'catalogue:save-csv';
import { copied as copiedEn, not_saved as notSavedEn } from '../../data/strings/element.en.json';
import { copied, not_saved } from '../../data/strings/element.fr.json';
import { attempt } from './alerts.js';
import type { Context } from './context.js';
import { moveNearerThumb } from './form-query.js';
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
  const target = event.target as Element;
  const slider = target.closest('.catalogue-slider');
  if (slider && target.nodeName !== 'INPUT') moveNearerThumb(slider, event.clientX);
  const clicked = target.closest<HTMLElement>('[data-action],[data-query],.catalogue-skip,.catalogue-see');
  if (!clicked) return undefined;
  const { action, query } = clicked.dataset;
  if (action) return (action === 'copy' ? copyLink : saveSelection)(clicked, context, selection);
  event.preventDefault();
  return query === undefined ? context.view.goToResults() : follow(clicked, query, context, selection);
}

/** Asks `query`. The focus moves to the next chip when one was removed, else to the status line. */
function follow(clicked: HTMLElement, query: string, { view }: Context, selection: Selection): Promise<void> {
  const chips = (): HTMLElement[] => view.all('.catalogue-chip');
  const place = chips().indexOf(clicked);
  const moveFocus = (): void => {
    const next = place < 0 ? undefined : (chips()[place] ?? chips().pop());
    if (next) next.focus();
    else view.focusStatus();
  };
  return selection.ask(query, 'push', { moveFocus });
}

async function copyLink(button: HTMLElement, context: Context, { query }: Selection): Promise<void> {
  const link = context.url.href(query);
  try {
    await navigator.clipboard.writeText(link);
    const note = noteBeside(button, context.isEnglish ? copiedEn : copied, context);
    setTimeout(() => note.remove(), kNoteMs);
  } catch {
    // No secure context, or no permission: the link stands beside the button, to be copied by hand.
    noteBeside(button, link, context);
  }
}

/** Announces `text`, and shows it beside the button until the next answer. */
function noteBeside(button: HTMLElement, text: string, { announcer, view }: Context): HTMLElement {
  for (const note of view.all('.catalogue-note')) note.remove();
  const note = document.createElement('span');
  note.className = 'catalogue-note';
  note.textContent = text;
  button.after(note);
  announcer.say(text);
  return note;
}

/**
 * Uses save-csv.ts, which saves trainings and lets visitors choose some. If that fails, calls `onFailure` and reports the
 * error: the filter goes on.
 */
export async function withSaver(
  { options }: Context,
  use: (saver: typeof import('./save-csv.js')) => unknown,
  onFailure?: () => void,
): Promise<void> {
  try {
    await use(await options.loadModule(saveFile));
  } catch (error) {
    onFailure?.();
    await options.report(error);
  }
}

function saveSelection(button: HTMLElement, context: Context, { catalogue, query }: Selection): Promise<void> {
  const { isEnglish } = context;
  return withSaver(
    context,
    ({ saveCsv }) => saveCsv(catalogue, query, isEnglish),
    () => noteBeside(button, isEnglish ? notSavedEn : not_saved, context),
  );
}
