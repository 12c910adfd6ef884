// SPDX-License-Identifier: MIT
// Loaded when a visitor downloads trainings as CSV, and by pages where visitors may choose some. Nothing leaves the browser.
import selectionFile from 'catalogue:selection';
import { csv_name as nameEn } from '../../data/strings/element.en.json';
import { csv_name as nameFr } from '../../data/strings/element.fr.json';
import { findTrainings, trainingsOf } from '../core/trainings.js';
import type { EngineTraining } from '../core/trainings.js';
import { csvOf } from '../export/csv.js';
import type { Context } from './context.js';
import type { SharedCatalogue } from './open.js';
import type { Selection } from './selection.js';

/** Downloads all trainings that match `query` as a CSV file. */
export async function saveCsv(catalogue: SharedCatalogue, query: string, isEnglish: boolean): Promise<void> {
  saveTrainings(await trainingsOf(catalogue, query), isEnglish);
}

function saveTrainings(trainings: readonly EngineTraining[], isEnglish: boolean): void {
  const link = document.createElement('a');
  // A `data:` address: no policy has to allow blobs.
  link.href = `data:text/csv;charset=utf-8,${encodeURIComponent(csvOf(trainings))}`;
  link.download = isEnglish ? nameEn : nameFr;
  link.click();
}

/**
 * Lets visitors choose trainings. The widget names this file alone: the hash of one more would weigh on every visitor.
 * Throws LoadFailure.
 */
export async function startPicks(context: Context, selection: Selection): Promise<void> {
  const { start } = await context.options.loadModule<typeof import('./picks/picks.js')>(selectionFile);
  await start(context, selection, { findTrainings, saveTrainings });
}
