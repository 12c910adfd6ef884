// SPDX-License-Identifier: MIT
// The widget: opens the catalogue, filters the page's list or draws its own, and stops with the element.
import readerFile from 'catalogue:reader';
import type { EngineAnswer } from '../core/engine.js';
import { attempt, hideAlerts } from './alerts.js';
import { listenToClicks, withSaver } from './click-events.js';
import { contextOf } from './context.js';
import type { Context } from './context.js';
import { queryOfForm } from './form-query.js';
import { openShared } from './open.js';
import type { SharedCatalogue } from './open.js';
import type { PageList } from './page-list.js';
import { PanelEvents } from './panel-events.js';
import { showDrawn } from './drawn.js';
import type { CodedError, Start } from './loader.js';
import { Selection } from './selection.js';

/** How long to wait for the style sheet before showing the widget without it. */
const kStylesMs = 4000;

const kMaxPageSize = 1000;

export const start: Start = async (host, options) => {
  try {
    let json = '';
    if (!host.getAttribute('src')) {
      const { readList } = await options.loadModule<typeof import('../reader/index.js')>(readerFile);
      json = await readList(host, options);
      if (!json) return;
    }
    await begin(contextOf(host, options, json));
  } catch (error) {
    if ((error as CodedError).code !== 'engine-refused') return await options.fail(error);
    const { showByStyle } = await options.loadExplain();
    await showByStyle(host, options, error);
  }
};

async function begin(context: Context): Promise<void> {
  const { host, list, options, root, settings } = context;
  const { signal } = options;
  // Catalogue and style sheet are fetched together.
  const styles = options.loadStyles(host, root, settings.skin).catch((error: unknown) => error);
  const { catalogue, notices, close } = await openShared(host, settings, options);
  if (signal.aborted) return close();
  signal.addEventListener('abort', close);
  await Promise.race([styles, new Promise((resolve) => setTimeout(resolve, kStylesMs))]);
  // The ids of a catalogue in parts come with its blocks: each answer is checked.
  const whole = catalogue.query('', Math.min(list?.size ?? 1, catalogue.bring ? 1 : kMaxPageSize));
  if (list && !isListOf(list, whole)) return options.fail(new options.LoadFailure('changed', settings.src), 'changed');
  const query = firstQuery(context);
  await catalogue.prepare(query, settings.pageSize);
  if (signal.aborted) return;
  await takeOver(context, catalogue, whole.total);
  for (const notice of notices) await options.report(notice);
  const unstyled = await styles;
  if (!unstyled || signal.aborted) return;
  await options.report(unstyled, 'no_style');
}

/** The query of the address, else that of the attribute `query`. */
const askedQuery = ({ settings, url }: Context): string => url.read() ?? settings.preset;

/** After a visitor's gesture, the query of the form. */
function firstQuery(context: Context): string {
  const { options, view } = context;
  return options.byVisitor && view.form ? queryOfForm(view.form) : askedQuery(context);
}

/** Whether the page lists exactly the catalogue's trainings: otherwise counts would be wrong. */
const isListOf = (list: PageList, { total, ids }: EngineAnswer): boolean =>
  total === list.size && ids.every((id) => list.item(id));

/** `total`: trainings in the catalogue. */
async function takeOver(context: Context, catalogue: SharedCatalogue, total: number): Promise<void> {
  const { host, list, options, root, url } = context;
  const selection = new Selection(context, catalogue);
  const query = firstQuery(context);
  if (!list) showDrawn(host, root);
  host.toggleAttribute('data-ready', true);
  for (const links of host.querySelectorAll<HTMLElement>('.catalogue-links')) links.hidden = true;
  hideAlerts(context);
  listen(context, selection);
  context.announcer.open(root);
  const mode = options.byVisitor ? 'push' : url.read() === null ? 'none' : 'replace';
  // The style sheet has filtered the page's own list already: the whole answer can come in one step.
  await selection.ask(query, mode, { isWhole: list !== null, isSilent: !options.byVisitor });
  if (options.signal.aborted) return;
  options.fire(host, 'catalogue-ready', { total });
  if (host.getAttribute('selection') === 'on')
    await withSaver(context, ({ startPicks }) => startPicks(context, selection));
}

function listen(context: Context, selection: Selection): void {
  const { host, options } = context;
  const { signal } = options;
  new PanelEvents(context, selection);
  listenToClicks(context, selection);
  const follow = (): void => attempt(context, () => selection.ask(askedQuery(context), 'none', { isWhole: true }));
  addEventListener('popstate', follow, { signal });
  signal.addEventListener('abort', () => {
    context.list?.restore();
    for (const links of host.querySelectorAll<HTMLElement>('.catalogue-links')) links.hidden = false;
    host.removeAttribute('data-ready');
  });
}
