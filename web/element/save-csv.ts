// SPDX-License-Identifier: MIT
// Brought when a visitor wants a selection as a file. Nothing leaves the browser.
import { csv_name as nameEn } from '../../data/strings/element.en.json';
import { csv_name as nameFr } from '../../data/strings/element.fr.json';
import { trainingsOf } from '../core/trainings.js';
import { csvOf } from '../export/csv.js';
import type { SharedCatalogue } from './open.js';

/** Offers all pages of the selection `query`, of the catalogue that is shown, as a CSV file. */
export function saveCsv(catalogue: SharedCatalogue, query: string, isEnglish: boolean): void {
  const text = csvOf(trainingsOf(catalogue, query));
  const link = document.createElement('a');
  // A `data:` address, so that no policy must allow blobs.
  link.href = `data:text/csv;charset=utf-8,${encodeURIComponent(text)}`;
  link.download = isEnglish ? nameEn : nameFr;
  link.click();
}
