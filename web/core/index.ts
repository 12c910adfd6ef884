// SPDX-License-Identifier: MIT
// The public core: open a catalogue, ask it queries. The same in Node and in browsers.
import './error-sentences.js';
import { openInEngine, prepareEngine as prepareFirst, prepareSearch } from './engine.js';
import type { EngineCatalogue, Look } from './engine.js';
import { CatalogueError } from './errors.js';
import type { Lang } from './errors.js';
import type { Wire } from './wire.js';

export { CatalogueError };
export type { Lang, Look };

/** The facets, by query key, in the order in which they are shown. */
export const facetKeys = ['duree', 'licence', 'droit', 'modalite', 'organisme', 'theme', 'langue'] as const;
export type FacetKey = (typeof facetKeys)[number];

/** One choice: what a URL says, what a visitor reads, how many trainings it would give. */
export interface FacetChoice {
  value: string;
  label: string;
  count: number;
  selected: boolean;
}

/** A bar of the duration histogram, in minutes, both ends included; `max` null: no end. */
export interface HistogramBar {
  min: number;
  max: number | null;
  count: number;
}

/**
 * A smallest change that gives results. `key` and `value`: what changes; `to`: into what, `''` when dropped. Several
 * keys, parted by spaces, and no value: all that they say is dropped.
 */
export interface Exit {
  kind: 'drop' | 'widen' | 'correct';
  key: string;
  value: string;
  to: string;
  query: string;
  total: number;
}

/** Text matches that the filter `key` hides; `query` shows them. */
export interface Hidden {
  key: string;
  count: number;
  query: string;
}

/** A part of the query that was not understood, or a value that no training holds. */
export interface Warning {
  code: 'unknown-value' | 'bad-range' | 'bad-sort' | 'bad-page' | 'too-long';
  key: string;
  value: string;
}

export interface Answer {
  /** Canonical query string, without `?`. */
  query: string;
  total: number;
  page: number;
  pages: number;
  /** This page's trainings, in order. */
  ids: string[];
  facets: Record<FacetKey, FacetChoice[]>;
  duration: HistogramBar[];
  exits: Exit[];
  hidden: Hidden[];
  warnings: Warning[];
  /** Panel, status, chips, list and pages, safe to insert; when asked. */
  html?: string;
}

export interface OpenOptions {
  /** Language of labels and messages. Default `fr`. */
  lang?: Lang;
}

export interface QueryOptions {
  /** Trainings per page, 1 to 1000. Default 20. */
  pageSize?: number;
  /** Also give the answer as HTML, in the neutral skin or as this says. */
  html?: boolean | Look;
}

const kDefaultPageSize = 20;
const kNoEnd = 0xffffffff;

const endOf = (max: number): number | null => (max === kNoEnd ? null : max);

/** One facet of an open catalogue: what its choices are called, in their order. */
interface FacetNames {
  key: FacetKey;
  values: string[];
  labels: string[];
}

const take = (wire: Wire, count: number): number[] => {
  const numbers = [];
  for (; count > 0; count -= 1) numbers.push(wire.number());
  return numbers;
};

/** An open catalogue. `close` frees its memory; queries afterwards throw CatalogueError `closed`. */
export class Catalogue {
  readonly title: string;
  /** `YYYY-MM-DD`, or `''`. */
  readonly updated: string;
  readonly licence: string;
  readonly url: string;
  /** Number of trainings. */
  readonly size: number;
  readonly #engine: EngineCatalogue;
  readonly #bars: { min: number; max: number | null }[];
  readonly #facets: FacetNames[];

  /** @internal Use {@link openCatalogue}. */
  constructor(engine: EngineCatalogue) {
    this.#engine = engine;
    const wire = engine.describe();
    this.size = wire.number();
    this.#bars = Array.from({ length: wire.number() }, () => ({ min: wire.number(), max: endOf(wire.number()) }));
    this.title = wire.word();
    this.updated = wire.word();
    this.licence = wire.word();
    this.url = wire.word();
    this.#facets = facetKeys.map((key) => {
      const words = wire.words(2 * wire.number());
      return { key, values: words.filter((_, i) => i % 2 === 0), labels: words.filter((_, i) => i % 2 === 1) };
    });
  }

  /** Answers a query string, with or without `?`. Never throws for what it says: see `warnings`. */
  query(queryString = '', { pageSize = kDefaultPageSize, html = false }: QueryOptions = {}): Answer {
    const answer = this.#engine.query(queryString, pageSize, html === true ? {} : html || undefined);
    const { query, total, page, pages, ids, wire } = answer;
    const exitTotals = take(wire, answer.exits);
    const hiddenCounts = take(wire, answer.hidden);
    return {
      query,
      total,
      page,
      pages,
      ids,
      duration: this.#bars.map(({ min, max }) => ({ min, max, count: wire.number() })),
      facets: this.#readFacets(wire),
      exits: exitTotals.map((total) => {
        const [kind, key, value, to, query] = wire.words(5) as [Exit['kind'], string, string, string, string];
        return { kind, key, value, to, query, total };
      }),
      hidden: hiddenCounts.map((count) => ({ key: wire.word(), count, query: wire.word() })),
      warnings: answer.warnings.map(([code, key, value]) => ({ code, key, value }) as Warning),
      ...(html && { html: answer.html }),
    };
  }

  #readFacets(wire: Wire): Answer['facets'] {
    const facets = {} as Answer['facets'];
    for (const { key, values, labels } of this.#facets) {
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
      facets[key] = choices;
    }
    return facets;
  }

  /**
   * Readies the text search in slices: call it when a visitor enters the search field. Without it the first
   * query with a text does the same work at once.
   */
  async prepareText(): Promise<void> {
    await this.#engine.prepareText();
  }

  /** Frees the memory. */
  close(): void {
    this.#engine.close();
  }
}

/** Starts the engine before it is needed. Costs its downloads, once. */
export async function prepareEngine(lang: Lang = 'fr'): Promise<void> {
  await Promise.all([prepareFirst(lang), prepareSearch(lang)]);
}

/**
 * Reads a catalogue without holding the thread for long: catalogue.json (UTF-8 bytes or text), or the bytes
 * of the compact file that the command `build` makes of it. Both give the same answers.
 * Throws {@link CatalogueError} when it, or the engine, is refused.
 */
export async function openCatalogue(
  json: string | Uint8Array | ArrayBuffer,
  { lang = 'fr' }: OpenOptions = {},
): Promise<Catalogue> {
  const bytes =
    typeof json === 'string'
      ? new TextEncoder().encode(json)
      : json instanceof Uint8Array
        ? json
        : new Uint8Array(json);
  // Queries are answered at once, those with a text too: both parts of the engine come together.
  await prepareEngine(lang);
  const engine = await openInEngine(bytes, lang);
  try {
    await engine.bringSearch(lang);
  } catch (error) {
    engine.close();
    throw error;
  }
  return new Catalogue(engine);
}
