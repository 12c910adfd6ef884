// SPDX-License-Identifier: MIT
// Trainings as the engine writes them: the members of catalogue.json that the core reads, and rights.
import type { EngineCatalogue } from './engine.js';
import type { Right } from './query-words.js';

/** Minutes. Without `min` the effort is unknown; without `max` it has no upper limit; `span` is elapsed time. */
export interface EngineDuration {
  min?: number;
  max?: number;
  approx?: true;
  span?: number;
  basis?: string;
  text?: string;
}

/** Unknown and empty members are absent. */
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
  /** Whether the licence grants each right, by value of the query key `droit`; an absent right is unknown. */
  rights?: Partial<Record<Right, boolean>>;
}

const kPageSize = 1000;

/** All trainings that match `query`, in its order. */
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
