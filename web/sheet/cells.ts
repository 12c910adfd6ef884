// SPDX-License-Identifier: MIT
// The text of a cell, as its author meant it.
import table from '../../data/tables/sheet.json' with { type: 'json' };
import type { Diagnostic } from '../compiler/index.js';
import { disarmed } from '../export/csv.js';

/** A cell and its place, 1-based. */
export interface Cell {
  text: string;
  line: number;
  column: number;
}

const kErrors: ReadonlySet<string> = new Set(table.errors);
const kFormula = /^=\s*(?:[\p{L}.]+\d*\(|\$?[a-z]{1,3}\$?\d)/iu;
/** UTF-8 that was read as Windows-1252, then saved: "FormÃ©e", "lâ€™accÃ¨s". */
const kGarbled = /\u00c3[\u0080-\u00bf\u20ac\u0152\u0153\u2030\u2039]|\u00e2\u20ac[\u2122\u0153\u00a6\u201c\u201d]/;
const kDisarmed = /(^|[;,|\t\r\n])((?:[^\S\t\r\n]|["'])*)'([=+\-@＝＋－＠])/g;

/** Undoes `disarmed` of csv.ts; a text that it could not have written stays. */
export function rearmed(text: string): string {
  const plain = text.replace(kDisarmed, '$1$2$3');
  return plain !== text && disarmed(plain) === text ? plain : text;
}

/** Reads cells, and tells what is no text of an author: formulas, their errors, garbled letters (once). */
export class CellReader {
  readonly diagnostics: Diagnostic[] = [];
  #hasGarbled = false;

  /** '' for a formula that failed. */
  read(source: string, line: number, column: number): Cell {
    const plain = rearmed(source);
    const text = plain.trim();
    const at = { line, column };
    if (kErrors.has(text)) {
      this.#tell('sheet-formula-failed', at, text);
      return { text: '', ...at };
    }
    if (plain === source && kFormula.test(text)) this.#tell('sheet-formula', at, text);
    if (!this.#hasGarbled && kGarbled.test(text)) {
      this.#hasGarbled = true;
      this.#tell('sheet-garbled', at, text);
    }
    return { text, ...at };
  }

  #tell(code: string, at: { line: number; column: number }, words: string): void {
    const short = words.length > 60 ? `${words.slice(0, 60)}…` : words;
    this.diagnostics.push({ severity: 'warning', code, ...at, args: { words: short } });
  }
}
