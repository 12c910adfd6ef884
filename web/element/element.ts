// SPDX-License-Identifier: MIT
// The loader: the element's first script, small enough for every page. It fetches the widget when it is wanted.
import explainFile from 'catalogue:explain';
import partsFile from 'catalogue:parts';
import widgetFile from 'catalogue:widget';
import { LoadFailure } from '../core/load-failure.js';
import { urlOf } from './addresses.js';
import { fetchFile } from './early.js';
import { importVerified } from './integrity.js';
import { languageOf } from './language.js';
import type { Alert, CodedError, Loader, Policy, Start } from './loader.js';
import { fire, fireError, showAlert } from './messages.js';
import { askEarly, isInParts, loadBytes, requestsOf } from './needs.js';
import { splitAddress } from './query-keys.js';
import { addSheet, loadStyles, skinOf } from './styles.js';

const kPolicyName = 'catalogue-formations';

interface TypesFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

let madePolicy: Policy | undefined;

/**
 * The Trusted Types policy, for the addresses of our files and the core's HTML. Made at first use: a page allows one
 * policy of a name, and a second copy of this script must not ask for it.
 */
const ownPolicy = (): Policy => {
  const same = (text: string): string => text;
  const rules: Policy = { createHTML: same, createScriptURL: same };
  const { trustedTypes } = globalThis as { trustedTypes?: TypesFactory };
  try {
    madePolicy ??= trustedTypes?.createPolicy(kPolicyName, rules) ?? rules;
    return madePolicy;
  } catch {
    throw new LoadFailure('policy', location.href, `trusted-types ${kPolicyName}`);
  }
};

const modules = new Map<string, Promise<unknown>>();

/** One import for all elements of the page. A failed import can be tried again. */
const loadModule = <Module>({ file, integrity }: BuiltFile): Promise<Module> => {
  const module = modules.get(file) ?? importVerified(urlOf(file), integrity, ownPolicy);
  modules.set(file, module);
  module.catch(() => modules.delete(file));
  return module as Promise<Module>;
};

const loadExplain: Loader['loadExplain'] = () => loadModule(explainFile);

const loadParts: Loader['loadParts'] = (host) => isInParts(host) && loadModule(partsFile);

/** Limit for explain.ts, which may fetch again what failed. Past it, the error goes out unexplained. */
const kExplainMs = 8000;

/** Loads that the page's policy refused since an element last started, the newest first. */
const violations: SecurityPolicyViolationEvent[] = [];
const kMaxViolations = 20;

document.addEventListener('securitypolicyviolation', (event) => {
  violations.unshift(event);
  violations.splice(kMaxViolations);
});

/** See StartOptions.report. */
async function report(host: HTMLElement, signal: AbortSignal, error: unknown, alert?: Alert): Promise<void> {
  const late = new Promise<unknown>((resolve) => setTimeout(resolve, kExplainMs, error));
  const explained = loadExplain().then(({ explain }) => explain(error, violations, languageOf(host), alert));
  const result = await Promise.race([explained, late]).catch(() => error);
  if (signal.aborted) return;
  fireError(host, result);
  if (alert) showAlert(host, (result as CodedError | undefined)?.alert);
}

/**
 * `<catalogue-formations>`: filters the list it holds, or names in `list`, or shows the catalogue of `src` where it holds
 * none.
 *
 * Attributes: `src`, `integrity`, `list`, `tag-class`, `overlay`, `skin` (`auto|neutral|dsfr`), `lang` (`fr|en`), `query` (preset), `only` (fixed selection),
 * `page-size`, `heading-level`, `url-state` (`on|off` or a key prefix), `loading` (`interaction|visible|eager`), `selection` (`on`:
 * visitors may choose trainings).
 * Events: `catalogue-ready`, `catalogue-change`, `catalogue-error`; all bubble and cross shadow roots.
 */
export class CatalogueFormationsElement extends HTMLElement {
  // A getter: with a static field, esbuild would replace private methods for the browsers of 2021.
  static get observedAttributes(): string[] {
    return 'src integrity list tag-class overlay skin lang query only page-size heading-level url-state target'.split(
      ' ',
    );
  }

