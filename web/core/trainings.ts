// SPDX-License-Identifier: MIT
// Trainings as the engine gives them: the members of catalogue.json that the core knows, and their rights.
import type { EngineCatalogue } from './engine.js';
import type { Right } from './query-words.js';

/** Minutes. Without `min` the effort is unknown, without `max` it has no end; `span` is elapsed time. */
export interface EngineDuration {
  min?: number;
  max?: number;
  approx?: true;
  span?: number;
  basis?: string;
  text?: string;
}

/** What is unknown or empty is left out. */
export interface EngineTraining {
  id: string;
  title: string;
  provider?: string;
  url?: string;
  description?: string;
  source?: string;
  registration?: string;
  registrationLabel?: string;
  durations?: EngineDuration[];
  licence?: { id?: string; family?: string; url?: string; jurisdiction?: string; text?: string; rights?: Right[] };
  modalities?: string[];
  languages?: string[];
  themes?: string[];
  /** What the licence grants and what it does not, by value of the query key `droit`; a right left out is unknown. */
  rights?: Partial<Record<Right, boolean>>;
}

const kPageSize = 1000;

/** Every training that answers `query`, all pages of it, in the order that it asks for. */
export function trainingsOf(catalogue: Pick<EngineCatalogue, 'query'>, query: string): EngineTraining[] {
  const trainings: EngineTraining[] = [];
  const everyPage = query.replace(/(^|&)page=[^&]*/g, '');
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const answer = catalogue.query(`${everyPage}&page=${page}`, kPageSize, { hasTrainings: true });
    pages = answer.pages;
    trainings.push(...(JSON.parse(answer.text) as EngineTraining[]));
  }
  return trainings;
}
