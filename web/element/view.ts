// SPDX-License-Identifier: MIT
// Puts an answer's HTML on the page: each piece where it belongs, focus kept or sent where it helps.
import { afterPaint } from './after-paint.js';
import type { Root } from './drawn.js';
import { focusedBeside } from './focus.js';
import { showMarks } from './marks.js';
import type { PageList } from './page-list.js';
import { narrowGroup } from './narrow.js';
import type { Policy } from './loader.js';
import { patchElement } from './patch.js';

/** The pieces of an answer: the panel, then those of the results, in their order on the page. */
const kPieces = ['panel', 'head', 'outcome', 'list', 'pages'];

/** More than what a phone shows at first. */
const kFirstItems = 6;

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

  /** Nothing is drawn yet, and the page has nothing of its own. */
  get isEmpty(): boolean {
    return !this.#root.querySelector('.catalogue-layout');
  }

  get form(): HTMLFormElement | null {
    return this.#root.querySelector<HTMLFormElement>('.catalogue-panel');
  }

  all(selector: string): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>(selector)];
  }

  /**
   * Shows the pieces that `html` has. Returns whether what had the focus is gone with that.
   * Where the page has a `list` of its own, the one in `html` tells what to mark there and is not shown.
   */
  show(html: string, list: PageList | null): boolean {
    const focused = focusedBeside(this.#root);
    const holder = document.createElement('template');
    // The core's HTML: it escapes every word of a catalogue or a query.
    holder.innerHTML = this.#policy.createHTML(html);
    const { content } = holder;
    for (const link of content.querySelectorAll<HTMLAnchorElement>('a[data-query]'))
      link.href = this.#hrefOf(link.dataset.query as string);
    if (content.querySelector('.catalogue-status')) {
      // What else tells of the list is always there.
      if (!content.querySelector('.catalogue-pages')) this.#piece('pages')?.remove();
      if (list) this.#mark(content.querySelector('.catalogue-list'), list);
    }
    if (this.#root instanceof ShadowRoot) addParts(content);
    if (this.isEmpty) this.#root.append(content);
    let last: Element | null = null;
    for (const name of kPieces) last = this.#place(name, content.querySelector(`.catalogue-${name}`), last) ?? last;
    for (const field of this.all('.catalogue-find input')) narrowGroup(field as HTMLInputElement);
    // What an answer takes away is removed or has `hidden`; asking for its place would lay the page out here and now.
    return focused !== null && this.#wasOurs(focused) && (!focused.isConnected || focused.closest('[hidden]') !== null);
  }

  /** Lays the list out in two frames: twenty trainings at once would keep a slow phone from answering a touch. */
  async spread(): Promise<void> {
    const rest = this.all('.catalogue-list > li').slice(kFirstItems);
    for (const item of rest) item.hidden = true;
    await afterPaint();
    for (const item of rest) item.hidden = false;
  }

  /** Folds the fields of a small screen, and goes to the count. */
  goToResults(): void {
    this.#root.querySelector('.catalogue-toggle')?.removeAttribute('open');
    this.focusStatus();
  }

  focusStatus(): void {
    this.#root.querySelector<HTMLElement>('.catalogue-status')?.focus();
  }

  #wasOurs(focused: Element): boolean {
    return focused !== document.body && (this.#root.contains(focused) || !focused.isConnected);
  }

  #mark(rendered: Element | null, list: PageList): void {
    showMarks(rendered, list);
    rendered?.remove();
  }

  #piece(name: string): HTMLElement | undefined {
    return this.all(`.catalogue-${name}`).pop();
  }

  // A piece that the answer leaves as it is, like the page's own list, only tells what follows it.
  #place(name: string, fresh: Element | null, last: Element | null): Element | null {
    const present = this.#piece(name);
    if (fresh && present) patchElement(present, fresh);
    else if (fresh && last) last.after(fresh);
    else if (fresh) this.#root.querySelector('.catalogue-results')?.append(fresh);
    return name === 'panel' ? null : (present ?? fresh);
  }
}

/** Names for pages to style by: `::part(list)` is what has the class `catalogue-list`. */
function addParts(content: DocumentFragment): void {
  for (const node of content.querySelectorAll('[class^="catalogue-"]'))
    node.setAttribute('part', (node.classList[0] as string).slice(10));
}
