// SPDX-License-Identifier: MIT
// Loaded when a visitor downloads a selection as CSV. Nothing leaves the browser.
import { csv_name as nameEn } from '../../data/strings/element.en.json';
import { csv_name as nameFr } from '../../data/strings/element.fr.json';
import { trainingsOf } from '../core/trainings.js';
import { csvOf } from '../export/csv.js';
import type { SharedCatalogue } from './open.js';

/** Downloads all trainings that match `query` as a CSV file. */
export function saveCsv(catalogue: SharedCatalogue, query: string, isEnglish: boolean): void {
  const text = csvOf(trainingsOf(catalogue, query));
  const link = document.createElement('a');
  // A `data:` address: no policy has to allow blobs.
  link.href = `data:text/csv;charset=utf-8,${encodeURIComponent(text)}`;
  link.download = isEnglish ? nameEn : nameFr;
  link.click();
}
