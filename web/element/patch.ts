// SPDX-License-Identifier: MIT
// Makes the page's nodes like freshly rendered ones, keeping those that are the same: focus, open
// details, scroll and typed words stay.
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
  // The browser compares faster than a walk does, and most of what an answer says was there before.
  if (target.isEqualNode(source)) return;
  if (!(target instanceof Element)) {
    target.nodeValue = source.nodeValue;
    return;
  }
  patchAttributes(target, source as Element);
  patchChildren(target, source);
}

function patchAttributes(target: Element, source: Element): void {
  // Whether something is unfolded is the visitor's choice.
  const isOfVisitor = (name: string): boolean => name === 'open' && target.nodeName === 'DETAILS';
  for (const name of target.getAttributeNames()) {
    if (!source.hasAttribute(name) && !isOfVisitor(name)) target.removeAttribute(name);
  }
  for (const name of source.getAttributeNames()) {
    const value = source.getAttribute(name) as string;
    if (target.getAttribute(name) !== value && !isOfVisitor(name)) target.setAttribute(name, value);
  }
}

function patchChildren(target: Node, source: Node): void {
  const wanted = [...source.childNodes];
  const keys = wanted.map(keyOf);
  const present: ChildNode[] = [];
  const presentKeys: string[] = [];
  for (const child of [...target.childNodes]) {
    const key = keyOf(child);
    if (keys.includes(key)) {
      present.push(child);
      presentKeys.push(key);
    } else {
      child.remove();
    }
  }
  let at = 0;
  wanted.forEach((child, index) => {
    const same = presentKeys.indexOf(keys[index] as string, at);
    if (same < 0) return void target.insertBefore(child, present[at] ?? null);
    // Those between have no like in the new order before this one: they go, so that this one need not move.
    while (at < same) (present[at++] as ChildNode).remove();
    patchNode(present[at++] as ChildNode, child);
  });
  for (const rest of present.slice(at)) rest.remove();
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
