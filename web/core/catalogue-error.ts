// SPDX-License-Identifier: MIT
// Why a catalogue or its engine was refused.

export type Lang = 'fr' | 'en';

/**
 * A refusal. `code` is stable English: `engine-*` for the WebAssembly part, the others for the catalogue (see
 * catalogue_reader.h). `where` is a JSON Pointer into the catalogue, `''` for the whole. `message` is the code, the
 * place and the words at fault; sentences.ts puts a sentence in place of the code.
 */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';

  constructor(
    readonly code: string,
    readonly where = '',
    detail = '',
    options?: ErrorOptions,
  ) {
    const place = [where, detail].filter(Boolean).join(', ');
    super(code + (place && ` (${place})`), options);
  }
}
