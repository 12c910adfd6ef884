// SPDX-License-Identifier: MIT
// Changes of a live page that can be taken back: its nodes are moved and marked, never copied.

export class Changes {
  readonly #undo: (() => void)[] = [];

  /** Puts `wrapper` in the place of `nodes`, siblings in their order, and these into it. Undone, they are in that order again. */
  wrap(wrapper: Element, nodes: readonly Node[]): void {
    (nodes[0] as ChildNode).before(wrapper);
    wrapper.append(...nodes);
    this.#undo.push(() => {
      // What the page has taken away meanwhile stays away.
      wrapper.append(...nodes.filter((node) => node.parentNode === wrapper));
      wrapper.replaceWith(...wrapper.childNodes);
    });
  }

  /** Moves `node` to the end of `place`. */
  move(node: Element, place: Element): void {
    const mark = document.createComment('');
    node.replaceWith(mark);
    place.append(node);
    this.#undo.push(() => mark.replaceWith(node));
  }

  /** Sets an attribute. */
  set(element: Element, name: string, value: string): void {
    const before = element.getAttribute(name);
    element.setAttribute(name, value);
    this.#undo.push(() => {
      if (before === null) element.removeAttribute(name);
      else element.setAttribute(name, before);
    });
  }

  /** Does `undo` when the changes are taken back. */
  whenUndone(undo: () => void): void {
    this.#undo.push(undo);
  }

  /** Takes all changes back, the last first. */
  undo(): void {
    for (let undo = this.#undo.pop(); undo; undo = this.#undo.pop()) undo();
  }
}