  /** Aborted when the element leaves the page: ends everything that it started. */
  #life: AbortController | undefined;
  #isStarted = false;
  /** A button that was clicked before the widget came: clicked again then. */
  #asked: HTMLElement | null = null;

  connectedCallback(): void {
    this.#life = new AbortController();
    const { signal } = this.#life;
    // While the page is parsed, the list may still be incomplete.
    const parsed = new Promise<unknown>((resolve) => {
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', resolve, { signal });
      // In a task of its own: on an old phone, this script has just taken one.
      else setTimeout(resolve);
    });
    parsed.then(() => this.#wait(signal)).catch((error: unknown) => this.#fail(signal, error));
  }

  disconnectedCallback(): void {
    this.#life?.abort();
    this.#isStarted = false;
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (!this.#isStarted || before === after) return;
    this.disconnectedCallback();
    this.connectedCallback();
  }

  #wait(signal: AbortSignal): void {
    if (signal.aborted) return;
    const isInAddress = splitAddress(this.getAttribute('url-state') ?? 'on').own.length > 0;
    const served = this.querySelector<HTMLElement>('.catalogue-layout:not(.catalogue-drawn *)');
    const panel = served?.querySelector<HTMLElement>('.catalogue-panel');
    // Without :has(), the style sheet hides the panel: it cannot filter. The core can.
    if (panel && !CSS.supports('selector(:has(*))')) panel.hidden = false;
    const isLazy = served && this.getAttribute('selection') !== 'on';
    const loading = this.getAttribute('loading') ?? (isLazy ? 'interaction' : 'visible');
    if (isInAddress || this.hasAttribute('query') || loading === 'eager') this.#start(signal, false);
    else if (loading === 'visible') this.#whenVisible(signal);
    // The visitor chose before this script ran.
    else if (this.querySelector(':checked:not(:default)')) this.#start(signal, true);
    else this.#whenUsed(signal);
  }

  #whenVisible(signal: AbortSignal): void {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.#start(signal, false);
      },
      { rootMargin: '200px' },
    );
    observer.observe(this);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /** The style sheet filters at the first click; meanwhile the widget is fetched for the next ones. */
  #whenUsed(signal: AbortSignal): void {
    const use = (event: Event): void => {
      // For events from the shadow root, event.target is this element.
      const target = event.composedPath()[0] as Element;
      if (!target.closest('.catalogue-panel,.catalogue-tools')) return;
      if (event.type === 'submit') event.preventDefault();
      // Copying and saving need the core: done once it is there.
      if (event.type === 'click' && !this.hasAttribute('data-ready'))
        this.#asked = target.closest<HTMLElement>('[data-action]');
      this.#start(signal, true);
    };
    for (const type of ['pointerdown', 'click', 'input', 'change', 'submit', 'reset'])
      this.addEventListener(type, use, { signal });
  }

  async #start(signal: AbortSignal, byVisitor: boolean): Promise<void> {
    if (this.#isStarted) return;
    this.#isStarted = true;
    try {
      violations.length = 0;
      const widget = loadModule<{ start: Start }>(widgetFile);
      // Asking is slow: the page's first paint need not wait for all of it.
      await new Promise((resolve) => setTimeout(resolve));
      askEarly(this, Boolean(loadParts(this)));
      await (await widget).start(this, {
        signal,
        byVisitor,
        report: (...failure) => report(this, signal, ...failure),
        fail: (...failure) => this.#fail(signal, ...failure),
        policy: ownPolicy(),
        loadModule,
        loadBytes,
        loadStyles,
        addSheet,
        loadExplain,
        loadParts,
        fetchFile,
        requestsOf,
        skinOf,
        LoadFailure,
        fire,
        languageOf,
        splitAddress,
      });
      if (this.hasAttribute('data-ready')) this.#asked?.click();
      this.#asked = null;
    } catch (error) {
      await this.#fail(signal, error);
    }
  }

  /** Stops the widget and reports the error. The list stays usable; the next gesture starts the widget again. */
  async #fail(signal: AbortSignal, error: unknown, alert?: Alert): Promise<void> {
    if (signal.aborted) return;
    this.disconnectedCallback();
    this.#life = new AbortController();
    this.#whenUsed(this.#life.signal);
    if (!alert) showAlert(this);
    await report(this, this.#life.signal, error, alert);
  }
}
