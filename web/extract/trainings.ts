// SPDX-License-Identifier: MIT
// Finds the trainings of an outline: the headings that open them, and where each ends.
import type { Mark, Outline } from './outline.js';
import { classes, type Tree } from './tree.js';

/** One training of an outline: its marks are [start, end). */
export interface Found<N> {
  heading: N;
  level: number;
  title: string;
  /** The element that holds this training alone (article, li, card), or null. */
  card: N | null;
  /** The heading that ends it, or null when it lasts to the end of its parent. */
  nextHeading: N | null;
  start: number;
  end: number;
  /** Index of the heading's mark. */
  index: number;
  /** The section heading above, and its text. */
  section: N | null;
  sectionTitle: string;
}

const kFirstLevel = 2;
const kLastLevel = 4;
const kCardNames = new Set(['article', 'li', 'section', 'a']);
const kTableParts = new Set(['table', 'thead', 'tbody', 'tr', 'td', 'th', 'dt', 'dd']);
const kCardClass = /(?:^|[-_])(?:card|teaser|vignette|carte)(?:$|[-_])/i;

/** Every training, in reading order. Cost: linear in the number of marks and of their ancestors. */
export function findTrainings<N>(tree: Tree<N>, outline: Outline<N>): Found<N>[] {
  const owners = tagOwners(tree, outline);
  const isTraining = outline.marks.map(
    (mark, index) =>
      mark.kind === 'heading' && mark.level >= kFirstLevel && mark.level <= kLastLevel && owners.has(index),
  );
  const repeats = new Repeats(tree, outline, isTraining);
  const found: Found<N>[] = [];
  const sections = new Sections<N>();
  outline.marks.forEach((mark, index) => {
    if (mark.kind !== 'heading') return;
    if (!isTraining[index]) return sections.enter(mark.node, mark.level, mark.text);
    const [open, nextHeading] = endOf(outline, index, mark.level, isTraining);
    const card = cardOf(tree, outline, index, repeats, open);
    const range = card === null ? null : outline.ranges.get(card)!;
    found.push({
      heading: mark.node,
      level: mark.level,
      title: mark.text,
      card,
      index,
      nextHeading: card === null ? nextHeading : null,
      start: range?.start ?? index,
      end: range?.end ?? open,
      ...sections.above(mark.level),
    });
  });
  found.forEach((training, i) => {
    training.end = Math.min(training.end, found[i + 1]?.start ?? training.end);
  });
  return found;
}

/** Indexes of the heading marks that a tag belongs to: the one above, or the only one of its card. */
function tagOwners<N>(tree: Tree<N>, outline: Outline<N>): Set<number> {
  const owners = new Set<number>();
  const following = headingsFrom(outline.marks);
  let heading = -1;
  outline.marks.forEach((mark, index) => {
    if (mark.kind === 'heading') heading = index;
    if (mark.kind !== 'tag') return;
    const owner = cardHeadingAfter(tree, outline, mark.node, following[index]!, heading) ?? heading;
    if (owner >= 0) owners.add(owner);
  });
  return owners;
}

/** For each mark, the index of the first heading from it on; the number of marks where there is none. */
function headingsFrom<N>(marks: Mark<N>[]): Uint32Array {
  const following = new Uint32Array(marks.length + 1).fill(marks.length);
  for (let index = marks.length - 1; index >= 0; index--) {
    following[index] = marks[index]!.kind === 'heading' ? index : following[index + 1]!;
  }
  return following;
}

/** A card may show its tags above its heading, which is then the next one. */
function cardHeadingAfter<N>(
  tree: Tree<N>,
  outline: Outline<N>,
  tag: N,
  following: number,
  headingAbove: number,
): number | null {
  for (let node = tree.parent(tag); node !== null && node !== outline.root; node = tree.parent(node)) {
    const range = outline.ranges.get(node);
    if (!range || range.start <= headingAbove) return null;
    if (isCardLike(tree, node) && following < range.end) return following;
  }
  return null;
}

/** An unclosed link surrounds what follows it by accident. */
function isCardLike<N>(tree: Tree<N>, node: N): boolean {
  if (tree.name(node) === 'a' && tree.isUnclosed(node)) return false;
  return kCardNames.has(tree.name(node)) || classes(tree, node).some((value) => kCardClass.test(value));
}

/** The widest element that holds this training alone, with only tags before its heading. */
function cardOf<N>(tree: Tree<N>, outline: Outline<N>, index: number, repeats: Repeats<N>, end: number): N | null {
  let card: N | null = null;
  const heading = outline.marks[index]!.node;
  for (let node = tree.parent(heading); node !== null && node !== outline.root; node = tree.parent(node)) {
    const range = outline.ranges.get(node);
    if (!range || range.end > end || !repeats.holdsOne(node)) break;
    const lead = outline.marks.slice(range.start, index);
    if (lead.some((mark) => mark.kind === 'text' || mark.kind === 'heading')) break;
    if (isCardLike(tree, node) || repeats.hasTwin(node)) card = node;
  }
  return card;
}

/** Finds elements that hold exactly one training and stand next to another that does. */
class Repeats<N> {
  readonly #before: Uint32Array;
  readonly #twins = new Map<N, Set<N>>();

  constructor(
    readonly tree: Tree<N>,
    readonly outline: Outline<N>,
    isTraining: boolean[],
  ) {
    this.#before = prefixCounts(isTraining);
  }

  holdsOne(node: N): boolean {
    const range = this.outline.ranges.get(node);
    return range !== undefined && this.#before[range.end]! - this.#before[range.start]! === 1;
  }

  hasTwin(node: N): boolean {
    const parent = this.tree.parent(node);
    if (parent === null || kTableParts.has(this.tree.name(node))) return false;
    let twins = this.#twins.get(parent);
    if (!twins) {
      twins = this.#twinsIn(parent);
      this.#twins.set(parent, twins);
    }
    return twins.has(node);
  }

  #twinsIn(parent: N): Set<N> {
    const elements = [...this.tree.children(parent)].filter((child) => this.tree.name(child) !== '');
    const holds = elements.map((element) => this.holdsOne(element));
    return new Set(elements.filter((_, i) => holds[i] && (holds[i - 1] || holds[i + 1])));
  }
}

/** Marks up to the next training, or heading of the same level or higher. */
function endOf<N>(outline: Outline<N>, index: number, level: number, isTraining: boolean[]): [number, N | null] {
  for (let next = index + 1; next < outline.marks.length; next++) {
    const mark = outline.marks[next]!;
    if (mark.kind === 'heading' && (isTraining[next] || mark.level <= level)) return [next, mark.node];
  }
  return [outline.marks.length, null];
}

/** The current headings that open no training, one per level. The page's h1 is no section. */
class Sections<N> {
  #open: { node: N; level: number; text: string }[] = [];

  enter(node: N, level: number, text: string): void {
    this.#open = this.#open.filter((section) => section.level < level);
    this.#open.push({ node, level, text });
  }

  above(level: number): { section: N | null; sectionTitle: string } {
    const section = this.#open.filter((open) => open.level < level).pop();
    if (!section || section.level < kFirstLevel) return { section: null, sectionTitle: '' };
    return { section: section.node, sectionTitle: section.text };
  }
}

function prefixCounts(flags: boolean[]): Uint32Array {
  const counts = new Uint32Array(flags.length + 1);
  flags.forEach((flag, index) => {
    counts[index + 1] = counts[index]! + (flag ? 1 : 0);
  });
  return counts;
}
