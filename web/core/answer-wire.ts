// SPDX-License-Identifier: MIT
// Reads the engine's messages. The order of fields is that of wasm/bindings/answer_wire.cpp. Each field has a statement of
// its own, so that the order does not depend on JavaScript's order of evaluation.
import type { Answer, Exit, FacetChoice, Hidden, HistogramBar, Warning } from './answer.js';
import { facetKeys } from './query-words.js';
import type { FacetKey } from './query-words.js';
import type { Wire } from './wire.js';

const kNoEnd = 0xffffffff;

/** The values of one facet and their labels, in order. The first `choices` are offered to visitors. */
interface FacetNames {
  key: FacetKey;
  choices: number;
  values: string[];
  labels: string[];
}

/** Facts of an open catalogue, with the labels of choices and the ends of bars, which answers leave out. */
export interface Description {
  size: number;
  title: string;
  updated: string;
  licence: string;
  url: string;
  bars: Omit<HistogramBar, 'count'>[];
  facets: FacetNames[];
}

/** The fields of an answer that every page needs. `rest`: the others, for readRest, or for trainingsOf if requested. */
export interface EngineAnswer {
  /** HTML; `''` if not requested. */
  text: string;
  total: number;
  page: number;
  pages: number;
  /** Canonical query string, without `?`. */
  query: string;
  /** This page's trainings, in order. */
  ids: string[];
  warnings: Warning[];
  rest: Wire;
}

export type AnswerRest = Pick<Answer, 'exits' | 'hidden' | 'duration' | 'facets'>;

/** Why a catalogue was refused: see CatalogueError. */
export function readRefusal(wire: Wire): { code: string; where: string; detail: string } {
  const code = wire.string();
  const where = wire.string();
  const detail = wire.string();
  return { code, where, detail };
}

export function readDescription(wire: Wire): Description {
  const size = wire.number();
  const title = wire.string();
  const updated = wire.string();
  const licence = wire.string();
  const url = wire.string();
  const bars = wire.list(readBar);
  const facets = facetKeys.map((key) => readNames(wire, key));
  checkEnd(wire);
  return { size, title, updated, licence, url, bars, facets };
}

/** Throws unless the message is read to its end: the two sides of the boundary would disagree. */
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
    names.values.push(wire.string());
    names.labels.push(wire.string());
  }
  return names;
}

export function readAnswer(wire: Wire): EngineAnswer {
  const text = wire.text();
  const total = wire.number();
  const page = wire.number();
  const pages = wire.number();
  const query = wire.string();
  const ids = wire.strings();
  const warnings = wire.list(readWarning);
  return { text, total, page, pages, query, ids, warnings, rest: wire };
}

function readWarning(wire: Wire): Warning {
  const code = wire.string() as Warning['code'];
  const key = wire.string();
  const value = wire.string();
  return { code, key, value };
}

/** The rest of an answer. The second argument: the catalogue's description. */
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
  const kind = wire.string() as Exit['kind'];
  const key = wire.string();
  const value = wire.string();
  const to = wire.string();
  const query = wire.string();
  const total = wire.number();
  return { kind, key, value, to, query, total };
}

function readHidden(wire: Wire): Hidden {
  const key = wire.string();
  const count = wire.number();
  const query = wire.string();
  return { key, count, query };
}

function readChoices(wire: Wire, { choices: offered, values, labels }: FacetNames): FacetChoice[] {
  const { memory } = wire;
  const first = wire.skip(values.length);
  const choiceAt = (i: number): FacetChoice => ({
    value: values[i] as string,
    label: labels[i] as string,
    count: memory[first + i] as number,
    selected: false,
  });
  const choices: FacetChoice[] = [];
  // An answer has some hundred choices: this loop is a sixth faster than map().
  for (let i = 0; i < offered; i += 1) choices.push(choiceAt(i));
  for (let left = wire.number(); left > 0; left -= 1) {
    const i = wire.number();
    const choice = i < offered ? (choices[i] as FacetChoice) : choiceAt(i);
    choice.selected = true;
    // Visitors choose families of licences. An exact id is a choice only if an address or a preset selects it.
    if (i >= offered) choices.push(choice);
  }
  return choices;
}
