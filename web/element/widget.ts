// SPDX-License-Identifier: MIT
// The element's second part: opens the catalogue, takes over from what the page shows, and ends with the element.
import { no_style as noStyleEn } from '../../data/strings/element.en.json';
import { no_style } from '../../data/strings/element.fr.json';
import { LoadFailure } from '../core/failure.js';
import { attempt, hideAlerts } from './alerts.js';
import { listenToClicks } from './click-events.js';
import { contextOf } from './context.js';
import type { Context } from './context.js';
import { queryOfForm } from './form-query.js';
import { openShared } from './open.js';
import type { OpenedCatalogue } from './open.js';
import { PanelEvents } from './panel-events.js';
import { showDrawn } from './drawn.js';
import type { Start } from './parts.js';
import { Selection } from './selection.js';
import { bringStyles } from './styles.js';
import { prepareText } from './text-search.js';

/** A widget without its style sheet is shown after this time; the sheet may still come. */
const kStylesMs = 4000;

export const start: Start = async (host, options) => {
  const { signal } = options;
  const reports: SecurityPolicyViolationEvent[] = [];
  const note = (event: SecurityPolicyViolationEvent): void => void reports.push(event);
  document.addEventListener('securitypolicyviolation', note);
  const tell = (error: unknown): Promise<void> => options.tellPage(host, error, reports, signal);
  try {
    const context = contextOf(host, options);
    const { catalogue, styles } = await open(context);
    if (signal.aborted) return catalogue.close();
    await takeOver(context, catalogue);
    for (const notice of catalogue.notices) await tell(notice);
    const unstyled = await styles;
    if (!unstyled || signal.aborted) return;
    options.showAlert(host, unstyled, context.isEnglish ? noStyleEn : no_style);
    await tell(unstyled);
  } catch (error) {
    if (signal.aborted) return;
    options.retry();
    host.removeAttribute('data-ready');
    options.showAlert(host, error);
    await tell(error);
  } finally {
    document.removeEventListener('securitypolicyviolation', note);
  }
};

/** The catalogue, ready for the first query, and why its style sheet did not come; both are on their way at once. */
async function open(context: Context): Promise<{ catalogue: OpenedCatalogue; styles: Promise<unknown> }> {
  const { host, options, root, settings } = context;
  const styles = bringStyles(host, root, settings.skin, options.addVerified).catch((error: unknown) => error);
  const catalogue = await openShared(settings, options.bring);
  await Promise.race([styles, new Promise((resolve) => setTimeout(resolve, kStylesMs))]);
  await prepareText(catalogue, firstQuery(context));
  return { catalogue, styles };
}

/** What the address asks for, or else the page. */
const askedQuery = ({ settings, url }: Context): string => url.read() ?? settings.preset;

/** By a visitor's gesture, the state of the form. */
function firstQuery(context: Context): string {
  const { options, view } = context;
  return options.byVisitor && view.form ? queryOfForm(view.form) : askedQuery(context);
}

/** How many trainings there are. The page's list must be the catalogue's: otherwise counts would lie. */
function checkedTotal({ list, settings }: Context, catalogue: OpenedCatalogue): number {
  const { total, ids } = catalogue.query('', Math.min(list?.size ?? 1, 1000));
  if (list && (total !== list.size || !ids.every((id) => list.item(id)))) {
    catalogue.close();
    throw new LoadFailure('changed', settings.src);
  }
  return total;
}

async function takeOver(context: Context, catalogue: OpenedCatalogue): Promise<void> {
  const { host, list, options, root, url } = context;
  const total = checkedTotal(context, catalogue);
  const selection = new Selection(context, catalogue);
  const query = firstQuery(context);
  // What is drawn stands in place of the fallback.
  if (!list) showDrawn(host, root);
  host.toggleAttribute('data-ready', true);
  for (const links of host.querySelectorAll<HTMLElement>('.catalogue-links')) links.hidden = true;
  hideAlerts(context);
  listen(context, selection);
  const mode = options.byVisitor ? 'push' : url.read() === null ? 'none' : 'replace';
  // Style shows the page's own list right already: the panel of the core comes with it.
  await selection.ask(query, mode, { isWhole: list !== null, settleMs: 0 });
  if (!options.signal.aborted) options.fire(host, 'catalogue-ready', { total });
}

function listen(context: Context, selection: Selection): void {
  const { host, options } = context;
  const { signal } = options;
  new PanelEvents(context, selection);
  listenToClicks(context, selection);
  const follow = (): void =>
    attempt(context, () => selection.askReady(() => askedQuery(context), 'none', /*isWhole=*/ true));
  addEventListener('popstate', follow, { signal });
  // The page gets its list back, and the core its memory.
  signal.addEventListener('abort', () => {
    selection.catalogue.close();
    context.list?.restore();
    for (const links of host.querySelectorAll<HTMLElement>('.catalogue-links')) links.hidden = false;
    host.removeAttribute('data-ready');
  });
}
