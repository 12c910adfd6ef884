// SPDX-License-Identifier: MIT
// The page's own list, filtered in place: its nodes are hidden, shown and moved, never copied.
import { isDrawn } from './drawn.js';

export class PageList {
  readonly #items = new Map<string, HTMLElement>();
  /** Where each item was when the page came, list by list. */
  readonly #homes: [list: Element, items: HTMLElement[]][] = [];
  #isMoved = false;

  constructor(host: HTMLElement) {
    for (const list of host.querySelectorAll('.catalogue-list')) {
      if (isDrawn(list)) continue;
      const items = [...list.querySelectorAll<HTMLElement>(':scope > [data-id]')];
      for (const item of items) this.#items.set(item.dataset.id as string, item);
      if (items.length) this.#homes.push([list, items]);
    }
  }

  get size(): number {
    return this.#items.size;
  }

  item(id: string): HTMLElement | undefined {
    return this.#items.get(id);
  }

  /** Shows exactly `ids`; in their order when `isSorted`, else where the page had them. */
  show(ids: readonly string[], isSorted: boolean): void {
    const shown = new Set(ids);
    for (const [id, item] of this.#items) {
      const isHidden = !shown.has(id);
      if (item.hidden !== isHidden) item.hidden = isHidden;
    }
    if (isSorted) this.#moveTogether(ids);
    else if (this.#isMoved) for (const [list, items] of this.#homes) list.append(...items);
    this.#isMoved = isSorted;
  }

  /** Gives the page its list back, whole and in its order. */
  restore(): void {
    this.show([...this.#items.keys()], /*isSorted=*/ false);
  }

  #moveTogether(ids: readonly string[]): void {
    const list = this.#homes[0]?.[0] as Element;
    let before: Element | null = list.firstElementChild;
    for (const id of ids) {
      const item = this.#items.get(id);
      if (before && item === before) before = before.nextElementSibling;
      else if (item) list.insertBefore(item, before);
    }
  }
}
