// SPDX-License-Identifier: MIT
// Trainings as the engine gives them: the members of catalogue.json that the core reads, and rights.
import { licence as licenceMembers, training as trainingMembers } from '../../data/tables/training.json';
import type { EngineCatalogue } from './engine.js';
import { rightValues } from './query-words.js';
import type { Right } from './query-words.js';
import type { Wire } from './wire.js';

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
  /** YYYY-MM-DD */
  checked?: string;
  source?: string;
  registration?: string;
  registrationLabel?: string;
  durations?: EngineDuration[];
  licence?: { id?: string; family?: string; url?: string; jurisdiction?: string; text?: string; rights?: Right[] };
  modalities?: string[];
  languages?: string[];
  themes?: string[];
  levels?: string[];
  certifications?: string[];
  audiences?: string[];
  accessibility?: string[];
  /** Whether the licence grants each right, by value of the query key `droit`; an absent right is unknown. */
  rights?: Partial<Record<Right, boolean>>;
}

const kPageSize = 1000;
const kUnknownMinutes = 0xffffffff;

/** What is needed of a catalogue. */
type Source = Pick<EngineCatalogue, 'query' | 'prepare' | 'rowsWith'>;

/** All trainings that match `query`, in its order. Throws as `prepare` does. */
export async function trainingsOf(catalogue: Source, query: string): Promise<EngineTraining[]> {
  const trainings: EngineTraining[] = [];
  const everyPage = query.replace(/(^|&)page=[^&]*/g, '');
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const asked = `${everyPage}&page=${page}`;
    await catalogue.prepare(asked, kPageSize);
    const answer = catalogue.query(asked, kPageSize, { hasTrainings: true });
    pages = answer.pages;
    for (let left = answer.ids.length; left > 0; left -= 1) trainings.push(readTraining(answer.rest));
  }
  return trainings;
}

/** The first trainings of the catalogue, 1000 at most, and how many it has. */
export function firstTrainings(
  catalogue: Pick<EngineCatalogue, 'query'>,
  count: number,
): { trainings: EngineTraining[]; total: number } {
  const { ids, rest, total } = catalogue.query('', count, { hasTrainings: true });
  return { trainings: ids.map(() => readTraining(rest)), total };
}

/**
 * The trainings with these ids, by id; those that the catalogue lacks are absent. `shown`: where most of them are, the page that
 * a visitor sees; the others are looked for where they may be in a catalogue in parts, else in all of it, in a task per 1000
 * trainings. Throws as `prepare` does.
 */
export async function findTrainings(
  catalogue: Source,
  ids: readonly string[],
  shown: { query: string; pageSize: number },
): Promise<Map<string, EngineTraining>> {
  const wanted = new Set(ids);
  const found = new Map<string, EngineTraining>();
  const look = async (query: string, pageSize: number): Promise<number> => {
    await catalogue.prepare(query, pageSize);
    const answer = catalogue.query(query, pageSize, { hasTrainings: true });
    for (let left = answer.ids.length; left > 0; left -= 1) {
      const training = readTraining(answer.rest);
      if (wanted.has(training.id)) found.set(training.id, training);
    }
    return answer.pages;
  };
  await look(shown.query, shown.pageSize);
  const left = ids.filter((id) => !found.has(id));
  if (left.length > 0 && catalogue.rowsWith) {
    const rows = await catalogue.rowsWith(left);
    await Promise.all(rows.map((row) => look(`page=${row + 1}`, 1)));
    return found;
  }
  for (let page = 1, pages = 1; page <= pages && found.size < wanted.size; page += 1) {
    if (page > 1) await new Promise((resolve) => setTimeout(resolve));
    pages = await look(`page=${page}`, kPageSize);
  }
  return found;
}

type Members = Record<string, unknown>;

/** In the order of write_training() in wasm/bindings/answer_wire.cpp. */
function readTraining(wire: Wire): EngineTraining {
  const training: Members = {};
  const licence: Members = {};
  for (const name of namesOf(trainingMembers, 'text')) keep(training, name, wire.string());
  for (const name of namesOf(licenceMembers, 'text')) keep(licence, name, wire.string());
  for (const name of namesOf(trainingMembers, 'list')) keep(training, name, wire.strings());
  for (const name of namesOf(licenceMembers, 'list')) keep(licence, name, wire.strings());
  keep(training, 'durations', wire.list(readDuration));
  keep(training, 'licence', licence);
  keep(training, 'rights', readRights(wire));
  return training as unknown as EngineTraining;
}

const namesOf = (members: Record<string, string>, type: string): string[] =>
  Object.keys(members).filter((name) => members[name] === type);

/** Sets a member unless it is empty: `''`, `[]`, `{}`. */
function keep(object: Members, name: string, value: object | string): void {
  if (Object.keys(value).length > 0) object[name] = value;
}

function readDuration(wire: Wire): EngineDuration {
  const duration: Members = {};
  for (const name of ['min', 'max', 'span']) {
    const minutes = wire.number();
    if (minutes !== kUnknownMinutes) duration[name] = minutes;
  }
  if (wire.number()) duration.approx = true;
  keep(duration, 'basis', wire.string());
  keep(duration, 'text', wire.string());
  return duration;
}

/** Bits in the order of `rightValues`. */
function readRights(wire: Wire): Members {
  const granted = wire.number();
  const known = wire.number();
  const rights: Members = {};
  rightValues.forEach((name, bit) => {
    if ((known >> bit) & 1) rights[name] = Boolean((granted >> bit) & 1);
  });
  return rights;
}
