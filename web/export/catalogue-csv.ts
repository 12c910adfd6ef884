// SPDX-License-Identifier: MIT
// A whole catalogue as CSV, through the visitors' engine: a visitor who saves all trainings gets the same bytes.
import { builtBytes } from '../core/built-bytes.js';
import { Engine } from '../core/engine.js';
import { trainingsOf } from '../core/trainings.js';
import { csvOf } from './csv.js';

/** `catalogue`: the content of catalogue.json. Throws CatalogueError when it, or the engine, is refused. */
export async function catalogueCsv(catalogue: unknown): Promise<string> {
  const opened = await new Engine(builtBytes).open(new TextEncoder().encode(JSON.stringify(catalogue)), 'fr');
  try {
    return csvOf(await trainingsOf(opened, ''));
  } finally {
    opened.close();
  }
}
