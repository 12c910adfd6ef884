// SPDX-License-Identifier: MIT
// The nodes of a training: what becomes one item of a list, in a page's source and in a live page.
import type { Extraction } from './extract.js';
import { isSurrounding } from './regions.js';
import type { Tree } from './tree.js';
import type { Found } from './trainings.js';

/** Elements that a list may not stand in. */
const kNoFlow = new Set(['ul', 'ol', 'dl', 'table', 'thead', 'tbody', 'tr', 'p', 'a', 'html', 'head']);

/** Whether `name` is that of an element that may hold a list. */
export const holdsFlow = (name: string): boolean => !kNoFlow.has(name);

/** Whether a list may stand where a training does: not so in a table's rows or in a link. */
export function hasPlace<N>(tree: Tree<N>, { card, heading }: Found<N>): boolean {
  const first = card ?? heading;
  const parent = tree.parent(first);
  return parent !== null && tree.name(parent) !== '' && (tree.name(first) === 'li' || holdsFlow(tree.name(parent)));
}

/**
 * The nodes of a training, which are siblings: its card, or what stands from its heading to its end, without landmarks (a
 * footer) at the end. `siblings`: the heading and those that follow it.
 */
export function nodesOf<N>(tree: Tree<N>, { outline }: Extraction<N>, training: Found<N>, siblings: Iterable<N>): N[] {
  if (training.card !== null) return [training.card];
  const nodes: N[] = [];
  for (const node of siblings) {
    const range = outline.ranges.get(node);
    if (range && range.end > training.end) break;
    nodes.push(node);
  }
  while (nodes.length > 1 && isIdle(tree, nodes[nodes.length - 1] as N)) nodes.pop();
  return nodes;
}

function isIdle<N>(tree: Tree<N>, node: N): boolean {
  return tree.name(node) === '' ? tree.characters(node).trim() === '' : isSurrounding(tree, node);
}

/** In a page of several sections, the catalogue starts at the heading of the first one; null for a page of one. */
export function firstSection<N>({ trainings }: Extraction<N>): N | null {
  const first = trainings[0]?.section ?? null;
  return first !== trainings[trainings.length - 1]?.section ? first : null;
}
