// SPDX-License-Identifier: MIT
// Makes the page's nodes like freshly rendered ones, keeping those that are the same: focus, open
// details, scroll and typed words stay.

/** What makes two nodes the same: an id, the query of a button, or else the kind of element. */
function keyOf(node: Node): string {
  if (!(node instanceof Element)) return node.nodeName;
  const own = node.id || node.getAttribute('data-query') || node.getAttribute('data-action') || node.getAttribute('data-id');
  return own ? `${node.nodeName}#${own}` : `${node.nodeName}.${node.className}`;
}

/** Makes `target` like `source`, attributes and children. `source` is used up. */
export function patchElement(target: Element, source: Element): void {
  patchAttributes(target, source);
  patchControl(target, source);
  if (target.getAttribute('role') !== 'status') patchChildren(target, source);
}

function patchAttributes(target: Element, source: Element): void {
  for (const { name } of [...target.attributes]) {
    if (!source.hasAttribute(name) && !isOfVisitor(target, name)) target.removeAttribute(name);
  }
  for (const { name, value } of [...source.attributes]) {
    if (target.getAttribute(name) !== value && !isOfVisitor(target, name)) target.setAttribute(name, value);
  }
}

// Whether something is unfolded is the visitor's choice.
const isOfVisitor = (target: Element, name: string): boolean => name === 'open' && target.nodeName === 'DETAILS';

function patchControl(target: Element, source: Element): void {
  if (target instanceof HTMLInputElement && source instanceof HTMLInputElement) {
    if (target.type === 'checkbox' || target.type === 'radio') {
      if (target.name) target.checked = source.hasAttribute('checked');
    } else if (!isInUse(target)) {
      target.value = source.getAttribute('value') ?? '';
    }
  }
  if (target instanceof HTMLOptionElement) target.selected = source.hasAttribute('selected');
}

// What is being typed or dragged is newer than any answer.
function isInUse(input: HTMLInputElement): boolean {
  return (input.getRootNode() as Document | ShadowRoot).activeElement === input;
}

function patchChildren(target: Element, source: Element): void {
  const wanted = [...source.childNodes];
  const keys = new Set(wanted.map(keyOf));
  for (const child of [...target.childNodes]) if (!keys.has(keyOf(child))) child.remove();
  let cursor: ChildNode | null = target.firstChild;
  for (const child of wanted) {
    const same = sameFrom(cursor, keyOf(child));
    if (!same) {
      target.insertBefore(child, cursor);
      continue;
    }
    // Those between have no like in the new order before this one: they go, so that this one need not move.
    while (cursor && cursor !== same) cursor = removeAndNext(cursor);
    cursor = same.nextSibling;
    if (same instanceof Element) patchElement(same, child as Element);
    else if (same.nodeValue !== child.nodeValue) same.nodeValue = child.nodeValue;
  }
  while (cursor) cursor = removeAndNext(cursor);
}

function removeAndNext(node: ChildNode): ChildNode | null {
  const next = node.nextSibling;
  node.remove();
  return next;
}

function sameFrom(cursor: ChildNode | null, key: string): ChildNode | null {
  for (let node = cursor; node; node = node.nextSibling) if (keyOf(node) === key) return node;
  return null;
}
