// SPDX-License-Identifier: MIT
// A row of a sheet as a raw record: the same that a page gives, with the kind of each tag.
import table from '../../data/tables/sheet.json' with { type: 'json' };
import vocabulary from '../../data/tables/vocabulary.json' with { type: 'json' };
import type { RawRecord } from '../extract/records.js';
import type { RawTag } from '../extract/tags.js';
import { fill } from '../report/fill.js';
import type { Cell, CellReader } from './cells.js';
import { listFacts, type Fact } from './columns.js';

/** Where each fact is, and what reads its cells. */
export interface RowContext {
  columns: ReadonlyMap<Fact, readonly number[]>;
  cells: CellReader;
}

/** A record, and the cells that repeat in other words what the core reads elsewhere. */
export interface SheetRecord {
  record: RawRecord;
  repeated: Partial<Record<Fact, Cell>>;
  /** The first cell that says a right, in a row without a licence. */
  rightAlone: Cell | null;
}

const kUnits = ['duration_minutes', 'duration_hours', 'duration_days'] as const;
const kRights = ['right_commercial', 'right_modification', 'right_sharing', 'right_free'] as const;
const kBareNumber = /^\d+(?:[.,]\d+)?$/;

/** Reads one row. `line`: 1-based, as a spreadsheet shows it. */
export function readRecord(row: readonly string[], line: number, context: RowContext): SheetRecord {
  return new RowReader(row, line, context).read();
}

class RowReader {
  readonly #cells = new Map<Fact, Cell[]>();
  readonly #titleColumn: number;

  constructor(
    row: readonly string[],
    readonly line: number,
    { columns, cells }: RowContext,
  ) {
    for (const [fact, places] of columns) {
      const filled = places.map((place) => cells.read(row[place] ?? '', line, place + 1)).filter(({ text }) => text);
      if (filled.length > 0) this.#cells.set(fact, filled);
    }
    this.#titleColumn = (columns.get('title')?.[0] ?? 0) + 1;
  }

  read(): SheetRecord {
    const { line } = this;
    const url = this.#cell('url');
    const record: RawRecord = {
      level: 2,
      heading: this.#text('title'),
      section: '',
      lang: '',
      tags: [...this.#duration(), ...this.#licence(), ...this.#others()],
      links: url ? [{ text: '', url: url.text, line, column: url.column, action: true }] : [],
      description: this.#text('description'),
      line,
      column: this.#titleColumn,
    };
    const id = this.#text('id');
    if (id !== '') record.id = id;
    const hasLicence = this.#cells.has('licence') || this.#cells.has('licence_text');
    const right = kRights.map((fact) => this.#cell(fact)).find(Boolean);
    return { record, repeated: this.#repeated(), rightAlone: hasLicence ? null : (right ?? null) };
  }

  #cell(fact: Fact): Cell | undefined {
    return this.#cells.get(fact)?.[0];
  }

  #text(fact: Fact): string {
    return this.#cell(fact)?.text ?? '';
  }

  /** The words of the duration: as written, or a number in the unit of its column, or from the bounds. */
  #duration(): RawTag[] {
    const words = this.#cell('duration');
    if (words) return [tag('duration', words, partsOf(words.text).join(` ${vocabulary.or} `))];
    const unit = kUnits.find((fact) => this.#cells.has(fact));
    if (!unit) return this.#bounds();
    const cell = this.#cell(unit)!;
    const isBare = kBareNumber.test(cell.text);
    return [tag('duration', cell, isBare ? fill(table.durations[unit], { x: cell.text }) : cell.text)];
  }

  #bounds(): RawTag[] {
    const min = this.#cell('duration_min');
    const max = this.#cell('duration_max');
    const cell = min ?? max;
    if (!cell) return [];
    const { between, from, upTo, duration_minutes: exact } = table.durations;
    const isOne = min?.text === max?.text;
    const words = isOne ? exact : min && max ? between : min ? from : upTo;
    return [tag('duration', cell, fill(words, { x: cell.text, min: min?.text ?? '', max: max?.text ?? '' }))];
  }

  /** Its words, else its name, with the address of its text. */
  #licence(): RawTag[] {
    const url = this.#cell('licence_url');
    const cell = this.#cell('licence_text') ?? this.#cell('licence') ?? url;
    return cell ? [{ ...tag('licence', cell, cell.text), url: url?.text ?? '' }] : [];
  }

  #others(): RawTag[] {
    return Object.entries(table.kinds).flatMap(([fact, kind]) => {
      if (kind === 'duration' || kind === 'licence') return [];
      const cells = this.#cells.get(fact as Fact) ?? [];
      if (!listFacts.has(fact)) return cells.map((cell) => tag(kind, cell, cell.text));
      return cells.flatMap((cell) => valuesOf(fact, cell.text).map((text) => tag(kind, cell, text)));
    });
  }

  #repeated(): Partial<Record<Fact, Cell>> {
    const facts: Fact[] = this.#cells.has('duration') ? ['duration_min', 'duration_max', 'duration_span'] : [];
    if (this.#cells.has('licence_text')) facts.push('licence');
    return Object.fromEntries(facts.flatMap((fact) => this.#cells.get(fact)?.map((cell) => [fact, cell]) ?? []));
  }
}

function tag(kind: string, { line, column }: Cell, text: string): RawTag {
  return { kind, text, url: '', line, column };
}

function partsOf(text: string, separators = /\||\n/): string[] {
  return text
    .split(separators)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Bars separate values, as in our own CSV; in a cell of themes without a bar, commas do. */
export function valuesOf(fact: string, text: string): string[] {
  return partsOf(text, fact === 'themes' && !text.includes('|') ? /[,;\n]/ : undefined);
}
