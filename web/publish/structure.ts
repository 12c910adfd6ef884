// SPDX-License-Identifier: MIT
// Where the list items of the trainings start and end in a page's source.
import { isSurrounding } from '../extract/regions.js';
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

/** One training's stretch of the source. */
export interface Unit {
  start: number;
  end: number;
  parent: HtmlElement;
  /** The one element that holds it all, or null when it is a run of siblings. */
  card: HtmlElement | null;
  index: number;
}

/** Units that follow each other under one parent, with nothing but white space between. */
export interface Group {
  units: Unit[];
  /** Where what leads to this group starts: its section's heading and text. */
  leadStart: number;
}

export interface Structure {
  groups: Group[];
  /** The stretch that the catalogue's element surrounds. */
  start: number;
  end: number;
  /** What closes, at `end`, the elements that the source leaves open there. */
  closing: string;
}

const tree = parse5Tree();
const kNoFlow = new Set(['ul', 'ol', 'dl', 'table', 'thead', 'tbody', 'tr', 'p', 'a', 'html', 'head']);
/**
 * Which trainings stand where a list may, one flag each: not in a table's rows or a link, and where
 * markup that was never closed has moved none before another.
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
  const groups = groupsOf(units, html);
  const start = startOf(extraction, first.start, host);
  groups[0]!.leadStart = start;
  const end = Math.max(final.end, last.end);
  return { groups, start, end, closing: closingTags(host, end) };
}

/** End tags of the elements that the source leaves open at `end`: a parser would not see the catalogue's own. */
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
  const isListItem = first.tagName === 'li';
  if (isListItem ? !parent.sourceCodeLocation?.startTag : kNoFlow.has(parent.tagName)) return null;
  const nodes = training.card ? [first] : siblingsOf(extraction, training, parent);
  const ends = nodes.map((node) => node.sourceCodeLocation?.endOffset ?? 0);
  const card = training.card === null ? null : first;
  return { start: first.sourceCodeLocation.startOffset, end: Math.max(...ends), parent, card, index };
}

/** From a heading to the last sibling before what comes next; landmarks that close the page stay out. */
function siblingsOf(extraction: Extraction<HtmlNode>, training: Found<HtmlNode>, parent: HtmlElement): HtmlNode[] {
  const nodes: HtmlNode[] = [];
  for (let i = indexAmongSiblings(parent, training.heading); i < parent.childNodes.length; i++) {
    const node = parent.childNodes[i]!;
    const range = extraction.outline.ranges.get(node);
    if (range && range.end > training.end) break;
    nodes.push(node);
  }
  while (nodes.length > 1 && isIdle(nodes.at(-1)!)) nodes.pop();
  return nodes;
}

function isIdle(node: HtmlNode): boolean {
  if (isElement(node)) return isSurrounding(tree, node);
  return tree.characters(node).trim() === '';
}

function groupsOf(units: Unit[], html: string): Group[] {
  const groups: Group[] = [];
  for (const unit of units) {
    const group = groups.at(-1);
    const last = group?.units.at(-1);
    const between = last ? html.slice(last.end, unit.start).replace(/<!--[\s\S]*?-->/g, '') : '';
    const follows = last !== undefined && last.parent === unit.parent && between.trim() === '';
    if (group && follows && (last.card === null) === (unit.card === null)) group.units.push(unit);
    else groups.push({ units: [unit], leadStart: last && last.parent === unit.parent ? last.end : unit.start });
  }
  return groups;
}

/** A box whose every child is a training's card: the box itself is going to be the list. */
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
      !kNoFlow.has(parent.tagName) &&
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

/** The stretch of the child of `host` that holds a unit: the unit itself when it is a direct child; null outside of it. */
function childHolding(host: HtmlElement, unit: Unit): { start: number; end: number } | null {
  if (unit.parent === host) return unit;
  const child = closest<HtmlNode>(tree, unit.parent, (node) => tree.parent(node) === host);
  const location = child?.sourceCodeLocation;
  return location ? { start: location.startOffset, end: location.endOffset } : null;
}

/** In a page of several sections, the first section's heading is inside the catalogue too. */
function startOf(extraction: Extraction<HtmlNode>, start: number, host: HtmlElement): number {
  const first = extraction.trainings[0]!;
  const isOfSections = first.section !== null && first.section !== extraction.trainings.at(-1)!.section;
  if (!isOfSections || tree.parent(first.section!) !== host) return start;
  return Math.min(start, (first.section as HtmlElement).sourceCodeLocation?.startOffset ?? start);
}
