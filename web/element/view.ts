// SPDX-License-Identifier: MIT
// Puts an answer's HTML on the page: each piece where it belongs, focus kept or sent where it helps.
import { readMarks } from './marks.js';
import type { Marks } from './marks.js';
import type { Policy } from './parts.js';
import { patchElement } from './patch.js';

/** The pieces of an answer, in their order on the page. */
const kPieces = ['catalogue-panel', 'catalogue-status', 'catalogue-outcome', 'catalogue-list', 'catalogue-pages'];

export class View {
  readonly #root: HTMLElement | ShadowRoot;
  readonly #policy: Policy | undefined;
  readonly #hrefOf: (query: string) => string;

  /** `hrefOf`: the address of a query, for real links. */
  constructor(root: HTMLElement | ShadowRoot, policy: Policy | undefined, hrefOf: (query: string) => string) {
    this.#root = root;
    this.#policy = policy;
    this.#hrefOf = hrefOf;
  }

  get form(): HTMLFormElement | null {
    return this.#root.querySelector<HTMLFormElement>('.catalogue-panel');
  }

  get status(): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>('.catalogue-status');
  }

  all(selector: string): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>(selector)];
  }

  /**
   * Shows `html`. Returns the words of its status line, which the announcer will say, and where the list is the
   * page's own what to mark there: then a list in `html` is read, not shown.
   */
  show(html: string, isListOfPage: boolean): { words: string; marks: Marks } {
    const focused = (this.#root.getRootNode() as Document | ShadowRoot).activeElement;
    const holder = document.createElement('template');
    holder.innerHTML = this.#policy ? this.#policy.createHTML(html) : html;
    for (const link of holder.content.querySelectorAll<HTMLAnchorElement>('a[data-query]')) {
      link.href = this.#hrefOf(link.dataset['query'] ?? '');
    }
    const words = holder.content.querySelector('.catalogue-status')?.textContent ?? '';
    const list = isListOfPage ? holder.content.querySelector('.catalogue-list') : null;
    list?.remove();
    let last: Element | null = null;
    for (const name of kPieces) last = this.#place(name, holder.content, last) ?? last;
    if (focused && this.#wasOurs(focused) && !isReachable(focused)) this.focusStatus();
    return { words, marks: list ? readMarks(list) : new Map<string, string[]>() };
  }

  focusStatus(): void {
    this.status?.focus();
  }

  #wasOurs(focused: Element): boolean {
    return focused !== document.body && (this.#root.contains(focused) || !focused.isConnected);
  }

  // The list of the page itself is no piece of an answer: it only tells what follows it.
  #place(name: string, content: DocumentFragment, last: Element | null): Element | null {
    const fresh = content.querySelector(`.${name}`);
    const present = [...this.#root.querySelectorAll(`.${name}`)].pop() ?? null;
    if (!fresh) {
      if (name === 'catalogue-pages') present?.remove();
      return present?.isConnected ? present : null;
    }
    if (present) {
      patchElement(present, fresh);
      return present;
    }
    if (last) last.after(fresh);
    else this.#root.append(fresh);
    return fresh;
  }
}

const isReachable = (element: Element): boolean => element.isConnected && element.getClientRects().length > 0;
