// SPDX-License-Identifier: MIT
// The element's first part: small enough to be on every page, it waits until the rest is wanted.
import explainFile from 'catalogue:explain';
import widgetFile from 'catalogue:widget';
import { fetchFile } from '../core/fetch-file.js';
import { LoadFailure } from '../core/load-failure.js';
import { addVerified, importVerified } from './integrity.js';
import { languageOf } from './language.js';
import { fire, showAlert, tellPage as tell } from './messages.js';
import type { Circumstances, CodedError, FirstPart, Policy, Start } from './parts.js';
import { splitAddress } from './query-keys.js';

const kPolicyName = 'catalogue-formations';

interface TypesFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

let madePolicy: Policy | undefined;

/**
 * What the page's Trusted Types policy lets through: the names of our files and the core's HTML. Made at first
 * use: a page allows one policy of a name, and a second copy of this script must not ask for it.
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

/** The files that the build made lie beside this one. */
const bring = async <Module>({ file, integrity }: BuiltFile): Promise<Module> =>
  importVerified<Module>(new URL(file, import.meta.url).href, integrity, ownPolicy());

/** The words for a failure are worth this wait: long enough to ask again what failed, see explain.ts. */
const kWordsMs = 8000;

const tellPage: FirstPart['tellPage'] = async (host, error, signal, circumstances = {}) => {
  const late = new Promise<unknown>((resolve) => setTimeout(resolve, kWordsMs, error));
  const said = bring<typeof import('./explain.js')>(explainFile).then(({ explain }) =>
    explain(error, circumstances, languageOf(host)),
  );
  const told = await Promise.race([said, late]).catch(() => error);
  if (!signal.aborted) tell(host, told);
  return (told as CodedError | undefined)?.alert;
};

let loading: Promise<{ start: Start }> | undefined;

/** One import for all elements of the page; a failed one may be tried again. */
const loadWidget = (): Promise<{ start: Start }> => {
  loading ??= bring(widgetFile);
  loading.catch(() => (loading = undefined));
  return loading;
};

/**
 * `<catalogue-formations>`: filters the list it holds, or shows the catalogue of `src` where it holds none.
 *
 * Attributes: `src`, `integrity`, `overlay`, `skin` (`auto|neutral|dsfr`), `lang` (`fr|en`), `query` (preset), `only` (fixed selection),
 * `page-size`, `heading-level`, `url-state` (`on|off` or a key prefix), `loading` (`interaction|visible|eager`).
 * Events: `catalogue-ready`, `catalogue-change`, `catalogue-error`; all bubble and cross shadow roots.
 */
export class CatalogueFormationsElement extends HTMLElement {
  // A getter: beside a static field, esbuild writes private methods out for the browsers of 2021.
  static get observedAttributes(): string[] {
    return 'src integrity overlay skin lang query only page-size heading-level url-state target'.split(' ');
  }

  /** Ends everything that this connection started. */
  #life: AbortController | undefined;
  #isStarted = false;

  connectedCallback(): void {
    this.#life = new AbortController();
    const { signal } = this.#life;
    // What the parser has not reached yet counts too: the list may still be on its way.
    const parsed = new Promise<unknown>((resolve) => {
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', resolve, { signal });
      else resolve(signal);
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
    const panel = this.querySelector<HTMLElement>('.catalogue-panel:not(.catalogue-drawn *)');
    // Without :has() the style sheet filters nothing and keeps the panel away; the core can do both.
    if (panel && !CSS.supports('selector(:has(*))')) panel.hidden = false;
    const loading = this.getAttribute('loading') ?? (panel ? 'interaction' : 'visible');
    if (isInAddress || this.hasAttribute('query') || loading === 'eager') this.#start(signal, false);
    else if (loading === 'visible') this.#whenVisible(signal);
    // A choice made before this script came is a first one too.
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

  /** The style sheet answers the first click; this only fetches what answers the next ones. */
  #whenUsed(signal: AbortSignal): void {
    const use = (event: Event): void => {
      // Of a shadow root, the event's target is this element.
      if (!(event.composedPath()[0] as Element).closest('.catalogue-panel')) return;
      if (event.type === 'submit') event.preventDefault();
      this.#start(signal, true);
    };
    for (const type of ['pointerdown', 'input', 'change', 'submit', 'reset'])
      this.addEventListener(type, use, { signal });
  }

  #start(signal: AbortSignal, byVisitor: boolean): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    loadWidget()
      .then(({ start }) =>
        start(this, {
          signal,
          byVisitor,
          fail: (...failure) => this.#fail(signal, ...failure),
          policy: ownPolicy(),
          bring,
          addVerified,
          fetchFile,
          LoadFailure,
          fire,
          tellPage,
          showAlert,
          languageOf,
          splitAddress,
        }),
      )
      .catch((error: unknown) => this.#fail(signal, error));
  }

  /** What is on the page goes on working, and the next gesture starts anew. */
  async #fail(signal: AbortSignal, error: unknown, circumstances?: Circumstances): Promise<void> {
    if (signal.aborted) return;
    this.disconnectedCallback();
    this.#life = new AbortController();
    this.#whenUsed(this.#life.signal);
    const telling = tellPage(this, error, this.#life.signal, circumstances);
    showAlert(this, circumstances?.alert && (await telling));
  }
}
