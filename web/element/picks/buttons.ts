// SPDX-License-Identifier: MIT
// A toggle on each item of the list, on the page's own nodes and on drawn ones.
import type { Context } from '../context.js';
import { element, kClasses } from './nodes.js';
import type { Texts } from './texts.js';

interface Actions {
  isChosen(id: string): boolean;
  toggle(id: string): void;
  /** Id of the heading of the section of the choice. */
  sectionId: string;
  /** Goes there. */
  see(): void;
}

const kBox = 'catalogue-pick';

export class PickButtons {
  readonly #context: Context;
  readonly #texts: Texts;
  readonly #actions: Actions;
  readonly #observer: MutationObserver;

  constructor(context: Context, texts: Texts, actions: Actions) {
    this.#context = context;
    this.#texts = texts;
    this.#actions = actions;
    // An answer draws the items anew, without what others added to them.
    this.#observer = new MutationObserver(() => this.show());
    if (!context.list) this.#observer.observe(context.root, { childList: true, subtree: true });
  }

  /** Marks the chosen items. */
  show(): void {
    for (const item of this.#items()) this.#mark(item, boxOf(item) ?? this.#add(item));
  }

  close(): void {
    this.#observer.disconnect();
    for (const item of this.#items()) boxOf(item)?.remove();
  }

  #items(): NodeListOf<HTMLElement> {
    return this.#context.root.querySelectorAll<HTMLElement>('.catalogue-list > [data-id]');
  }

  #add(item: HTMLElement): HTMLElement {
    const id = item.dataset.id as string;
    const title = item.querySelector('h1,h2,h3,h4,h5,h6')?.textContent?.trim() ?? id;
    const button = element('button', kClasses[this.#context.settings.skin].button);
    button.type = 'button';
    button.setAttribute('aria-label', `${this.#texts.add} - ${title}`);
    button.addEventListener('click', () => this.#actions.toggle(id));
    const box = element('p', kBox, [button, ' ']);
    (item.querySelector('.fr-card__end') ?? item).append(box);
    return box;
  }

  #mark(item: HTMLElement, box: HTMLElement): void {
    const [button, see] = box.children as unknown as [HTMLElement, HTMLElement?];
    const isChosen = this.#actions.isChosen(item.dataset.id as string);
    // What is marked already stays: the observer would hear of the change, and ask again.
    if (button.getAttribute('aria-pressed') === String(isChosen)) return;
    button.replaceChildren(isChosen ? element('strong', '', [`✓ ${this.#texts.add}`]) : this.#texts.add);
    button.setAttribute('aria-pressed', String(isChosen));
    if (!isChosen) see?.remove();
    else if (!see) box.append(this.#linkToSection());
  }

  #linkToSection(): HTMLAnchorElement {
    const see = element('a', kClasses[this.#context.settings.skin].link, [this.#texts.see]);
    see.href = `#${this.#actions.sectionId}`;
    // Within a shadow tree an address leads nowhere.
    see.addEventListener('click', (event) => {
      event.preventDefault();
      this.#actions.see();
    });
    return see;
  }
}

const boxOf = (item: Element): HTMLElement | null => item.querySelector<HTMLElement>(`.${kBox}`);
