// SPDX-License-Identifier: MIT
// Makes the page's nodes like freshly rendered ones, keeping those that are the same: focus, open
// details, scroll and typed words stay. What is folded, which nobody sees, is replaced.
import { focusedBeside } from './focus.js';

/** Makes `target` like `source`: attributes, children and what its controls hold. `source` is used up. */
export function patchElement(target: Element, source: Element): void {
  patchNode(target, source);
  settleControls(target);
}

// A control's state is no attribute once a visitor has touched it: it gets back what its attributes say.
function settleControls(target: Element): void {
  for (const option of target.querySelectorAll('option')) option.selected = option.defaultSelected;
  for (const input of target.querySelectorAll('input')) {
    if (/checkbox|radio/.test(input.type)) {
      if (input.name) input.checked = input.defaultChecked;
    } else if (focusedBeside(input) !== input && !input.closest('.catalogue-find')) {
      // What is being typed or dragged is newer than any answer; what finds a choice is in no answer.
      input.value = input.defaultValue;
    }
  }
}

function patchNode(target: Node, source: Node): void {
  if (!(target instanceof Element)) {
    target.nodeValue = source.nodeValue;
    return;
  }
  patchAttributes(target, source as Element);
  patchChildren(target, source);
}

function patchAttributes(target: Element, source: Element): void {
  for (const name of [...target.getAttributeNames(), ...source.getAttributeNames()]) {
    const value = source.getAttribute(name);
    // Whether something is unfolded is the visitor's choice.
    if (name === 'open' || target.getAttribute(name) === value) continue;
    if (value === null) target.removeAttribute(name);
    else target.setAttribute(name, value);
  }
}

function patchChildren(target: Node, source: Node): void {
  const isFolded = (target as HTMLDetailsElement).open === false;
  let present = target.firstChild;
  const removeUntil = (end: ChildNode | null): void => {
    while (present !== end) {
      const { nextSibling } = present as ChildNode;
      (present as ChildNode).remove();
      present = nextSibling;
    }
  };
  for (const child of [...source.childNodes]) {
    // The browser compares faster than a walk does, and most of what an answer says was there before.
    if (present?.isEqualNode(child)) present = present.nextSibling;
    else {
      const key = keyOf(child);
      let same = present;
      while (same && keyOf(same) !== key) same = same.nextSibling;
      if (same) {
        // Those between have no like in the new order before this one: they go, so that this one need not move.
        removeUntil(same);
        present = same.nextSibling;
        if (isFolded && child.nodeName !== 'SUMMARY') same.replaceWith(child);
        else patchNode(same, child);
      } else target.insertBefore(child, present);
    }
  }
  removeUntil(null);
}

/** What makes two nodes the same: an id, the query of a button, or else the kind of element. */
function keyOf(node: Node): string {
  const { nodeName } = node;
  if (!(node instanceof HTMLElement)) return nodeName;
  // One attribute after the other: `dataset` is slow, and this runs for many nodes of every answer.
  const own =
    node.id || node.getAttribute('data-query') || node.getAttribute('data-action') || node.getAttribute('data-id');
  return own ? `${nodeName}#${own}` : `${nodeName}.${node.className}`;
}
