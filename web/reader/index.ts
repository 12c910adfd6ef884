// SPDX-License-Identifier: MIT
// Loaded on pages whose list no build has read: reads it, tells its editor what was not understood, and makes it the list
// that the widget filters.
import wordsFile from 'catalogue:reader-words';
import { domTree } from '../extract/dom-tree.js';
import type { ExtractOptions } from '../extract/options.js';
import { firstSection, nodesOf } from '../extract/units.js';
import type { StartOptions } from '../element/loader.js';
import { makeFrame, makeLists, type Unit } from './arrange.js';
import { Changes } from './changes.js';
import { contentOf, Refusal } from './place.js';
import { readCatalogue, type ReadList } from './read.js';

export { readCatalogue } from './read.js';

/** How long the list waits for its style sheet before it changes. */
const kStylesMs = 4000;

let frames = 0;

/**
 * The catalogue of the list that `host` holds, or names in `list`, as JSON; '' where there is none to read: the console says
 * why, and the page stays as it was. Once `options.signal` is aborted the page gets its nodes back. Throws LoadFailure and
 * CatalogueError.
 */
export async function readList(host: HTMLElement, options: StartOptions): Promise<string> {
  const language = options.languageOf(host);
  try {
    const content = contentOf(host);
    const read = await readCatalogue(content, optionsOf(host), options.loadBytes);
    const found = read.diagnostics.filter(({ severity }) => severity !== 'advice');
    // Nothing waits for it, and the list does not fail with it.
    if (found.length > 0)
      wordsOf(options).then(
        ({ tellFindings }) => tellFindings(found, read.records, language),
        () => undefined,
      );
    await styled(host, options);
    if (options.signal.aborted) return '';
    arrange(host, content, read, options.signal);
    return JSON.stringify(read.catalogue);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const message = (await wordsOf(options)).sentenceOf(error, language);
    console.warn(`catalogue-formations: ${message}`);
    options.fire(host, 'catalogue-error', { code: error.code, message, url: '' });
    return '';
  }
}

const wordsOf = ({ loadModule }: StartOptions) => loadModule<typeof import('./tell.js')>(wordsFile);

function optionsOf(host: HTMLElement): ExtractOptions {
  const tagClasses = (host.getAttribute('tag-class') ?? '').split(/\s+/).filter(Boolean);
  return tagClasses.length > 0 ? { tagClasses } : {};
}

/** Waits for the style sheet, without which the list would show twice: first plain, then styled. The widget tells if it failed. */
async function styled(host: HTMLElement, options: StartOptions): Promise<void> {
  const styles = options.loadStyles(host, host, options.skinOf(host)).catch(() => undefined);
  await Promise.race([styles, new Promise((resolve) => setTimeout(resolve, kStylesMs))]);
}

function arrange(
  host: HTMLElement,
  content: HTMLElement,
  { catalogue, extraction }: ReadList,
  signal: AbortSignal,
): void {
  const changes = new Changes();
  const units = extraction.trainings.map((training, index): Unit => {
    const nodes = nodesOf(domTree, extraction, training, siblingsFrom(training.heading));
    return { id: catalogue.trainings[index]?.id ?? '', nodes: nodes as ChildNode[], isCard: training.card !== null };
  });
  const first = firstSection(extraction) ?? units[0]?.nodes[0];
  const last = units[units.length - 1]?.nodes[0];
  if (content !== host) changes.move(content, host);
  frames += 1;
  makeFrame(host, first as Node, last as Node, `catalogue-read-${frames}-`, changes);
  makeLists(units, changes);
  // After all others: the widget puts its items back in the page's order first.
  signal.addEventListener('abort', () => queueMicrotask(() => changes.undo()));
}

function* siblingsFrom(node: Node): Generator<Node> {
  for (let sibling: Node | null = node; sibling; sibling = sibling.nextSibling) yield sibling;
}
