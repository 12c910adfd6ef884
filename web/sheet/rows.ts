// SPDX-License-Identifier: MIT
// The cells of a CSV text: separator, quotes and line ends as spreadsheets write them.
import Papa from 'papaparse';
import { SheetError } from './sheet-error.js';

/** A fault of the quotes. `row`: index of the row. */
export interface RowFault {
  code: 'sheet-quote-open' | 'sheet-quote-inside';
  row: number;
}

/** Rows as a spreadsheet numbers them: rows[0] is its line 1. Empty rows are there too. */
export interface Rows {
  rows: string[][];
  separator: string;
  faults: RowFault[];
}

const kSeparators = [';', ',', '\t', '|'];
/** The columns of the largest spreadsheets. */
const kMostCells = 16_384;
/** In UTF-16 units. */
const kSampleLength = 65_536;
const kSampleRows = 20;

/**
 * Reads the rows. `worth`: how much some first rows look like a sheet of trainings; the separator that gives the
 * most is taken, unless a first line `sep=;` names it. Throws SheetError "sheet-empty" or "sheet-too-wide".
 */
export function readRows(source: string, worth: (rows: string[][]) => number): Rows {
  const plain = source.replace(/\r\n?/g, '\n');
  const named = /^"?sep=(.)"?[;,\t|]*\n/i.exec(plain);
  const text = named ? plain.slice(named[0].length) : plain;
  if (text.trim() === '') throw new SheetError('sheet-empty');
  const separator = named?.[1] ?? bestSeparator(text, worth);
  refuseTooWide(text, separator);
  const { data, errors } = parse(text, separator);
  if (isEmpty(data.at(-1))) data.pop();
  return { rows: data, separator, faults: errors.flatMap(faultOf) };
}

function parse(text: string, delimiter: string, preview = 0) {
  return Papa.parse<string[]>(text, { delimiter, newline: '\n', preview });
}

function isEmpty(row: string[] | undefined): boolean {
  return row?.every((cell) => cell === '') ?? false;
}

function bestSeparator(text: string, worth: (rows: string[][]) => number): string {
  const sample = text.slice(0, kSampleLength);
  const worths = kSeparators.map((separator) => worth(parse(sample, separator, kSampleRows).data));
  return kSeparators[worths.indexOf(Math.max(...worths))]!;
}

/** A line of millions of cells is no sheet, and would fill the memory. */
function refuseTooWide(text: string, separator: string): void {
  let cells = 1;
  let row = 1;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === separator) cells += 1;
    if (cells > kMostCells) throw new SheetError('sheet-too-wide', { row: String(row), most: String(kMostCells) }, row);
    if (text[at] !== '\n') continue;
    cells = 1;
    row += 1;
  }
}

function faultOf({ code, row = 0 }: Papa.ParseError): RowFault[] {
  if (code === 'MissingQuotes') return [{ code: 'sheet-quote-open', row }];
  return code === 'InvalidQuotes' ? [{ code: 'sheet-quote-inside', row }] : [];
}
