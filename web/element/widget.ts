// SPDX-License-Identifier: MIT
// The element's second part: opens the catalogue, takes over from what the page shows, and ends with the element.
import type { EngineAnswer } from '../core/engine.js';
import { attempt, hideAlerts } from './alerts.js';
import { listenToClicks } from './click-events.js';
import { contextOf } from './context.js';
import type { Context } from './context.js';
import { queryOfForm } from './form-query.js';
import { openShared } from './open.js';
import type { SharedCatalogue } from './open.js';
import type { PageList } from './page-list.js';
import { PanelEvents } from './panel-events.js';
import { showDrawn } from './drawn.js';
import type { Start } from './parts.js';
import { Selection } from './selection.js';
import { bringStyles } from './styles.js';
import { hasText } from './text-search.js';

/** A widget without its style sheet is shown after this time; the sheet may still come. */
const kStylesMs = 4000;

const kMaxPageSize = 1000;

export const start: Start = async (host, options) => {
  const reports: SecurityPolicyViolationEvent[] = [];
  const note = (event: SecurityPolicyViolationEvent): void => void reports.push(event);
  document.addEventListener('securitypolicyviolation', note);
  try {
    await begin(contextOf(host, options), reports);
  } catch (error) {
    if (!options.signal.aborted) await options.fail(error, { reports });
  } finally {
    document.removeEventListener('securitypolicyviolation', note);
  }
};

async function begin(context: Context, reports: SecurityPolicyViolationEvent[]): Promise<void> {
  const { host, list, options, root, settings } = context;
  const { signal } = options;
  // The catalogue and its style sheet are on their way at once.
  const styles = bringStyles(host, root, settings.skin, options.addVerified).catch((error: unknown) => error);
  const { catalogue, notices, close } = await openShared(settings, options);
  if (signal.aborted) return close();
  signal.addEventListener('abort', close);
  await Promise.race([styles, new Promise((resolve) => setTimeout(resolve, kStylesMs))]);
  const whole = catalogue.query('', Math.min(list?.size ?? 1, kMaxPageSize));
  if (list && !isListOf(list, whole))
    return options.fail(new options.LoadFailure('changed', settings.src), { reports, alert: 'changed' });
  if (hasText(firstQuery(context))) await catalogue.prepareText();
  if (signal.aborted) return;
  await takeOver(context, catalogue, whole.total);
  for (const notice of notices) await options.tellPage(host, notice, signal, { reports });
  const unstyled = await styles;
  if (!unstyled || signal.aborted) return;
  options.showAlert(host, await options.tellPage(host, unstyled, signal, { reports, alert: 'no_style' }));
}

/** What the address asks for, or else the page. */
const askedQuery = ({ settings, url }: Context): string => url.read() ?? settings.preset;

/** By a visitor's gesture, the state of the form. */
function firstQuery(context: Context): string {
  const { options, view } = context;
  return options.byVisitor && view.form ? queryOfForm(view.form) : askedQuery(context);
}

/** Whether the page's list is the catalogue's: otherwise counts would lie. */
const isListOf = (list: PageList, { total, ids }: EngineAnswer): boolean =>
  total === list.size && ids.every((id) => list.item(id));

/** `total`: trainings in the catalogue. */
async function takeOver(context: Context, catalogue: SharedCatalogue, total: number): Promise<void> {
  const { host, list, options, root, url } = context;
  const selection = new Selection(context, catalogue);
  const query = firstQuery(context);
  // What is drawn stands in place of the fallback.
  if (!list) showDrawn(host, root);
  host.toggleAttribute('data-ready', true);
  for (const links of host.querySelectorAll<HTMLElement>('.catalogue-links')) links.hidden = true;
  hideAlerts(context);
  listen(context, selection);
  context.announcer.open(root);
  const mode = options.byVisitor ? 'push' : url.read() === null ? 'none' : 'replace';
  // Style shows the page's own list right already: the panel of the core comes with it.
  await selection.ask(query, mode, { isWhole: list !== null, isSilent: !options.byVisitor });
  if (!options.signal.aborted) options.fire(host, 'catalogue-ready', { total });
}

function listen(context: Context, selection: Selection): void {
  const { host, options } = context;
  const { signal } = options;
  new PanelEvents(context, selection);
  listenToClicks(context, selection);
  const follow = (): void =>
    attempt(context, () => selection.askReady(() => askedQuery(context), 'none', { isWhole: true }));
  addEventListener('popstate', follow, { signal });
  signal.addEventListener('abort', () => {
    context.list?.restore();
    for (const links of host.querySelectorAll<HTMLElement>('.catalogue-links')) links.hidden = false;
    host.removeAttribute('data-ready');
  });
}
