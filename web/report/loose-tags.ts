// SPDX-License-Identifier: MIT
// Finds loose tags: texts that the core reads as a duration or a licence, but that are no tags.
import type { Compiler, Diagnostic } from '../compiler/index.js';
import type { Mark } from '../extract/outline.js';
import type { PageExtraction } from '../extract/page.js';
import type { HtmlNode } from '../extract/parse5-tree.js';
import { classes, closest, collapse, findFirst, textOf } from '../extract/tree.js';
import { escapeHtml } from '../publish/splice.js';
import { isKnown } from './catalogue-doubts.js';

type Heading = Extract<Mark<HtmlNode>, { kind: 'heading' }>;

/** A text of one line that the core reads as a tag. Places are those of the editor's file. */
export interface LooseTag {
  text: string;
  line: number;
  column: number;
  /** The heading above, if a training may have it; else null. */
  heading: Heading | null;
  /** The table around it, unless a label of the table was put before the text. */
  table: HtmlNode | null;
  /** Classes of the element that holds this text alone. */
  classes: string[];
}

/** In UTF-16 units. A longer text is no tag. */
const kMaxTagLength = 120;
/** What editors write between the facts of one line. */
export const kBetweenFacts = /\s+[–—|·•]\s+/;
const kFirstLevel = 2;
const kLastLevel = 4;

/** The class for new tags of this page. */
export function tagClassOf({ outline, tree }: PageExtraction, given: readonly string[] = []): string {
  const isForeign = (node: HtmlNode): boolean => classes(tree, node).includes('tag');
  return given[0] ?? (findFirst(tree, outline.root, isForeign) ? 'tag' : 'fr-tag');
}

/** Every loose tag outside of the page's trainings, in reading order. */
export function looseTags(compiler: Compiler, page: PageExtraction): LooseTag[] {
  const candidates = candidatesOf(page);
  const isTag = readAsTags(
    compiler,
    candidates.flatMap(({ text, labelled }) => [labelled ?? text, text]),
  );
  return candidates.flatMap(({ labelled, ...loose }, index) => {
    const isLabelled = labelled !== null && isTag[index * 2];
    if (!isLabelled && !isTag[index * 2 + 1]) return [];
    return [{ ...loose, text: isLabelled ? labelled : loose.text, table: isLabelled ? null : loose.table }];
  });
}

/** Warnings for loose tags. `tagClass`: the class in the markup that they propose. */
export function looseTagFaults(loose: LooseTag[], tagClass: string): Diagnostic[] {
  const tables = new Map<HtmlNode, number>();
  for (const { table } of loose) if (table) tables.set(table, (tables.get(table) ?? 0) + 1);
  const reported = new Set<HtmlNode>();
  return loose.flatMap((tag): Diagnostic[] => {
    const isOfList = tag.table !== null && tables.get(tag.table)! > 1;
    if (isOfList && reported.has(tag.table!)) return [];
    if (isOfList) reported.add(tag.table!);
    const code = isOfList ? 'table-of-trainings' : codeOf(tag);
    const args = {
      words: tag.text,
      title: tag.heading?.text ?? '',
      class: tag.classes[0] ?? '',
      markup: `<span class="${escapeHtml(tagClass)}">${tag.text.replace(/[&<]/g, escapeHtml)}</span>`,
    };
    return [{ severity: 'warning', code, line: tag.line, column: tag.column, args }];
  });
}

function codeOf({ heading, classes: known }: LooseTag): string {
  if (heading === null) return 'tag-without-heading';
  return known.length > 0 ? 'tag-class-unknown' : 'tag-missing';
}

interface Candidate extends LooseTag {
  /** The text after the label of its row or list: "Durée : 3 heures". */
  labelled: string | null;
}

