// SPDX-License-Identifier: MIT
// Makes an editor's live nodes the list that the widget filters, as web/publish does in a page's source.
import type { Changes } from './changes.js';

/** A training on the page: its nodes, siblings in their order, and the id of the catalogue. */
export interface Unit {
  id: string;
  nodes: ChildNode[];
  isCard: boolean;
}

const kListClass = 'catalogue-list';

/** Makes each run of units a list, and each unit an item with its id. */
export function makeLists(units: readonly Unit[], changes: Changes): void {
  for (const run of runsOf(units)) {
    const { nodes, isCard } = run[0] as Unit;
    const first = nodes[0] as Element;
    const parent = first.parentElement as Element;
    if (first.localName === 'li') keepList(parent, run, changes);
    else if (isCard && isBoxOfCards(parent, run)) keepBox(parent, run, changes);
    else wrapInList(run, changes);
  }
}

function keepList(list: Element, run: readonly Unit[], changes: Changes): void {
  changes.set(list, 'class', `${list.className} ${kListClass}`.trim());
  for (const { id, nodes } of run) changes.set(nodes[0] as Element, 'data-id', id);
}

/** The name of an element cannot change in a live page: its role can. */
function keepBox(box: Element, run: readonly Unit[], changes: Changes): void {
  keepList(box, run, changes);
  changes.set(box, 'role', 'list');
  for (const { nodes } of run) changes.set(nodes[0] as Element, 'role', 'listitem');
}

function wrapInList(run: readonly Unit[], changes: Changes): void {
  const list = made('ul', 'list');
  changes.wrap(list, between((run[0] as Unit).nodes[0] as ChildNode, lastOf(run[run.length - 1] as Unit)));
  for (const { id, nodes } of run) {
    const item = document.createElement('li');
    item.dataset.id = id;
    changes.wrap(item, nodes);
  }
}

/** Units of one kind that follow each other in one parent, with only white space and comments between. */
function runsOf(units: readonly Unit[]): Unit[][] {
  const runs: Unit[][] = [];
  for (const unit of units) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (run && last && last.isCard === unit.isCard && nextOf(lastOf(last)) === unit.nodes[0]) run.push(unit);
    else runs.push([unit]);
  }
  return runs;
}

const lastOf = ({ nodes }: Unit): ChildNode => nodes[nodes.length - 1] as ChildNode;

const isBlank = ({ nodeType, nodeValue }: Node): boolean => nodeType === 8 || (nodeType === 3 && !nodeValue?.trim());

function nextOf(node: ChildNode): ChildNode | null {
  let next = node.nextSibling;
  while (next && isBlank(next)) next = next.nextSibling;
  return next;
}

/** Whether a div holds nothing but these cards, divs too. Such a box is the list itself. */
function isBoxOfCards(box: Element, run: readonly Unit[]): boolean {
  const cards = new Set<Node>(run.map(({ nodes }) => nodes[0] as Node));
  return (
    box.localName === 'div' &&
    [...box.childNodes].every((node) => isBlank(node) || (cards.has(node) && (node as Element).localName === 'div'))
  );
}

function between(first: ChildNode, last: ChildNode): ChildNode[] {
  const nodes: ChildNode[] = [];
  for (let node: ChildNode | null = first; node; node = node === last ? null : node.nextSibling) nodes.push(node);
  return nodes;
}

/**
 * Puts the children of `host` from the one that holds `first` to the one that holds `last` into the widget's frame. The
 * frame's own pieces are empty: the core's first answer fills them.
 */
export function makeFrame(host: Element, first: Node, last: Node, prefix: string, changes: Changes): void {
  const results = made('div', 'results');
  const layout = made('div', 'layout');
  const panel = made('form', 'panel');
  const pieces = [panel, made('div', 'head'), made('div', 'outcome')];
  panel.id = `${prefix}panel`;
  panel.hidden = true;
  results.id = `${prefix}results`;
  results.tabIndex = -1;
  changes.wrap(results, between(childHolding(host, first), childHolding(host, last)));
  changes.wrap(layout, [results]);
  layout.prepend(panel);
  results.prepend(...pieces.slice(1));
  changes.whenUndone(() => {
    for (const piece of [...pieces, ...results.querySelectorAll(':scope > .catalogue-pages')]) piece.remove();
  });
}

function childHolding(host: Element, node: Node): ChildNode {
  let child = node;
  while (child.parentNode !== host) child = child.parentNode as Node;
  return child as ChildNode;
}

function made(name: string, part: string): HTMLElement {
  const element = document.createElement(name);
  element.className = `catalogue-${part}`;
  return element;
}
