// SPDX-License-Identifier: MIT
// Loaded for a catalogue in parts: opens it, and brings what each question needs.
import partsFile from 'catalogue:parts-wasm';
import { no_results as noResultsEn } from '../../data/strings/element.en.json';
import { no_results } from '../../data/strings/element.fr.json';
import { readDescription } from '../core/answer-wire.js';
import { nextTask } from '../core/engine.js';
import { PartsCatalogue } from '../core/parts-catalogue.js';
import { hideAlerts } from './alerts.js';
import type { Context } from './context.js';
import type { FileRequest } from './early.js';
import type { Loader } from './loader.js';
import { showAlert } from './messages.js';
import type { SharedCatalogue } from './open.js';
import type { Selection } from './selection.js';
import type { Settings } from './settings.js';

/**
 * Brings the parts that `query` needs. Resolves to false if it shall not be answered: another question was asked meanwhile
 * (`isOver`), or a part did not come. Then the list and the panel show what was asked before, one message says so, and the next
 * question tries again. Throws CatalogueError if the catalogue is of no use any more.
 */
export type Bring = (context: Context, selection: Selection, query: string, isOver: () => boolean) => Promise<boolean>;

/** `onTrap`: called when the engine has stopped. Throws LoadFailure or CatalogueError. */
export async function openParts(
  { src, integrity, language: lang }: Settings,
  loader: Loader,
  onTrap: () => void,
): Promise<SharedCatalogue & { close(): void }> {
  const [[url, options]] = loader.requestsOf(src, integrity) as [FileRequest];
  const load = async (...request: FileRequest) => new Uint8Array((await loader.fetchFile(...request)).bytes);
  const index = load(url, options);
  const wasm = loader.loadBytes(partsFile);
  wasm.catch(() => undefined);
  const catalogue = await PartsCatalogue.open(await index, {
    url: new URL(url),
    lang,
    loadWasm: () => wasm,
    loadFile: ({ href }, seconds) => load(href, { seconds }),
    reloadIndex: () => load(url, { ...options, cache: 'reload' }),
    onTrap,
  });
  // Mostly in the index: the first training, from which the widget takes the size of the catalogue.
  await catalogue.prepare('', 1);
  await nextTask();
  return {
    query: (...asked) => catalogue.query(...asked),
    prepare: (...asked) => catalogue.prepare(...asked),
    rowsWith: (ids) => catalogue.rowsWith(ids),
    // The question asks again for what did not come, and tells.
    prepareText: () => catalogue.prepareText().catch(() => undefined),
    close: () => catalogue.close(),
    bring: (...asked) => bring(catalogue, ...asked),
  };
}

/** Widgets whose last question failed, and those whose next one gives back what they showed before. */
const failed = new WeakSet<HTMLElement>();
const restored = new WeakSet<HTMLElement>();

/** A list that is about to change is seen to be, if that takes long. */
const kDimmed: KeyframeAnimationOptions = { delay: 400, duration: 200, fill: 'forwards' };

async function bring(
  catalogue: PartsCatalogue,
  ...[context, selection, query, isOver]: Parameters<Bring>
): Promise<boolean> {
  const { host, options, settings, view } = context;
  const isRestored = restored.delete(host);
  if (isOver()) return false;
  const results = view.all('.catalogue-results');
  for (const node of results) node.setAttribute('aria-busy', 'true');
  const dimmed = results.map((node) => node.animate({ opacity: [1, 0.5] }, kDimmed));
  try {
    await catalogue.prepare(query, settings.pageSize, isOver);
    // Drawing is a task of its own: on an old phone, both together are felt.
    await nextTask();
    if (isOver() || !isOfPage(context, catalogue, query)) return false;
    if (!isRestored && failed.delete(host)) hideAlerts(context);
    return true;
  } catch (error) {
    if (isOver()) return false;
    if ((error as Error).name !== 'LoadFailure') throw error;
    if (!isRestored) await fail(context, selection, error);
    return false;
  } finally {
    for (const animation of dimmed) animation.cancel();
    if (options.signal.aborted || !isOver()) for (const node of results) node.removeAttribute('aria-busy');
  }
}

/** Tells that a question failed. The controls and the address go back to what the list shows. */
async function fail(context: Context, selection: Selection, error: unknown): Promise<void> {
  const { host, options } = context;
  failed.add(host);
  showAlert(host, context.isEnglish ? noResultsEn : no_results);
  void options.report(error);
  restored.add(host);
  await selection.ask(selection.query, 'replace', { isWhole: true, isSilent: true });
}

/** Whether the page's own list, if there is one, is still that of the catalogue. Fails otherwise: counts would be wrong. */
function isOfPage({ list, options, settings }: Context, catalogue: PartsCatalogue, query: string): boolean {
  if (!list) return true;
  const { size } = readDescription(catalogue.describe());
  const { ids } = catalogue.query(query, settings.pageSize);
  if (size === list.size && ids.every((id) => list.item(id))) return true;
  void options.fail(new options.LoadFailure('changed', settings.src), 'changed');
  return false;
}
