// SPDX-License-Identifier: MIT
// Makes the page's nodes like freshly rendered ones, keeping those that are the same: focus, open
// details, scroll and typed words stay.

/** What makes two nodes the same: an id, the query of a button, or else the kind of element. */
function keyOf(node: Node): string {
  if (!(node instanceof HTMLElement)) return node.nodeName;
  const { query, action, id } = node.dataset;
  const own = node.id || query || action || id;
  return own ? `${node.nodeName}#${own}` : `${node.nodeName}.${node.className}`;
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
  for (const { name } of [...target.attributes]) {
    if (!source.hasAttribute(name) && !isOfVisitor(name)) target.removeAttribute(name);
  }
  for (const { name, value } of source.attributes) {
    if (target.getAttribute(name) !== value && !isOfVisitor(name)) target.setAttribute(name, value);
  }
}

// A control's state is no attribute once a visitor has touched it.
function patchControl(target: Element, source: Element): void {
  if (target instanceof HTMLOptionElement) target.selected = source.hasAttribute('selected');
  if (!(target instanceof HTMLInputElement)) return;
  if (/checkbox|radio/.test(target.type)) {
    if (target.name) target.checked = source.hasAttribute('checked');
  } else if ((target.getRootNode() as Document | ShadowRoot).activeElement !== target) {
    // What is being typed or dragged is newer than any answer.
    target.value = source.getAttribute('value') ?? '';
  }
}

function patchChildren(target: Element, source: Element): void {
  const wanted = [...source.childNodes];
  const keys = new Set(wanted.map(keyOf));
  for (const child of [...target.childNodes]) if (!keys.has(keyOf(child))) child.remove();
  let cursor: ChildNode | null = target.firstChild;
  const drop = (node: ChildNode): ChildNode | null => {
    const next = node.nextSibling;
    node.remove();
    return next;
  };
  for (const child of wanted) {
    let same = cursor;
    for (const key = keyOf(child); same && keyOf(same) !== key;) same = same.nextSibling;
    if (!same) {
      target.insertBefore(child, cursor);
      continue;
    }
    // Those between have no like in the new order before this one: they go, so that this one need not move.
    while (cursor && cursor !== same) cursor = drop(cursor);
    cursor = same.nextSibling;
    if (same instanceof Element) patchElement(same, child as Element);
    else if (same.nodeValue !== child.nodeValue) same.nodeValue = child.nodeValue;
  }
  while (cursor) cursor = drop(cursor);
}
