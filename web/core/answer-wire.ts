// SPDX-License-Identifier: MIT
// Reads the engine's messages, in the order of wasm/bindings/answer_wire.cpp: that file says it, this one follows. Each
// field is read by a statement of its own.
import type { Answer, Exit, FacetChoice, Hidden, HistogramBar, Warning } from './answer.js';
import { facetKeys } from './query-words.js';
import type { FacetKey } from './query-words.js';
import type { Wire } from './wire.js';

const kNoEnd = 0xffffffff;

/** One facet of an open catalogue: what its values are called, in their order. The first `choices` are offered. */
interface FacetNames {
  key: FacetKey;
  choices: number;
  values: string[];
  labels: string[];
}

/** An open catalogue, and what its answers leave out: the names of choices and the ends of bars. */
export interface Description {
  size: number;
  title: string;
  updated: string;
  licence: string;
  url: string;
  bars: Omit<HistogramBar, 'count'>[];
  facets: FacetNames[];
}

/** What a page needs of an answer; what else it tells follows in `rest`. */
export interface EngineAnswer {
  /** What was asked for: HTML, or the trainings as JSON (trainings.ts reads it); else `''`. */
  text: string;
  total: number;
  page: number;
  pages: number;
  /** Canonical query string, without `?`. */
  query: string;
  /** This page's trainings, in order. */
  ids: string[];
  warnings: Warning[];
  /** For readRest. */
  rest: Wire;
}

export type AnswerRest = Pick<Answer, 'exits' | 'hidden' | 'duration' | 'facets'>;

/** Why a catalogue was refused: see CatalogueError. */
export function readRefusal(wire: Wire): { code: string; where: string; detail: string } {
  const code = wire.word();
  const where = wire.word();
  const detail = wire.word();
  return { code, where, detail };
}

export function readDescription(wire: Wire): Description {
  const size = wire.number();
  const title = wire.word();
  const updated = wire.word();
  const licence = wire.word();
  const url = wire.word();
  const bars = wire.list(readBar);
  const facets = facetKeys.map((key) => readNames(wire, key));
  checkEnd(wire);
  return { size, title, updated, licence, url, bars, facets };
}

/** Throws unless all has been read: the two sides of the boundary would disagree. */
function checkEnd(wire: Wire): void {
  if (!wire.isAtEnd)
    throw new Error('web/core/answer-wire.ts reads another order than wasm/bindings/answer_wire.cpp writes');
}

function readBar(wire: Wire): Omit<HistogramBar, 'count'> {
  const min = wire.number();
  const max = wire.number();
  return { min, max: max === kNoEnd ? null : max };
}

function readNames(wire: Wire, key: FacetKey): FacetNames {
  const count = wire.number();
  const names: FacetNames = { key, choices: wire.number(), values: [], labels: [] };
  for (let left = count; left > 0; left -= 1) {
    names.values.push(wire.word());
    names.labels.push(wire.word());
  }
  return names;
}

export function readAnswer(wire: Wire): EngineAnswer {
  const text = wire.text();
  const total = wire.number();
  const page = wire.number();
  const pages = wire.number();
  const query = wire.word();
  const ids = wire.words();
  const warnings = wire.list(readWarning);
  return { text, total, page, pages, query, ids, warnings, rest: wire };
}

function readWarning(wire: Wire): Warning {
  const code = wire.word() as Warning['code'];
  const key = wire.word();
  const value = wire.word();
  return { code, key, value };
}

/** The rest of an answer of the catalogue that `description` tells of. */
export function readRest(wire: Wire, { bars, facets }: Description): AnswerRest {
  const exits = wire.list(readExit);
  const hidden = wire.list(readHidden);
  const duration = bars.map(({ min, max }) => ({ min, max, count: wire.number() }));
  const choices = {} as Answer['facets'];
  for (const names of facets) choices[names.key] = readChoices(wire, names);
  checkEnd(wire);
  return { exits, hidden, duration, facets: choices };
}

function readExit(wire: Wire): Exit {
  const kind = wire.word() as Exit['kind'];
  const key = wire.word();
  const value = wire.word();
  const to = wire.word();
  const query = wire.word();
  const total = wire.number();
  return { kind, key, value, to, query, total };
}

function readHidden(wire: Wire): Hidden {
  const key = wire.word();
  const count = wire.number();
  const query = wire.word();
  return { key, count, query };
}

function readChoices(wire: Wire, { choices: offered, values, labels }: FacetNames): FacetChoice[] {
  const { memory } = wire;
  const first = wire.pass(values.length);
  const choices: FacetChoice[] = new Array(values.length);
  // Some hundred choices per answer: a loop takes a sixth less time than map().
  for (let i = 0; i < values.length; i += 1) {
    choices[i] = {
      value: values[i] as string,
      label: labels[i] as string,
      count: memory[first + i] as number,
      selected: false,
    };
  }
  for (let left = wire.number(); left > 0; left -= 1) (choices[wire.number()] as FacetChoice).selected = true;
  // Visitors choose families: the id of a licence is a choice only where an address or a preset chose it.
  return offered < choices.length ? choices.filter(({ selected }, i) => selected || i < offered) : choices;
}
