// SPDX-License-Identifier: MIT
// Which column of a sheet says which fact, by the names of its header.
import ownNames from '../../data/strings/csv.fr.json' with { type: 'json' };
import table from '../../data/tables/sheet.json' with { type: 'json' };
import type { Diagnostic } from '../compiler/index.js';
import { columnLetter } from './letter.js';
import { SheetError } from './sheet-error.js';

export type Fact = keyof typeof table.columns;

/** Facts whose cell holds several values. */
export const listFacts: ReadonlySet<string> = new Set(table.lists);

/** The header of a sheet. */
export interface Header {
  /** Index of its row. */
  row: number;
  names: string[];
  /** The columns (0-based) of each fact, from left to right; one, but for facts of several values. */
  columns: Map<Fact, number[]>;
  diagnostics: Diagnostic[];
}

/** Rows above the header: a title, empty rows, cells merged over several columns. */
const kMostRowsAbove = 20;

const factsByName = new Map<string, Fact>();
for (const [fact, names] of Object.entries(table.columns)) {
  const own = (ownNames as Record<string, string>)[fact];
  for (const name of own === undefined ? names : [own, ...names]) factsByName.set(fold(name), fact as Fact);
}

/** "Durée_(min) *" is "duree (min)": case, accents, hyphens, underscores and the marks of needed cells go. */
function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_\-\u2010-\u2015]+/g, ' ')
    .replace(/['\u2018\u2019]/g, "'")
    .replace(/[\s:*]+$/, '')
    .trim();
}

/** The fact that a column of this name says. */
export function factOf(name: string): Fact | undefined {
  return factsByName.get(fold(name));
}

/** How much these first rows look like a sheet of trainings: facts that are named, then cells. */
export function worthOf(rows: string[][]): number {
  const row = rows[headerRow(rows)] ?? [];
  return namedFacts(row) * 1000 + row.length;
}

function namedFacts(row: string[]): number {
  return new Set(row.map(factOf).filter(Boolean)).size;
}

/** The row, among the first ones, that names the most facts; else the first that is not empty. */
function headerRow(rows: string[][]): number {
  const first = rows.slice(0, kMostRowsAbove);
  const named = first.map(namedFacts);
  const most = Math.max(...named, 0);
  return most > 0
    ? named.indexOf(most)
    : Math.max(
        0,
        first.findIndex((row) => row.some((cell) => cell.trim() !== '')),
      );
}

/**
 * Finds the header. `wanted`: names (or letters) of columns by fact, which win over the table. One of the `needed`
 * facts has a column.
 * Throws SheetError "sheet-no-title" or "sheet-column-wanted".
 */
export function readHeader(rows: string[][], wanted: ReadonlyMap<Fact, string>, needed: Fact[]): Header {
  const row = wanted.size > 0 ? wantedRow(rows, [...wanted.values()]) : headerRow(rows);
  const names = (rows[row] ?? []).map((name) => name.trim());
  const finder = new ColumnFinder(names, row + 1);
  for (const [fact, name] of wanted) finder.take(fact, name);
  names.forEach((name, column) => finder.guess(name, column));
  finder.tellUnread(rows.slice(row + 1));
  const { columns, diagnostics } = finder;
  if (!needed.some((fact) => columns.has(fact)))
    throw new SheetError('sheet-no-title', { columns: shown(names) }, row + 1, 1);
  return { row, names, columns, diagnostics };
}

/** The first row that has one of the wanted names; else as without them. */
function wantedRow(rows: string[][], wanted: string[]): number {
  const folded = new Set(wanted.map(fold));
  const found = rows.slice(0, kMostRowsAbove).findIndex((row) => row.some((name) => folded.has(fold(name))));
  return found < 0 ? headerRow(rows) : found;
}

function shown(names: string[]): string {
  return names.filter(Boolean).join(', ');
}

/** The French name of a fact, as --columns takes it. */
export function keyOf(fact: Fact): string {
  return (ownNames as Record<string, string>)[fact] ?? table.columns[fact][0] ?? fact;
}

class ColumnFinder {
  readonly columns = new Map<Fact, number[]>();
  readonly diagnostics: Diagnostic[] = [];
  readonly #taken = new Set<number>();
  readonly #chosen = new Set<Fact>();
  #unknown: number[] = [];

  constructor(
    readonly names: string[],
    readonly line: number,
  ) {}

  take(fact: Fact, wanted: string): void {
    const column = this.#named(wanted);
    if (column < 0) {
      const args = { name: wanted, fact: keyOf(fact), columns: shown(this.names) };
      throw new SheetError('sheet-column-wanted', args, this.line, 1);
    }
    this.#add(fact, column);
    this.#chosen.add(fact);
  }

  guess(name: string, column: number): void {
    if (this.#taken.has(column)) return;
    const fact = factOf(name);
    const first = fact && this.columns.get(fact)?.[0];
    if (!fact) this.#unknown.push(column);
    else if (this.#chosen.has(fact)) this.#unknown.push(column);
    else if (first !== undefined && !listFacts.has(fact)) this.#tellRepeated(fact, first, column);
    else this.#add(fact, column);
  }

  /** Columns with content that nothing reads: without a name, or with one that is not known. */
  tellUnread(rows: string[][]): void {
    const width = Math.max(this.names.length, 0);
    const isFilled = new Array<boolean>(width).fill(false);
    for (const row of rows) row.forEach((cell, column) => (isFilled[column] ||= column < width && cell.trim() !== ''));
    const filled = this.#unknown.filter((column) => isFilled[column]);
    for (const column of filled.filter((each) => this.names[each] === ''))
      this.#tell('warning', 'sheet-column-unnamed', column, { letter: columnLetter(column + 1) });
    const named = filled.filter((column) => this.names[column] !== '');
    if (named[0] === undefined) return;
    this.#tell('advice', 'sheet-column-unknown', named[0], { columns: shown(named.map((each) => this.names[each]!)) });
  }

  /** By name, then by letter; -1 for none. */
  #named(wanted: string): number {
    const byName = this.names.findIndex((name) => fold(name) === fold(wanted));
    if (byName >= 0 || !/^[a-z]{1,3}$/i.test(wanted)) return byName;
    return this.names.findIndex((_, column) => columnLetter(column + 1) === wanted.toUpperCase());
  }

  #add(fact: Fact, column: number): void {
    this.columns.set(fact, [...(this.columns.get(fact) ?? []), column]);
    this.#taken.add(column);
  }

  #tellRepeated(fact: Fact, first: number, column: number): void {
    const args = {
      fact: keyOf(fact),
      key: keyOf(fact),
      first: columnLetter(first + 1),
      letter: columnLetter(column + 1),
    };
    this.#tell('warning', 'sheet-column-repeated', column, args);
  }

  #tell(severity: Diagnostic['severity'], code: string, column: number, args: Record<string, string>): void {
    this.diagnostics.push({ severity, code, line: this.line, column: column + 1, args });
  }
}
