// SPDX-License-Identifier: MIT
// The public core: open a catalogue, ask it queries. The same in Node and in browsers.
import { openInEngine } from './engine.js';
import type { EngineCatalogue, Look } from './engine.js';
import { CatalogueError } from './errors.js';
import type { Lang } from './errors.js';

export { CatalogueError };
export { prepareEngine } from './engine.js';
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

/** A smallest change that gives results. `key` and `value`: what changes; `to`: into what, `''` when dropped. */
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

/** What describe_catalogue of answer_json.h writes. */
interface Description {
  title: string;
  updated: string;
  licence: string;
  url: string;
  size: number;
  facets: Record<FacetKey, [value: string, label: string][]>;
}

/** What write_answer of answer_json.h writes. */
interface WireAnswer extends Pick<Answer, 'query' | 'total' | 'page' | 'pages' | 'ids' | 'html'> {
  counts: number[][];
  selected: number[][];
  duration: [number, number | null, number][];
  exits: [Exit['kind'], string, string, string, string, number][];
  hidden: [string, number, string][];
  warnings: [Warning['code'], string, string][];
}

/** An open catalogue. `close` frees its memory; queries afterwards throw CatalogueError `closed`. */
export class Catalogue {
  readonly #engine: EngineCatalogue;
  readonly #description: Description;

  /** @internal Use {@link openCatalogue}. */
  constructor(engine: EngineCatalogue) {
    this.#engine = engine;
    this.#description = JSON.parse(engine.description);
  }

  get title(): string { return this.#description.title; }
  /** `YYYY-MM-DD`, or `''`. */
  get updated(): string { return this.#description.updated; }
  get licence(): string { return this.#description.licence; }
  get url(): string { return this.#description.url; }
  /** Number of trainings. */
  get size(): number { return this.#description.size; }

  /** Answers a query string, with or without `?`. Never throws for what it says: see `warnings`. */
  query(queryString = '', { pageSize = kDefaultPageSize, html = false }: QueryOptions = {}): Answer {
    const look = html === true ? {} : html || undefined;
    const wire: WireAnswer = JSON.parse(this.#engine.query(queryString, pageSize, look));
    const { query, total, page, pages, ids } = wire;
    return {
      query, total, page, pages, ids,
      facets: this.#facets(wire),
      duration: wire.duration.map(([min, max, count]) => ({ min, max, count })),
      exits: wire.exits.map(([kind, key, value, to, query, total]) => ({ kind, key, value, to, query, total })),
      hidden: wire.hidden.map(([key, count, query]) => ({ key, count, query })),
      warnings: wire.warnings.map(([code, key, value]) => ({ code, key, value })),
      ...(wire.html !== undefined && { html: wire.html }),
    };
  }

  #facets({ counts, selected }: WireAnswer): Answer['facets'] {
    const facets = {} as Answer['facets'];
    facetKeys.forEach((key, index) => {
      const choices = this.#description.facets[key].map(([value, label], i) => ({
        value, label, count: counts[index]?.[i] ?? 0, selected: false,
      }));
      for (const i of selected[index] ?? []) {
        const choice = choices[i];
        if (choice) choice.selected = true;
      }
      facets[key] = choices;
    });
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

/**
 * Reads a catalogue (catalogue.json, UTF-8 bytes or text) without holding the thread for long.
 * Throws {@link CatalogueError} when it, or the engine, is refused.
 */
export async function openCatalogue(json: string | Uint8Array | ArrayBuffer, { lang = 'fr' }: OpenOptions = {}): Promise<Catalogue> {
  const bytes = typeof json === 'string' ? new TextEncoder().encode(json) : json instanceof Uint8Array ? json : new Uint8Array(json);
  return new Catalogue(await openInEngine(bytes, lang));
}
