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

/** What comes in several frames where it is new; of a list in the place of another, what shows at once. */
const kSpread = '.catalogue-fields > *, .catalogue-list > li, .catalogue-pages';
const kAtOnce = 'li:nth-child(-n + 2)';
/** An old phone lays out two of a page's twenty trainings within 50 ms, or one group of the panel. */
const kFrames = 16;

export class View {
  readonly #root: Root;
  readonly #policy: Policy;
  readonly #hrefOf: (query: string) => string;
  /** What later frames show. */
  #later: HTMLElement[] = [];

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

  /** The nodes of the core's `html`, to be made ready. */
  parse(html: string): DocumentFragment {
    const holder = document.createElement('template');
    // The core escapes every word of a catalogue or a query.
    holder.innerHTML = this.#policy.createHTML(html);
    return holder.content;
  }

  /** Adds what is the page's to parsed nodes: addresses of links, and names to style by. */
  makeReady(content: DocumentFragment): void {
    for (const link of content.querySelectorAll<HTMLAnchorElement>('a[data-query]'))
      link.href = this.#hrefOf(link.dataset.query as string);
    if (this.#root instanceof ShadowRoot) addParts(content);
  }

  /**
   * Shows the pieces that `content` has; of a list and a panel that we draw, what shows at once, and the rest with `spread`.
   * Returns whether what had the focus is gone with that.
   * Where the page has a `list` of its own, the one in `content` tells what to mark there and is not shown.
   */
  show(content: DocumentFragment, list: PageList | null): boolean {
    const focused = focusedBeside(this.#root);
    if (content.querySelector('.catalogue-status')) {
      // What else tells of the list is always there.
      if (!content.querySelector('.catalogue-pages')) this.#piece('pages')?.remove();
      if (list) {
        const rendered = content.querySelector('.catalogue-list');
        showMarks(rendered, list);
        rendered?.remove();
      }
    }
    const before = this.all(kSpread);
    // Asked only where we draw the list: one of the page's own, which has just changed, would be laid out here and now.
    const height = content.querySelector('.catalogue-list') && this.#piece('list')?.offsetHeight;
    if (this.isEmpty) this.#root.append(content);
    let last: Element | null = null;
    for (const name of kPieces) last = this.#place(name, content.querySelector(`.catalogue-${name}`), last) ?? last;
    this.#hold(before, height);
    for (const field of this.all('.catalogue-find input') as HTMLInputElement[]) if (field.value) narrowGroup(field);
    // What an answer takes away is removed or has `hidden`; asking for its place would lay the page out here and now.
    if (focused === document.body) return false;
    return focused?.isConnected === false || (this.#root.contains(focused) && Boolean(focused?.closest('[hidden]')));
  }

  /** Shows the rest, some trainings or one other piece a frame: all at once would keep an old phone from answering a touch. */
  async spread(): Promise<void> {
    const perFrame = Math.ceil(this.#later.length / kFrames);
    while (this.#later[0]) {
      await afterPaint();
      for (const each of this.#later.splice(0, this.#later[0]?.localName === 'li' ? perFrame : 1)) each.hidden = false;
      // In place of `removeAttribute`, after which Chromium has an empty attribute that nobody has asked for.
      if (!this.#later[0]) this.#piece('list')?.toggleAttribute('style', false);
    }
  }

  /** Keeps for `spread` what was not there `before`. The page stays as high, and is not scrolled. */
  #hold(before: HTMLElement[], height: number | null | undefined): void {
    const fresh = this.all(kSpread).filter((each) => !before.includes(each) && !(height && each.matches(kAtOnce)));
    for (const each of fresh) each.hidden = true;
    // Two trainings, which a first screen shows, come before the groups of the panel.
    this.#later = [...fresh.splice(0, 2), ...this.#later.filter((each) => each.isConnected), ...fresh];
    if (this.#later[0] && height) (this.#piece('list') as HTMLElement).style.minHeight = `${height}px`;
  }

  /** Folds the fields of a small screen, and goes to the count. */
  goToResults(): void {
    this.#root.querySelector('.catalogue-toggle')?.removeAttribute('open');
    this.focusStatus();
  }

  focusStatus(): void {
    this.#root.querySelector<HTMLElement>('.catalogue-status')?.focus();
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
