// SPDX-License-Identifier: MIT
// The package's core: opens catalogues and queries them, in Node and in browsers.
import type { Answer } from './answer.js';
import { readDescription, readRest } from './answer-wire.js';
import type { Description } from './answer-wire.js';
import { builtBytes, builtPartsBytes, bytesAt } from './built-bytes.js';
import { CatalogueError } from './catalogue-error.js';
import type { Lang } from './catalogue-error.js';
import { Engine } from './engine.js';
import type { EngineCatalogue, HtmlOptions } from './engine.js';
import { LoadFailure } from './load-failure.js';
import { PartsCatalogue } from './parts-catalogue.js';
import { isIndex } from './parts-index.js';
import { failureInWords, inWords } from './sentences.js';
import type { FailureCode } from './sentences.js';

export type * from './answer.js';
export { facetKeys } from './query-words.js';
export type { FacetKey } from './query-words.js';
export { CatalogueError };
export type { Lang, HtmlOptions };

export interface OpenOptions {
  /** Language of labels and messages. Default `fr`. */
  lang?: Lang;
}

export interface QueryOptions {
  /** Trainings per page, 1 to 1000. Default 20. */
  pageSize?: number;
  /** Whether the answer has HTML, by default in the neutral skin. */
  html?: boolean | HtmlOptions;
}

const kDefaultPageSize = 20;
const kMaxPageSize = 1000;
const kIdPrefix = 'catalogue-';

const engine = new Engine(builtBytes);

/** `error`; a CatalogueError or a LoadFailure with a sentence in `lang`. */
function inLanguage(lang: Lang, error: unknown): unknown {
  if (error instanceof LoadFailure) return failureInWords(error.code as FailureCode, error.url, error.detail, lang);
  return error instanceof CatalogueError ? inWords(error, lang) : error;
}

/** Downloads and starts the engine before its first use. Throws CatalogueError, with a sentence in `lang`. */
export async function prepareEngine(lang: Lang = 'fr'): Promise<void> {
  await engine.start().catch((error: unknown) => {
    throw inLanguage(lang, error);
  });
}

/** Throws RangeError unless `value` is a whole number from `min` to `max`. */
function checkRange(name: string, value: number, min: number, max: number): void {
  if (!Number.isInteger(value) || value < min || value > max)
    throw new RangeError(`${name} must be a whole number from ${min} to ${max}, not ${value}`);
}

const htmlOptionsOf = (html: true | HtmlOptions): HtmlOptions => {
  const htmlOptions = html === true ? {} : html;
  return { ...htmlOptions, idPrefix: htmlOptions.idPrefix ?? kIdPrefix };
};

/** An open catalogue. `close` frees its memory; queries afterwards throw CatalogueError `closed`. */
export class Catalogue {
  readonly #opened: EngineCatalogue;
  readonly #lang: Lang;
  #description: Description;

  /** @internal Use {@link openCatalogue}. */
  constructor(opened: EngineCatalogue, lang: Lang) {
    this.#opened = opened;
    this.#lang = lang;
    this.#description = readDescription(opened.describe());
  }

  get title(): string {
    return this.#description.title;
  }

  /** `YYYY-MM-DD`, or `''`. */
  get updated(): string {
    return this.#description.updated;
  }

  get licence(): string {
    return this.#description.licence;
  }

  get url(): string {
    return this.#description.url;
  }

  /** Number of trainings. */
  get size(): number {
    return this.#description.size;
  }

  /**
   * Brings what a query needs of a catalogue in parts, so that `query` answers it; of a whole one, builds the index of the
   * text search if the query has a text. Throws LoadFailure for files that did not come (the next call tries again), RangeError as `query` does.
   */
  async prepare(queryString = '', { pageSize = kDefaultPageSize }: Pick<QueryOptions, 'pageSize'> = {}): Promise<void> {
    checkRange('pageSize', pageSize, 1, kMaxPageSize);
    try {
      await this.#opened.prepare(queryString, pageSize);
    } catch (error) {
      throw inLanguage(this.#lang, error);
    }
    // A deployment in between may have changed it.
    if (this.#opened instanceof PartsCatalogue) this.#description = readDescription(this.#opened.describe());
  }

  /**
   * Answers a query string, with or without `?`. Errors in the query become `warnings`. Throws RangeError for an option
   * out of its range, CatalogueError `parts-missing` for what `prepare` has not brought.
   */
  query(queryString = '', { pageSize = kDefaultPageSize, html = false }: QueryOptions = {}): Answer {
    const htmlOptions = html ? htmlOptionsOf(html) : undefined;
    checkRange('pageSize', pageSize, 1, kMaxPageSize);
    if (htmlOptions?.headingLevel !== undefined) checkRange('headingLevel', htmlOptions.headingLevel, 1, 6);
    try {
      const { query, total, page, pages, ids, warnings, text, rest } = this.#opened.query(
        queryString,
        pageSize,
        htmlOptions,
      );
      const { exits, hidden, duration, facets } = readRest(rest, this.#description);
      // Member by member: spreading the parts takes three microseconds, a third of a query's time.
      const answer: Answer = { query, total, page, pages, ids, facets, duration, exits, hidden, warnings };
      if (htmlOptions) answer.html = text;
      return answer;
    } catch (error) {
      throw inLanguage(this.#lang, error);
    }
  }

  /**
   * Builds the index of the text search in slices: call it when a visitor enters the search field. Otherwise the first
   * query with a text builds it in one go.
   */
  async prepareText(): Promise<void> {
    await this.#opened.prepareText();
  }

  /** Frees the memory. */
  close(): void {
    this.#opened.close();
  }
}

/** A text that is an address, and no catalogue. */
const isAddress = (text: string): boolean => /^\s*(https?|file):/i.test(text);

/**
 * Opens a catalogue: a catalogue.json (UTF-8 bytes or text), in slices, or the address of a catalogue.json or of a
 * catalogue.parts (`http:`, `https:`; `file:` in Node). Throws {@link CatalogueError} if the catalogue or the engine is
 * refused, LoadFailure if a file does not come.
 */
export async function openCatalogue(
  source: string | URL | Uint8Array | ArrayBuffer,
  { lang = 'fr' }: OpenOptions = {},
): Promise<Catalogue> {
  const isText = typeof source === 'string';
  const opening =
    source instanceof URL || (isText && isAddress(source))
      ? openAddress(new URL(source), lang)
      : engine.open(isText ? new TextEncoder().encode(source) : bytesOf(source as Uint8Array | ArrayBuffer), lang);
  const opened = await opening.catch((error: unknown) => {
    throw inLanguage(lang, error);
  });
  return new Catalogue(opened, lang);
}

const bytesOf = (source: Uint8Array | ArrayBuffer): Uint8Array =>
  source instanceof Uint8Array ? source : new Uint8Array(source);

async function openAddress(url: URL, lang: Lang): Promise<EngineCatalogue> {
  const bytes = await bytesAt(url);
  if (!isIndex(bytes)) return engine.open(bytes, lang);
  return PartsCatalogue.open(bytes, {
    url,
    lang,
    loadWasm: builtPartsBytes,
    loadFile: (file, seconds) => bytesAt(file, { seconds }),
    reloadIndex: () => bytesAt(url, { cache: 'reload' }),
    onTrap: () => undefined,
  });
}