function candidatesOf(page: PageExtraction): Candidate[] {
  const { outline, trainings } = page;
  const found: Candidate[] = [];
  const label = new LabelBefore(page);
  let heading: Heading | null = null;
  let next = 0;
  outline.marks.forEach((mark, index) => {
    while (next < trainings.length && trainings[next]!.end <= index) next++;
    const isInTraining = next < trainings.length && trainings[next]!.start <= index;
    if (mark.kind === 'heading') heading = isTrainingLevel(mark.level) ? mark : null;
    const labelled = label.before(mark);
    if (isInTraining) return;
    for (const line of linesOf(page, mark)) found.push({ ...line, heading, labelled });
  });
  return found;
}

function isTrainingLevel(level: number): boolean {
  return level >= kFirstLevel && level <= kLastLevel;
}

type Line = Omit<Candidate, 'heading' | 'labelled'>;

/** The texts of a mark that are short enough for a tag. */
function linesOf(page: PageExtraction, mark: Mark<HtmlNode>): Line[] {
  if (mark.kind === 'text') return textLines(page, mark);
  const isAlone = mark.kind === 'tag' || (mark.kind === 'link' && mark.link.action);
  if (!isAlone) return [];
  const { text, line, column } = mark.kind === 'tag' ? mark.tag : mark.link;
  return text.length > kMaxTagLength ? [] : [{ text, line, column, table: null, classes: [] }];
}

/** The lines of a block. A line with dashes or bars is split there. */
function textLines({ tree }: PageExtraction, { node, source }: TextMark): Line[] {
  const place = tree.place(node) ?? { line: 0, column: 0 };
  const characters = tree.characters(node);
  const before = characters.slice(0, characters.length - characters.trimStart().length).split('\n');
  const first = { line: place.line + before.length - 1, indent: before.at(-1)!.length };
  const holder = tree.parent(node);
  const lines = source.trimEnd().split('\n');
  const isAlone = holder !== null && lines.length === 1 && textOf(tree, holder) === collapse(source);
  const shared = {
    table: closest(tree, node, (outer) => tree.name(outer) === 'table'),
    classes: isAlone ? classes(tree, holder) : [],
  };
  return lines.flatMap((line, index) => {
    const indent = index === 0 ? first.indent : line.length - line.trimStart().length;
    const column = index === 0 && before.length === 1 ? place.column + indent : indent + 1;
    return line
      .split(kBetweenFacts)
      .map((fact) => ({ text: collapse(fact), line: first.line + index, column, ...shared }))
      .filter(({ text }) => text !== '' && text.length <= kMaxTagLength);
  });
}

type TextMark = Extract<Mark<HtmlNode>, { kind: 'text' }>;

/** Labels texts by the cell before them, in a row of a table or in a list of definitions. */
class LabelBefore {
  #group: HtmlNode | null = null;
  #text = '';

  constructor(readonly page: PageExtraction) {}

  /** The text of a mark after the text of the cell before it; null when there is no such cell. */
  before(mark: Mark<HtmlNode>): string | null {
    const text = mark.kind === 'text' ? mark.text : mark.kind === 'link' ? mark.link.text : '';
    if (text === '') return null;
    const { tree } = this.page;
    const cell = closest(tree, mark.node, (node) => ['td', 'th', 'dt', 'dd'].includes(tree.name(node)));
    const group = cell === null ? null : closest(tree, cell, (node) => ['tr', 'dl'].includes(tree.name(node)));
    const isFollowing = group !== null && group === this.#group && tree.name(cell!) !== 'dt';
    const labelled = isFollowing ? `${this.#text.replace(/\s*:\s*$/, '')} : ${text}` : null;
    this.#group = group;
    this.#text = text;
    return labelled;
  }
}

/** One flag per text: whether the core, given it alone in a tag, reads a known duration or licence. */
function readAsTags(compiler: Compiler, texts: string[]): boolean[] {
  if (texts.length === 0) return [];
  const records = texts.map((text) => ({ heading: 'A', tags: [{ text, line: 0, column: 0 }] }));
  return compiler.normalise({ records }).catalogue.trainings.map(isKnown);
}
