// SPDX-License-Identifier: MIT
// The choices of a catalogue, as the visitors' engine counts them.
import type { Catalogue } from '../compiler/index.js';
import { openCatalogue } from '../core/index.js';

export interface Choice {
  key: string;
  value: string;
  label: string;
  count: number;
}

export interface OpenedCatalogue {
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
  const choices = Object.entries(opened.query('').facets).flatMap(([key, values]) =>
    values.map(({ value, label, count }) => ({ key, value, label, count })),
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
