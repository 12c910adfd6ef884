// SPDX-License-Identifier: MIT
// Words that read as a duration or a licence and are no tags: where they stand, and what to write instead.
import type { Compiler, Diagnostic } from '../compiler/index.js';
import type { Mark } from '../extract/outline.js';
import type { PageExtraction } from '../extract/page.js';
import type { HtmlNode } from '../extract/parse5-tree.js';
import { classes, closest, collapse, findFirst, textOf } from '../extract/tree.js';
import { escapeHtml } from '../publish/splice.js';

type Heading = Extract<Mark<HtmlNode>, { kind: 'heading' }>;

/** Words of one line that the core reads as a tag. Places are those of the editor's file. */
export interface LooseTag {
  words: string;
  line: number;
  column: number;
  /** The heading above, where it could be a training's; else null. */
  heading: Heading | null;
  /** Where the words are a cell of a table that names no label before them. */
  table: HtmlNode | null;
  /** Classes of the element that holds these words alone. */
  classes: string[];
}

/** Longer words are a text, not a tag. */
const kMaxWords = 120;
/** What editors write between several facts of one line. */
export const kBetweenParts = /\s+[–—|·•]\s+/;
const kFirstLevel = 2;
const kLastLevel = 4;

/** The class that a new tag of this page takes. */
export function tagClassOf({ outline, tree }: PageExtraction, given: readonly string[] = []): string {
  const isForeign = (node: HtmlNode): boolean => classes(tree, node).includes('tag');
  return given[0] ?? (findFirst(tree, outline.root, isForeign) ? 'tag' : 'fr-tag');
}

/** Every loose tag outside of the trainings that were found, in reading order. */
export function looseTags(compiler: Compiler, page: PageExtraction): LooseTag[] {
  const candidates = candidatesOf(page);
  const isTag = readAsTags(
    compiler,
    candidates.flatMap(({ words, labelled }) => [labelled ?? words, words]),
  );
  return candidates.flatMap(({ labelled, ...loose }, index) => {
    const isLabelled = labelled !== null && isTag[index * 2];
    if (!isLabelled && !isTag[index * 2 + 1]) return [];
    return [{ ...loose, words: isLabelled ? labelled : loose.words, table: isLabelled ? null : loose.table }];
  });
}

/** What an editor is told of loose tags. `tagClass`: the class of the tags that they should write. */
export function looseTagFaults(loose: LooseTag[], tagClass: string): Diagnostic[] {
  const tables = new Map<HtmlNode, number>();
  for (const { table } of loose) if (table) tables.set(table, (tables.get(table) ?? 0) + 1);
  const told = new Set<HtmlNode>();
  return loose.flatMap((tag): Diagnostic[] => {
    const isOfList = tag.table !== null && tables.get(tag.table)! > 1;
    if (isOfList && told.has(tag.table!)) return [];
    if (isOfList) told.add(tag.table!);
    const code = isOfList ? 'table-of-trainings' : codeOf(tag);
    const args = {
      words: tag.words,
      title: tag.heading?.text ?? '',
      class: tag.classes[0] ?? '',
      markup: `<span class="${escapeHtml(tagClass)}">${tag.words.replace(/[&<]/g, escapeHtml)}</span>`,
    };
    return [{ severity: 'warning', code, line: tag.line, column: tag.column, args }];
  });
}

function codeOf({ heading, classes: known }: LooseTag): string {
  if (heading === null) return 'tag-without-heading';
  return known.length > 0 ? 'tag-class-unknown' : 'tag-missing';
}

interface Candidate extends LooseTag {
  /** The words behind the label of their row or list: "Durée : 3 heures". */
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

/** What a mark says, in pieces that are short enough for a tag. */
function linesOf(page: PageExtraction, mark: Mark<HtmlNode>): Line[] {
  if (mark.kind === 'text') return textLines(page, mark);
  const isAlone = mark.kind === 'tag' || (mark.kind === 'link' && mark.link.action);
  if (!isAlone) return [];
  const { text, line, column } = mark.kind === 'tag' ? mark.tag : mark.link;
  return text.length > kMaxWords ? [] : [{ words: text, line, column, table: null, classes: [] }];
}

/** The lines of a block, and their parts where a dash or a bar stands between several. */
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
  return lines.flatMap((text, index) => {
    const indent = index === 0 ? first.indent : text.length - text.trimStart().length;
    const column = index === 0 && before.length === 1 ? place.column + indent : indent + 1;
    const parts = text.split(kBetweenParts);
    const all = parts.length > 1 ? parts : [text];
    return all
      .map((part) => ({ words: collapse(part), line: first.line + index, column, ...shared }))
      .filter(({ words }) => words !== '' && words.length <= kMaxWords);
  });
}

type TextMark = Extract<Mark<HtmlNode>, { kind: 'text' }>;

/** In a row or a list of definitions, the cell before is the label of the next. */
class LabelBefore {
  #group: HtmlNode | null = null;
  #words = '';

  constructor(readonly page: PageExtraction) {}

  /** The words of a mark behind those of the cell before it; null for any other. */
  before(mark: Mark<HtmlNode>): string | null {
    const words = mark.kind === 'text' ? mark.text : mark.kind === 'link' ? mark.link.text : '';
    if (words === '') return null;
    const { tree } = this.page;
    const cell = closest(tree, mark.node, (node) => ['td', 'th', 'dt', 'dd'].includes(tree.name(node)));
    const group = cell === null ? null : closest(tree, cell, (node) => ['tr', 'dl'].includes(tree.name(node)));
    const isFollowing = group !== null && group === this.#group && tree.name(cell!) !== 'dt';
    const labelled = isFollowing ? `${this.#words.replace(/\s*:\s*$/, '')} : ${words}` : null;
    this.#group = group;
    this.#words = words;
    return labelled;
  }
}

/** Whether the core reads each of these words, alone in a tag, as a duration or a licence that it knows. */
function readAsTags(compiler: Compiler, words: string[]): boolean[] {
  if (words.length === 0) return [];
  const records = words.map((text) => ({ heading: 'A', tags: [{ text, line: 0, column: 0 }] }));
  const { catalogue } = compiler.normalise({ records });
  return catalogue.trainings.map(
    ({ durations = [], licence = {} }) =>
      durations.some(({ min, span }) => min !== undefined || span !== undefined) ||
      'id' in licence ||
      'family' in licence,
  );
}
