// SPDX-License-Identifier: MIT
// Why a catalogue or its engine was refused: stable codes, and sentences where the bundle brings them.

export type Lang = 'fr' | 'en';

/** By code. Empty until error-sentences.ts fills it: the widget fetches sentences only to tell an error. */
export const sentences: Record<string, readonly [fr: string, en: string]> = {};

/** The sentence of `code`, or the code itself. */
export const sentenceOf = (code: string, lang: Lang): string => sentences[code]?.[lang === 'en' ? 1 : 0] ?? code;

/**
 * A refusal. `code` is stable English: `engine-*` for the WebAssembly part, the others for the catalogue (see
 * catalogue_reader.h). `where` is a JSON Pointer into the catalogue, `''` for the whole; `message` is the
 * sentence of the code in the language asked for, with the place and the words at fault.
 */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';

  constructor(
    readonly code: string,
    readonly where = '',
    detail = '',
    lang: Lang = 'fr',
    options?: ErrorOptions,
  ) {
    const place = [where, detail].filter(Boolean).join(', ');
    super(sentenceOf(code, lang) + (place && ` (${place})`), options);
  }
}
