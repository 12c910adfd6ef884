// SPDX-License-Identifier: MIT
// Raw records: each training of a page in its editor's words. The core finds their meaning.
import type { Mark, Outline, RawLink } from './outline.js';
import type { RawTag } from './tags.js';
import type { Found } from './trainings.js';
import { closest, type Tree } from './tree.js';

/** One training as written. Lines and columns are 1-based, 0 when unknown. */
export interface RawRecord {
  /** The training's own, where its source has one: a spreadsheet may. */
  id?: string;
  level: number;
  heading: string;
  /** Text of the section heading above, or ''. */
  section: string;
  /** BCP 47; '' for the page's language. */
  lang: string;
  tags: RawTag[];
  /** Buttons and links alone in their block first, then the others, in reading order. */
  links: RawLink[];
  /** Plain text, one line per block. */
  description: string;
  line: number;
  column: number;
}

/** The facts of a page. `updated`: YYYY-MM-DD. Every member may be ''. */
export interface RawPage {
  title: string;
  updated: string;
  url: string;
  lang: string;
  licence: string;
  /** Plain text before the first training. */
  intro: string;
  /** The day on which all trainings were checked, in words. */
  checked?: string;
}

/** The input of the core's normalise(). */
export interface RawRecords {
  page: RawPage;
  options: { hoursPerDay: number; hoursPerHalfDay: number; today?: string; oldestCheck?: string };
  records: RawRecord[];
}

/** One record per training found, in the same order. */
export function readRecords<N>(
  tree: Tree<N>,
  outline: Outline<N>,
  trainings: Found<N>[],
  pageLang: string,
): RawRecord[] {
  return trainings.map((training) => readRecord(tree, outline, training, pageLang));
}

function readRecord<N>(tree: Tree<N>, outline: Outline<N>, training: Found<N>, pageLang: string): RawRecord {
  const record: RawRecord = {
    level: training.level,
    heading: training.title,
    section: training.sectionTitle,
    lang: langOf(tree, training.heading, pageLang),
    tags: [],
    links: [],
    description: '',
    ...(tree.place(training.heading) ?? { line: 0, column: 0 }),
  };
  const lines: string[] = [];
  for (const mark of outline.marks.slice(training.start, training.end)) {
    if (mark.node !== training.heading) addMark(record, lines, mark);
  }
  record.description = lines.join('\n');
  record.links.sort((a, b) => Number(b.action) - Number(a.action));
  return record;
}

function addMark<N>(record: RawRecord, lines: string[], mark: Mark<N>): void {
  if (mark.kind === 'tag') record.tags.push(mark.tag);
  else if (mark.kind === 'link') record.links.push(mark.link);
  else lines.push(mark.text);
}

/** Plain text before the first training, without the page's title. */
export function readIntro<N>(outline: Outline<N>, trainings: Found<N>[]): string {
  const end = trainings[0]?.start ?? outline.marks.length;
  return outline.marks
    .slice(0, end)
    .flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
    .join('\n');
}

/** The language of a training in the markup; '' for that of the page, unless the heading itself has it. */
function langOf<N>(tree: Tree<N>, heading: N, pageLang: string): string {
  const holder = closest(tree, heading, (node) => tree.attribute(node, 'lang') !== null);
  const lang = holder === null ? '' : (tree.attribute(holder, 'lang') ?? '').trim();
  const isOwn = holder === heading;
  return !isOwn && lang.toLowerCase() === pageLang.toLowerCase() ? '' : lang;
}
