// SPDX-License-Identifier: MIT
// Reads a CSV file into raw records, with places as spreadsheets show them.
import type { Catalogue, CatalogueTraining, Diagnostic } from '../compiler/index.js';
import { csvCells } from '../export/csv.js';
import type { RawPage, RawRecord, RawRecords } from '../extract/records.js';
import { CellReader, type Cell } from './cells.js';
import { keyOf, readHeader, worthOf, type Fact, type Header } from './columns.js';
import { decodeSheet } from './decode.js';
import { readRecord, type SheetRecord } from './records.js';
import { readRows, type RowFault, type Rows } from './rows.js';

export interface SheetOptions {
  /** Names (or letters) of columns by fact. */
  columns?: ReadonlyMap<Fact, string>;
  page?: Partial<RawPage>;
  hoursPerDay?: number;
  hoursPerHalfDay?: number;
}

/** The records of a sheet. Lines are its rows, columns its columns, 1-based. */
export interface Sheet {
  raw: RawRecords;
  diagnostics: Diagnostic[];
  /** What `disagreements` compares, one per record. */
  repeated: SheetRecord['repeated'][];
}

/** A sheet's rows, its header and what is wrong with its form. One of the `needed` facts has a column. Throws SheetError. */
export function openTable(bytes: Uint8Array, columns: SheetOptions['columns'] = new Map(), needed: Fact[] = ['title']) {
  const read = readRows(decodeSheet(bytes), worthOf);
  const header = readHeader(read.rows, columns, needed);
  const diagnostics = [...header.diagnostics, ...read.faults.map(quoteFault), ...cellsBeyond(read, header)];
  return { rows: read.rows, header, diagnostics };
}

/** Reads a CSV file. Empty rows are skipped, all others become records. Throws SheetError. */
export function readSheet(bytes: Uint8Array, options: SheetOptions = {}): Sheet {
  const { rows, header, diagnostics: ofForm } = openTable(bytes, options.columns);
  const cells = new CellReader();
  const records = rows.flatMap((row, index): SheetRecord[] => {
    const isTraining = index > header.row && row.some((cell) => cell.trim() !== '');
    return isTraining ? [readRecord(row, index + 1, { columns: header.columns, cells })] : [];
  });
  const raw = rawOf(records, options);
  const diagnostics = [...ofForm, ...cells.diagnostics, ...takeIds(raw.records, header), ...rightsAlone(records)];
  return { raw, diagnostics, repeated: records.map(({ repeated }) => repeated) };
}

/** The input of the core. */
export function rawOf(
  records: SheetRecord[],
  { page, hoursPerDay = 7, hoursPerHalfDay = 3.5 }: SheetOptions,
): RawRecords {
  return {
    page: { title: '', updated: '', url: '', lang: 'fr', licence: '', intro: '', ...page },
    options: { hoursPerDay, hoursPerHalfDay },
    records: records.map(({ record }) => record),
  };
}

function quoteFault({ code, row }: RowFault): Diagnostic {
  return { severity: code === 'sheet-quote-open' ? 'error' : 'warning', code, line: row + 1, column: 1 };
}

function cellsBeyond({ rows, separator }: Rows, { row: headerRow, names }: Header): Diagnostic[] {
  return rows.flatMap((row, index): Diagnostic[] => {
    const beyond = index > headerRow ? row.slice(names.length).filter((cell) => cell.trim() !== '').length : 0;
    if (beyond === 0) return [];
    const args = { count: String(beyond), separator: separator === '\t' ? 'tab' : separator };
    const place = { line: index + 1, column: names.length + 1 };
    return [{ severity: 'warning', code: 'sheet-cells-beyond', ...place, args }];
  });
}

/** Takes away the ids that an earlier row has, and tells. */
function takeIds(records: RawRecord[], { columns }: Header): Diagnostic[] {
  const column = (columns.get('id')?.[0] ?? 0) + 1;
  const lines = new Map<string, number>();
  return records.flatMap((record): Diagnostic[] => {
    const { id, line } = record;
    if (id === undefined) return [];
    const otherLine = lines.get(id);
    if (otherLine === undefined) {
      lines.set(id, line);
      return [];
    }
    delete record.id;
    const args = { id, otherLine: String(otherLine) };
    return [{ severity: 'error', code: 'sheet-duplicate-id', line, column, args }];
  });
}

/** One warning for the whole sheet, at its first such cell. */
function rightsAlone(records: SheetRecord[]): Diagnostic[] {
  const cell = records.find(({ rightAlone }) => rightAlone)?.rightAlone;
  if (!cell) return [];
  return [{ severity: 'warning', code: 'sheet-rights-alone', line: cell.line, column: cell.column }];
}

/** Where a cell says in other words what the catalogue says, and they differ. The catalogue has one training per record. */
export function disagreements({ repeated }: Sheet, { trainings }: Catalogue): Diagnostic[] {
  return repeated.flatMap((cells, index) =>
    (Object.entries(cells) as [Fact, Cell][]).flatMap(([fact, cell]) => disagreement(fact, cell, trainings[index]!)),
  );
}

function disagreement(fact: Fact, { text, line, column }: Cell, training: CatalogueTraining): Diagnostic[] {
  const read = String(csvCells[fact as keyof typeof csvCells]?.(training as never) ?? '');
  if (read === text) return [];
  const source = keyOf(fact === 'licence' ? 'licence_text' : 'duration');
  const args = { words: text, read, source };
  return [{ severity: 'warning', code: 'sheet-cell-disagrees', line, column, args }];
}
