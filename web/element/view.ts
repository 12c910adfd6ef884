// SPDX-License-Identifier: MIT
// Puts an answer's HTML on the page: each piece where it belongs, focus kept or sent where it helps.
import { focusedBeside } from './focus.js';
import { showMarks } from './marks.js';
import type { PageList } from './page-list.js';
import type { Policy } from './parts.js';
import { patchElement } from './patch.js';

/** The pieces of an answer, in their order on the page. */
const kPieces = ['panel', 'status', 'outcome', 'list', 'pages'];

export type Root = HTMLElement | ShadowRoot;

export class View {
  readonly #root: Root;
  readonly #policy: Policy;
  readonly #hrefOf: (query: string) => string;

  /** `hrefOf`: the address of a query, for real links. */
  constructor(root: Root, policy: Policy, hrefOf: (query: string) => string) {
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
   * Shows `html`. Returns the words of its status line, which the announcer will say. Where the page has a `list`
   * of its own, the one in `html` tells what to mark there and is not shown.
   */
  show(html: string, list: PageList | null): string {
    const focused = focusedBeside(this.#root);
    const holder = document.createElement('template');
    // The core's HTML: it escapes every word of a catalogue or a query.
    holder.innerHTML = this.#policy.createHTML(html);
    const { content } = holder;
    for (const link of content.querySelectorAll<HTMLAnchorElement>('a[data-query]')) link.href = this.#hrefOf(link.dataset['query'] as string);
    const words = content.querySelector('.catalogue-status')?.textContent ?? '';
    if (list) {
      const rendered = content.querySelector('.catalogue-list');
      showMarks(rendered, list);
      rendered?.remove();
    }
    let last: Element | null = null;
    for (const name of kPieces) last = this.#place(`.catalogue-${name}`, content, last) ?? last;
    // What an answer takes away is removed or has `hidden`; asking for its place would lay the page out here and now.
    if (focused && this.#wasOurs(focused) && (!focused.isConnected || focused.closest('[hidden]'))) this.focusStatus();
    return words;
  }

  focusStatus(): void {
    this.status?.focus();
  }

  #wasOurs(focused: Element): boolean {
    return focused !== document.body && (this.#root.contains(focused) || !focused.isConnected);
  }

  // The list of the page itself is no piece of an answer: it only tells what follows it.
  #place(selector: string, content: DocumentFragment, last: Element | null): Element | null {
    const fresh = content.querySelector(selector);
    const present = this.all(selector).pop() ?? null;
    if (fresh && present) patchElement(present, fresh);
    else if (fresh && last) last.after(fresh);
    else if (fresh) this.#root.append(fresh);
    else if (selector === '.catalogue-pages') present?.remove();
    return present?.isConnected ? present : fresh;
  }
}
