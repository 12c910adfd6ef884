// SPDX-License-Identifier: MIT
// Where the list items of the trainings start and end in a page's source.
import type { Extraction } from '../extract/extract.js';
import {
  indexAmongSiblings,
  isElement,
  isOpen,
  parse5Tree,
  type HtmlElement,
  type HtmlNode,
} from '../extract/parse5-tree.js';
import { closest } from '../extract/tree.js';
import type { Found } from '../extract/trainings.js';
import { firstSection, hasPlace, holdsFlow, nodesOf } from '../extract/units.js';

/** The range of one training in the source. */
export interface Unit {
  start: number;
  end: number;
  parent: HtmlElement;
  /** The element that holds the whole training, or null when it is several siblings. */
  card: HtmlElement | null;
  index: number;
}

/** Adjacent units of one parent, with only white space and comments between. */
export interface Group {
  units: Unit[];
}

export interface Structure {
  groups: Group[];
  /** The range that the catalogue's element surrounds. */
  start: number;
  end: number;
  /** End tags of the elements that the source leaves open at `end`. */
  closing: string;
}

const tree = parse5Tree();
/**
 * One flag per training: whether a list may stand in its place. Not so in a table's rows or in a link, nor
 * where unclosed markup has moved the training before another.
 */
export function placedFlags(extraction: Extraction<HtmlNode>): boolean[] {
  let end = 0;
  return extraction.trainings.map((training) => {
    const unit = unitOf(extraction, training, 0);
    const isPlaced = unit !== null && unit.start >= end && unit.end > unit.start;
    if (isPlaced) end = unit.end;
    return isPlaced;
  });
}

/** null where the page's markup leaves no place for a list. Every training has its own place (placedFlags). */
export function structureOf(extraction: Extraction<HtmlNode>, html: string): Structure | null {
  const units = extraction.trainings.map((training, index) => unitOf(extraction, training, index)!);
  const last = units.at(-1);
  const host = last === undefined ? null : commonParent(units);
  if (last === undefined || host === null) return null;
  const first = childHolding(host, units[0]!);
  const final = childHolding(host, last);
  if (first === null || final === null) return null;
  const start = startOf(extraction, first.start, host);
  const end = Math.max(final.end, last.end);
  return { groups: groupsOf(units, html), start, end, closing: closingTags(host, end) };
}

/** End tags of the elements that are open at `end`. Without them, a parser ignores the catalogue's own end tag. */
function closingTags(host: HtmlElement, end: number): string {
  const openIn = (parent: HtmlElement): HtmlElement | undefined =>
    parent.childNodes.filter(isElement).find((child) => child.sourceCodeLocation?.endOffset === end && isOpen(child));
  let tags = '';
  for (let open = openIn(host); open; open = openIn(open)) tags = `</${open.tagName}>${tags}`;
  return tags;
}

function unitOf(extraction: Extraction<HtmlNode>, training: Found<HtmlNode>, index: number): Unit | null {
  const first = (training.card ?? training.heading) as HtmlElement;
  const parent = tree.parent(first);
  if (parent === null || !isElement(parent) || !first.sourceCodeLocation) return null;
  if (!hasPlace(tree, training) || (first.tagName === 'li' && !parent.sourceCodeLocation?.startTag)) return null;
  const nodes = nodesOf(tree, extraction, training, siblingsFrom(parent, training.heading));
  const ends = nodes.map((node) => node.sourceCodeLocation?.endOffset ?? 0);
  const card = training.card === null ? null : first;
  return { start: first.sourceCodeLocation.startOffset, end: Math.max(...ends), parent, card, index };
}

/** A heading and what follows it in its parent. */
function* siblingsFrom(parent: HtmlElement, heading: HtmlNode): Generator<HtmlNode> {
  for (let i = indexAmongSiblings(parent, heading); i < parent.childNodes.length; i++) yield parent.childNodes[i]!;
}

function groupsOf(units: Unit[], html: string): Group[] {
  const groups: Group[] = [];
  for (const unit of units) {
    const group = groups.at(-1);
    const last = group?.units.at(-1);
    const between = last ? html.slice(last.end, unit.start).replace(/<!--[\s\S]*?-->/g, '') : '';
    const follows = last !== undefined && last.parent === unit.parent && between.trim() === '';
    if (group && follows && (last.card === null) === (unit.card === null)) group.units.push(unit);
    else groups.push({ units: [unit] });
  }
  return groups;
}

/** Whether every child of the box is a training's card. Such a box becomes the list itself. */
export function isBoxOfCards(box: HtmlElement, units: Unit[]): boolean {
  const cards = new Set(units.flatMap(({ card }) => (card ? [card] : [])));
  return (
    box.tagName === 'div' &&
    box.childNodes.every((node) => (isElement(node) ? cards.has(node) : tree.characters(node).trim() === ''))
  );
}

function commonParent(units: Unit[]): HtmlElement | null {
  const holds = (parent: HtmlElement): boolean => {
    const location = parent.sourceCodeLocation;
    return (
      holdsFlow(parent.tagName) &&
      location !== null &&
      location !== undefined &&
      location.startOffset <= units[0]!.start &&
      location.endOffset >= units.at(-1)!.end
    );
  };
  const first = units[0]!.parent;
  for (
    let node: HtmlNode | null = isBoxOfCards(first, units) ? tree.parent(first) : first;
    node !== null;
    node = tree.parent(node)
  ) {
    if (isElement(node) && (holds(node) || node.tagName === 'body')) return node;
  }
  return null;
}

/** The range of the child of `host` that holds a unit, or the unit itself when it is a child. null outside of `host`. */
function childHolding(host: HtmlElement, unit: Unit): { start: number; end: number } | null {
  if (unit.parent === host) return unit;
  const child = closest<HtmlNode>(tree, unit.parent, (node) => tree.parent(node) === host);
  const location = child?.sourceCodeLocation;
  return location ? { start: location.startOffset, end: location.endOffset } : null;
}

/** The catalogue of several sections starts at the heading of the first one. */
function startOf(extraction: Extraction<HtmlNode>, start: number, host: HtmlElement): number {
  const section = firstSection(extraction);
  if (section === null || tree.parent(section) !== host) return start;
  return Math.min(start, (section as HtmlElement).sourceCodeLocation?.startOffset ?? start);
}
