// SPDX-License-Identifier: MIT
// Brought when a visitor wants a selection as a file. Nothing leaves the browser.
import { csv_name as nameEn } from '../../data/strings/element.en.json';
import { csv_name as nameFr } from '../../data/strings/element.fr.json';
import { csvOf } from './csv.js';
import type { OpenedCatalogue } from './open.js';

const kPageSize = 1000;

/** Offers all pages of the selection `query` as a CSV file. Throws LoadFailure where the catalogue is gone since. */
export async function saveCsv(catalogue: OpenedCatalogue, query: string, isEnglish: boolean): Promise<void> {
  const text = csvOf(await catalogue.read(), everyId(catalogue, query));
  const link = document.createElement('a');
  // A `data:` address, so that no policy must allow blobs.
  link.href = `data:text/csv;charset=utf-8,${encodeURIComponent(text)}`;
  link.download = isEnglish ? nameEn : nameFr;
  link.click();
}

/** The ids of all pages, in their order. */
function everyId(catalogue: OpenedCatalogue, query: string): string[] {
  const bare = query.replace(/(^|&)page=\d+/, '');
  const ids: string[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const answer = catalogue.query(`${bare}&page=${page}`, kPageSize);
    pages = answer.pages;
    ids.push(...answer.ids);
  }
  return ids;
}
