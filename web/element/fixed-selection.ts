// SPDX-License-Identifier: MIT
// The attribute `only`: reduces a catalogue to a fixed selection, before visitors filter it.
import type { EngineCatalogue } from '../core/engine.js';
import { LoadFailure } from '../core/load-failure.js';
import type { CatalogueFile } from './merge.js';

/** Opens a catalogue, JSON in UTF-8, in the core. Throws CatalogueError. */
export type OpenCatalogue = (json: Uint8Array) => Promise<EngineCatalogue>;

const kPageSize = 1000;

/**
 * `catalogue` with the trainings that match the query string `only`, in their order. A notice for each part of `only`
 * that was not understood. Throws CatalogueError where the catalogue is refused.
 */
export async function restrict(
  catalogue: CatalogueFile,
  only: string,
  open: OpenCatalogue,
): Promise<{ catalogue: CatalogueFile; notices: LoadFailure[] }> {
  const opened = await open(new TextEncoder().encode(JSON.stringify(catalogue)));
  await opened.prepare(only, kPageSize);
  const ids = new Set<string>();
  const notices: LoadFailure[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const answer = opened.query(`${only}&page=${page}`, kPageSize);
    pages = answer.pages;
    for (const id of answer.ids) ids.add(id);
    if (page === 1)
      notices.push(...answer.warnings.map(({ key, value }) => new LoadFailure('only', only, `${key}=${value}`)));
  }
  opened.close();
  return { catalogue: { ...catalogue, trainings: catalogue.trainings.filter(({ id }) => ids.has(id)) }, notices };
}
