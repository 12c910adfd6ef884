// SPDX-License-Identifier: MIT
// Makes the page's nodes like freshly rendered ones, keeping those that are the same: focus, open
// details, scroll and typed words stay.
import { focusedBeside } from './focus.js';

/** What makes two nodes the same: an id, the query of a button, or else the kind of element. */
function keyOf(node: Node): string {
  const { nodeName } = node;
  if (!(node instanceof HTMLElement)) return nodeName;
  // One attribute after the other: `dataset` is slow, and this runs for every node of every answer.
  const own = node.id || node.getAttribute('data-query') || node.getAttribute('data-action') || node.getAttribute('data-id');
  return own ? `${nodeName}#${own}` : `${nodeName}.${node.className}`;
}

/** Makes `target` like `source`, attributes and children. `source` is used up. */
export function patchElement(target: Element, source: Element): void {
  patchAttributes(target, source);
  patchControl(target, source);
  if (target.getAttribute('role') !== 'status') patchChildren(target, source);
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

// A control's state is no attribute once a visitor has touched it.
function patchControl(target: Element, source: Element): void {
  if (target instanceof HTMLOptionElement) target.selected = source.hasAttribute('selected');
  if (!(target instanceof HTMLInputElement)) return;
  if (/checkbox|radio/.test(target.type)) {
    if (target.name) target.checked = source.hasAttribute('checked');
  } else if (focusedBeside(target) !== target) {
    // What is being typed or dragged is newer than any answer.
    target.value = source.getAttribute('value') ?? '';
  }
}

function patchChildren(target: Element, source: Element): void {
  const wanted = [...source.childNodes];
  const keys = wanted.map(keyOf);
  const kept = new Set(keys);
  for (const child of [...target.childNodes]) if (!kept.has(keyOf(child))) child.remove();
  let cursor: ChildNode | null = target.firstChild;
  const drop = (node: ChildNode): ChildNode | null => {
    const next = node.nextSibling;
    node.remove();
    return next;
  };
  wanted.forEach((child, index) => {
    let same = cursor;
    while (same && keyOf(same) !== keys[index]) same = same.nextSibling;
    if (!same) return void target.insertBefore(child, cursor);
    // Those between have no like in the new order before this one: they go, so that this one need not move.
    while (cursor && cursor !== same) cursor = drop(cursor);
    cursor = same.nextSibling;
    if (same instanceof Element) patchElement(same, child as Element);
    else if (same.nodeValue !== child.nodeValue) same.nodeValue = child.nodeValue;
  });
  while (cursor) cursor = drop(cursor);
}
