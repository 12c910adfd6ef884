// SPDX-License-Identifier: MIT
// Loaded where the page's policy refuses WebAssembly: shows the list that a build wrote beside the catalogue, which a style
// sheet filters.
import { not_by_style as english } from '../../data/strings/element.en.json';
import { not_by_style as french } from '../../data/strings/element.fr.json';
import type { FetchedFile } from '../core/fetch-file.js';
import { rootOf, showDrawn } from './drawn.js';
import type { Language } from './language.js';
import type { StartOptions } from './loader.js';
import { readSettings } from './settings.js';
import type { Settings } from './settings.js';
import { soundNodes } from './sound-nodes.js';

/**
 * Shows the list of the one catalogue in `src`, in place of the element's children, and reports `error`. Fails with `error`
 * where there is no such list, or where the page asks for what only the core can do.
 */
export async function showByStyle(host: HTMLElement, options: StartOptions, error: unknown): Promise<void> {
  const settings = readSettings(host, options);
  const shown = await show(host, options, settings).catch(() => false);
  if (options.signal.aborted) return;
  if (shown) await options.report(error);
  else await options.fail(error);
}

/** Resolves to whether the list is shown. */
async function show(host: HTMLElement, options: StartOptions, settings: Settings): Promise<boolean> {
  const base = baseOf(settings);
  if (!base || host.querySelector('.catalogue-list')) return false;
  const { language } = settings;
  const [page] = await Promise.all([
    options.fetchFile(`${base}.${language}.html`, { types: /html/ }),
    options.loadStyles(host, host, 'neutral'),
    options.addSheet(`${base}.${language}.css`, '', document.head),
  ]);
  if (options.signal.aborted) return false;
  const nodes = soundNodes(textOf(page), page.url, options.policy);
  // In the open: the style sheet filters what is inside the element, and sees into no shadow root.
  const root = rootOf(host, 'dsfr', options.signal);
  showDrawn(host, root);
  root.append(...nodes);
  choose(root, options.splitAddress(settings.urlState).own.join('&') || settings.preset, language);
  return true;
}

/** The address that the files beside the catalogue start with; undefined for several catalogues, a changed or a pinned one. */
function baseOf({ src, integrity, overlay, only }: Settings): string | undefined {
  const { href } = new URL(src, document.baseURI);
  const isPlain = !/\s/.test(src) && !overlay && !only && /^-?$/.test(integrity);
  return isPlain ? /^(.+)\.(json|parts)$/.exec(href)?.[1] : undefined;
}

const textOf = ({ bytes }: FetchedFile): string => new TextDecoder().decode(bytes);

/** Checks the controls that a query names. What style cannot filter by is told in the console. */
function choose(root: ParentNode, query: string, language: Language): void {
  const inputs = [...root.querySelectorAll<HTMLInputElement>('.catalogue-panel [name]')];
  for (const [name, value] of new URLSearchParams(query)) {
    const input = inputs.find((control) => control.name === name && control.value === value);
    if (input) input.checked = true;
    else console.warn(`catalogue-formations: ${language === 'en' ? english : french} ${name}=${value}`);
  }
}
