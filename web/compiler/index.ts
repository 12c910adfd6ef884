// SPDX-License-Identifier: MIT
// The compiler module, typed: turns editors' words into meanings. Runs in Node and in browsers.
import { wellFormedJson } from '../core/well-formed.js';
import { loadCompiler, type CompilerModule, type CompilerSource, type GiveView } from './load.js';
import type {
  Catalogue,
  CompilerError,
  ExportFormat,
  ExportOptions,
  Normalised,
  RawRecords,
  StaticOptions,
  StaticParts,
} from './types.js';

export { staticFiles } from './static-files.js';
export type * from './types.js';
export type { CompilerSource } from './load.js';

/** A smaller catalogue does not fill the memory: what goes wrong with it is a mistake of ours. */
const kLargeBytes = 256 * 1024 * 1024;

/** The compiler refused its input. `code` is stable; `where` is a JSON Pointer into the input. */
export class CompileError extends Error {
  override readonly name = 'CompileError';
  readonly code: string;
  readonly where: string;

  constructor({ code, where, message }: CompilerError) {
    super(message || (where ? `${code} (${where})` : code));
    this.code = code;
    this.where = where;
  }
}

/** A loaded compiler. Every call is synchronous. */
export interface Compiler {
  /**
   * Turns raw records into a catalogue, with diagnostics for its editor. No record is dropped.
   * Throws a CompileError when the records cannot be read.
   */
  normalise(raw: RawRecords): Normalised;

  /**
   * The catalogue as "jsonld" (schema.org, safe inside a script element), "atom"
   * (RFC 4287) or "html" (a fragment as editors write it, which reads back as the same catalogue).
   * Throws a CompileError when the catalogue is refused.
   */
  exportCatalogue(catalogue: Catalogue, format: ExportFormat, options?: ExportOptions): string;
  /** What a build writes around a page's own list. Throws a CompileError for what is no catalogue. */
  renderStatic(catalogue: Catalogue, options?: StaticOptions): StaticParts;
  /**
   * Reads a catalogue.json (its bytes, UTF-8) as visitors' browsers do. Gives the number of its trainings. Throws a
   * CompileError where the catalogue is refused.
   */
  validate(catalogueJson: Uint8Array): { trainings: number };
  /**
   * Cuts a catalogue.json (its bytes, UTF-8) into parts (docs/parts.md). Calls `give` once per part, as soon as the part is
   * made, numbers in no order; parts that the catalogue does not need are empty. Throws a CompileError where the catalogue
   * is refused, before any part, or too large for the memory, after some. Throws what `give` throws; the catalogue then stays
   * in the compiler's memory.
   */
  writeParts(catalogueJson: Uint8Array, give: (number: number, bytes: Uint8Array) => void): void;
}

function parse<Answer>(json: string): Answer {
  const answer = JSON.parse(json) as Answer | { error: CompilerError };
  if (typeof answer === 'object' && answer !== null && 'error' in answer) throw new CompileError(answer.error);
  return answer as Answer;
}

/** A module whose memory is full traps, and is of no use any more. */
function cut(module: CompilerModule, catalogueJson: Uint8Array, give: GiveView): string {
  try {
    return module.writeParts(catalogueJson, give);
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError) || catalogueJson.length < kLargeBytes) throw error;
    throw new CompileError({ code: 'too-large', where: '', message: '' });
  }
}

/**
 * Loads the compiler. In Node it finds its wasm beside this file. In a browser, give the address of the
 * hosted file (its name is in `dist/manifest.json`), its bytes, or a compiled module.
 */
export async function openCompiler(source?: CompilerSource): Promise<Compiler> {
  const module = await loadCompiler(source);
  return {
    normalise: (raw) => parse<Normalised>(module.normalise(wellFormedJson(raw))),
    exportCatalogue: (catalogue, format, options = {}) =>
      parse<{ text: string }>(module.exportCatalogue(JSON.stringify(catalogue), format, JSON.stringify(options))).text,
    renderStatic: (catalogue, options = {}) =>
      parse<StaticParts>(module.renderStatic(JSON.stringify(catalogue), JSON.stringify(options))),
    validate: (catalogueJson) => parse<{ trainings: number }>(module.validate(catalogueJson)),
    writeParts: (catalogueJson, give) =>
      void parse(cut(module, catalogueJson, (number, view) => give(number, view.slice()))),
  };
}
