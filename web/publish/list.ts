// SPDX-License-Identifier: MIT
// Turns the editor's own nodes into a list that can be filtered. Nothing moves, nothing is lost.
import type { HtmlElement } from '../extract/parse5-tree.js';
import { escapeHtml, writeAttributes, type Splice } from './splice.js';
import { isBoxOfCards, type Group, type Structure, type Unit } from './structure.js';

/** What one list item gets: attributes by name, and HTML at its end. */
export interface ItemParts {
  attributes: Record<string, string>;
  facts: string;
}

const kListClass = 'catalogue-list';

/**
 * Makes each group a list and each unit an item with its attributes and its facts (`items`, one per unit).
 * Units that are list items keep their element. Divs in a div that holds nothing else become items of a list.
 */
export function makeLists(structure: Structure, items: ItemParts[], html: string, splice: Splice): void {
  for (const group of structure.groups) {
    const first = group.units[0]!;
    if (first.card?.tagName === 'li') keepList(group, items, splice);
    else if (isGrid(group)) renameToList(group, items, html, splice);
    else wrapInList(group, items, splice);
  }
}

function wrapInList(group: Group, items: ItemParts[], splice: Splice): void {
  const last = group.units.length - 1;
  group.units.forEach((unit, index) => {
    const { attributes, facts } = items[unit.index]!;
    splice.insert(unit.start, `${index === 0 ? `<ul class="${kListClass}">\n` : ''}<li${writeAttributes(attributes)}>`);
    splice.insert(unit.end, `${facts}</li>${index === last ? '\n</ul>' : ''}`);
  });
}

function keepList(group: Group, items: ItemParts[], splice: Splice): void {
  addClass(group.units[0]!.parent, splice);
  for (const unit of group.units) addParts(unit, items[unit.index]!, splice);
}

/** Divs in a div that holds nothing else: as li and ul, they keep their looks. */
function isGrid({ units }: Group): boolean {
  const parent = units[0]!.parent;
  const hasBothTags = (element: HtmlElement): boolean =>
    Boolean(element.sourceCodeLocation?.startTag && element.sourceCodeLocation.endTag);
  return (
    isBoxOfCards(parent, units) &&
    hasBothTags(parent) &&
    units.every(({ card }) => card?.tagName === 'div' && hasBothTags(card))
  );
}

function renameToList(group: Group, items: ItemParts[], html: string, splice: Splice): void {
  const parent = group.units[0]!.parent;
  rename(parent, 'ul', html, splice);
  addClass(parent, splice);
  for (const unit of group.units) {
    rename(unit.card!, 'li', html, splice);
    addParts(unit, items[unit.index]!, splice);
  }
}

function rename(element: HtmlElement, name: string, html: string, splice: Splice): void {
  const { startTag, endTag } = element.sourceCodeLocation!;
  const nameStart = startTag!.startOffset + 1;
  splice.replace(nameStart, nameStart + element.tagName.length, name);
  const closing = html.indexOf('/', endTag!.startOffset) + 1;
  splice.replace(closing, closing + element.tagName.length, name);
}

function addParts(unit: Unit, { attributes, facts }: ItemParts, splice: Splice): void {
  const own = new Set(unit.card!.attrs.map((attribute) => attribute.name));
  const missing = Object.entries(attributes).filter(([name]) => !own.has(name));
  splice.insert(endOfName(unit.card!), writeAttributes(Object.fromEntries(missing)));
  splice.insert(unit.card!.sourceCodeLocation!.endTag?.startOffset ?? unit.end, facts);
}

function addClass(list: HtmlElement, splice: Splice): void {
  const value = list.attrs.find((attribute) => attribute.name === 'class')?.value;
  const place = list.sourceCodeLocation?.attrs?.class;
  if (value === undefined || !place) splice.insert(endOfName(list), ` class="${kListClass}"`);
  else splice.replace(place.startOffset, place.endOffset, `class="${escapeHtml(`${value} ${kListClass}`)}"`);
}

/** The offset after the name in a start tag, where attributes may begin. */
function endOfName(element: HtmlElement): number {
  return element.sourceCodeLocation!.startTag!.startOffset + 1 + element.tagName.length;
}
