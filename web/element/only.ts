// SPDX-License-Identifier: MIT
// A fixed selection: the catalogue is cut down to what the page wants to show, before anyone filters it.
import { openInEngine } from '../core/engine.js';
import { failure } from '../core/failures.js';
import type { LoadFailure } from '../core/failures.js';
import type { Language } from './language.js';

const kPageSize = 1000;

/**
 * The catalogue `json` with the trainings that answer `only` (a query string), in their order, and what of
 * `only` was not understood. Throws CatalogueError where the catalogue is refused.
 */
export async function restrict(json: Uint8Array, only: string, language: Language): Promise<{ json: Uint8Array; notices: LoadFailure[] }> {
  const opened = await openInEngine(json, language);
  const ids = new Set<string>();
  const notices: LoadFailure[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const answer = opened.query(`${only}&page=${page}`, kPageSize);
    pages = answer.pages;
    for (const id of answer.ids) ids.add(id);
    if (page === 1) notices.push(...answer.warnings.map(([, key, value]) => failure('only', only, `${key}=${value}`)));
  }
  opened.close();
  const catalogue = JSON.parse(new TextDecoder().decode(json)) as { trainings: { id: string }[] };
  const trainings = catalogue.trainings.filter(({ id }) => ids.has(id));
  return { json: new TextEncoder().encode(JSON.stringify({ ...catalogue, trainings })), notices };
}
