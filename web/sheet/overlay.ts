// SPDX-License-Identifier: MIT
// A partner's overlay kept as a spreadsheet: what data/schema/overlay.schema.json says, one training a row.
import table from '../../data/tables/sheet.json' with { type: 'json' };
import type { CatalogueTraining, Compiler } from '../compiler/index.js';
import { CellReader } from './cells.js';
import type { Fact } from './columns.js';
import { readRecord, valuesOf } from './records.js';
import { openTable, rawOf, type SheetOptions } from './sheet.js';

export interface Overlay {
  title?: string;
  hide?: string[];
  relabel?: Record<string, Record<string, string | string[]>>;
  registration?: Record<string, { url: string; label?: string }>;
  add?: CatalogueTraining[];
  pin?: string[];
}

/** The members that an overlay may relabel, each with its column: texts, then lists. */
const kLabels = ['title', 'provider', 'description', 'url'] as const;
const kListLabels = ['themes', 'levels', 'audiences'] as const;
const kYes: ReadonlySet<string> = new Set(table.yes);

/**
 * Reads an overlay. A row with an id changes the training of that id; a row without one is a training to add.
 * Throws SheetError.
 */
export function readOverlay(compiler: Compiler, bytes: Uint8Array, options: SheetOptions = {}) {
  const { rows, header, diagnostics } = openTable(bytes, options.columns, ['id', 'title']);
  const work = new OverlayWork(header.columns);
  const added: { row: string[]; line: number }[] = [];
  rows.forEach((row, index) => {
    const isFilled = index > header.row && row.some((cell) => cell.trim() !== '');
    if (isFilled && !work.take(row, index + 1)) added.push({ row, line: index + 1 });
  });
  const records = added.map(({ row, line }) => readRecord(row, line, { columns: header.columns, cells: work.cells }));
  const meaning = compiler.normalise(rawOf(records, options));
  const add = meaning.catalogue.trainings.filter(({ title }) => title !== '');
  const overlay = { ...(options.page?.title && { title: options.page.title }), ...work.overlay(add) };
  return { overlay, diagnostics: [...diagnostics, ...work.cells.diagnostics, ...meaning.diagnostics] };
}

class OverlayWork {
  readonly cells = new CellReader();
  readonly #hide: string[] = [];
  readonly #pin: string[] = [];
  readonly #relabel: NonNullable<Overlay['relabel']> = {};
  readonly #registration: NonNullable<Overlay['registration']> = {};

  constructor(readonly columns: ReadonlyMap<Fact, readonly number[]>) {}

  /** Takes the changes of a row. False for a row without an id. */
  take(row: readonly string[], line: number): boolean {
    const text = (fact: Fact): string => {
      const column = this.columns.get(fact)?.[0];
      return column === undefined ? '' : this.cells.read(row[column] ?? '', line, column + 1).text;
    };
    const id = text('id');
    if (id === '') return false;
    if (kYes.has(text('hide').toLowerCase())) this.#hide.push(id);
    if (kYes.has(text('pin').toLowerCase())) this.#pin.push(id);
    const labels: Record<string, string | string[]> = {};
    for (const member of kLabels) if (text(member) !== '') labels[member] = text(member);
    for (const member of kListLabels) if (text(member) !== '') labels[member] = valuesOf(member, text(member));
    if (Object.keys(labels).length > 0) this.#relabel[id] = labels;
    const [url, label] = [text('registration'), text('registration_label')];
    if (url !== '') this.#registration[id] = label === '' ? { url } : { url, label };
    return true;
  }

  /** Without the members that are empty. */
  overlay(add: CatalogueTraining[]): Overlay {
    const all = { hide: this.#hide, relabel: this.#relabel, registration: this.#registration, add, pin: this.#pin };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => Object.keys(value).length > 0));
  }
}
