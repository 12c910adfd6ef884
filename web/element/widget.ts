// SPDX-License-Identifier: MIT
// The element's second part: opens the catalogue, takes over from what the page shows, and ends with the element.
import { hideAlerts, tellPage } from './alerts.js';
import { listenToClicks } from './click-events.js';
import { contextOf } from './context.js';
import type { Context } from './context.js';
import { queryOfForm } from './form-query.js';
import { openShared } from './open.js';
import type { OpenedCatalogue } from './open.js';
import { PanelEvents } from './panel-events.js';
import type { CodedError, Start } from './parts.js';
import { Selection } from './selection.js';
import { bringStyles } from './styles.js';
import { prepareText } from './text-search.js';

export const start: Start = async (host, options) => {
  const context = contextOf(host, options);
  const reports: SecurityPolicyViolationEvent[] = [];
  const note = (event: SecurityPolicyViolationEvent): void => void reports.push(event);
  document.addEventListener('securitypolicyviolation', note);
  let catalogue: OpenedCatalogue | undefined;
  try {
    catalogue = await open(context);
    await prepareText(catalogue, firstQuery(context));
    if (options.signal.aborted) return catalogue.close();
    await takeOver(context, catalogue);
  } catch (error) {
    if (options.signal.aborted) return;
    options.retry();
    options.showAlert(host, (error as CodedError).code);
    await tellPage(context, error as CodedError, reports);
  } finally {
    document.removeEventListener('securitypolicyviolation', note);
  }
  for (const notice of catalogue?.notices ?? []) await tellPage(context, notice, reports);
};

/** The catalogue, and the style sheet on its way meanwhile. */
async function open({ host, options, root, settings }: Context): Promise<OpenedCatalogue> {
  const styles = bringStyles(host, root, settings.skin);
  const catalogue = await openShared(settings, options.bring);
  await styles;
  return catalogue;
}

/** What the address asks for, or else the page. */
const askedQuery = ({ settings, url }: Context): string => url.read() ?? settings.preset;

/** By a visitor's gesture, the state of the form. */
function firstQuery(context: Context): string {
  const { options, view } = context;
  return options.byVisitor && view.form ? queryOfForm(view.form) : askedQuery(context);
}

/** How many trainings there are. The page's list must be the catalogue's: otherwise counts would lie. */
function checkedTotal({ list }: Context, catalogue: OpenedCatalogue): number {
  const { total, ids } = catalogue.query('', Math.min(list?.size ?? 1, 1000));
  if (list && (total !== list.size || !ids.every((id) => list.item(id)))) {
    catalogue.close();
    throw Object.assign(new Error('the list on the page is not that of the catalogue'), { code: 'changed' });
  }
  return total;
}

async function takeOver(context: Context, catalogue: OpenedCatalogue): Promise<void> {
  const { host, list, options, root, url } = context;
  const total = checkedTotal(context, catalogue);
  const selection = new Selection(context, catalogue);
  const query = firstQuery(context);
  // What is drawn stands in place of the fallback.
  if (!list) for (const piece of [...root.childNodes]) if (piece.nodeName !== 'LINK') piece.remove();
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
  const follow = (): void => void selection.askReady(() => askedQuery(context), 'none', /*isWhole=*/ true);
  addEventListener('popstate', follow, { signal });
  // The page gets its list back, and the core its memory.
  signal.addEventListener('abort', () => {
    selection.catalogue.close();
    host.removeAttribute('data-ready');
  });
}
