// SPDX-License-Identifier: MIT
// The choices of a catalogue, as the visitors' engine counts them.
import type { Catalogue } from '../compiler/index.js';
import { facetKeys, openCatalogue, type FacetKey } from '../core/index.js';

export interface Choice {
  key: FacetKey;
  value: string;
  label: string;
  count: number;
}

export interface OpenedCatalogue {
  /** In the order of the panel. */
  choices: Choice[];
  /** The trainings that a choice gives. */
  idsOf(key: string, value: string): Set<string>;
  close(): void;
}

const kPageSize = 1000;

/** Opens a catalogue. Throws CatalogueError. */
export async function openChoices(catalogue: Catalogue): Promise<OpenedCatalogue> {
  const opened = await openCatalogue(JSON.stringify(catalogue), { lang: 'fr' });
  const known = new Map<string, Set<string>>();
  const idsOf = (key: string, value: string): Set<string> => {
    const query = new URLSearchParams({ [key]: value }).toString();
    const ids = known.get(query) ?? allIds((page) => opened.query(`${query}&page=${page}`, { pageSize: kPageSize }));
    known.set(query, ids);
    return ids;
  };
  const { facets } = opened.query('');
  const choices = facetKeys.flatMap((key) =>
    facets[key].map(({ value, label, count }) => ({ key, value, label, count })),
  );
  return { choices, idsOf, close: () => opened.close() };
}

function allIds(ask: (page: number) => { ids: string[]; pages: number }): Set<string> {
  const ids = new Set<string>();
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const answer = ask(page);
    pages = answer.pages;
    for (const id of answer.ids) ids.add(id);
  }
  return ids;
}
