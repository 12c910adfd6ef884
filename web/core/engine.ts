// SPDX-License-Identifier: MIT
// The WebAssembly engine: the only importer of its glue, and the only place that knows its memory.
import start from 'catalogue:runtime-glue';
import runtimeFiles from 'catalogue:runtime-wasm';
import searchFile from 'catalogue:search-wasm';
import { CatalogueError } from './errors.js';
import type { Lang } from './errors.js';
import { fetchFile } from './fetch-file.js';
import { Wire } from './wire.js';

/** What wasm/bindings/runtime.cpp binds. `catalogue` is the number that `open` gave; 0 is none. */
interface Runtime {
  /** Where `open` finds the catalogue, and `query` its words. */
  bytes: Uint8Array | null;
  /** Called by `describe` and `query` with what they say: numbers, from an index of the memory on, and a text. Read before the next call. */
  answer: (memory: Uint32Array, index: number, text: Uint8Array) => void;
  /** What the text search, a second module over the same memory, works with. */
  exports: WebAssembly.ModuleImports;
  hasSearch?: true;
  open(size: number, isEnglish: boolean): number;
  read(catalogue: number, trainings: number): number;
  describe(catalogue: number): void;
  query(catalogue: number, size: number, prefixSize: number, pageSize: number, look: number): void;
  /** 1 when the text search is ready. */
  prepareText(catalogue: number, trainings: number): number;
  close(catalogue: number): void;
}

/** States that `read` gives. */
const kMore = 0;
const kRefused = 2;

const kTrainingsPerStep = 32;
/** A task of this length stays under 50 ms on a processor four times slower. */
const kSliceMs = 8;
/** The largest catalogue whose memory is kept for the next one. */
const kKeptBytes = 32 * 1024 * 1024;

/** The bit of `query` that says that the text search is there. */
const kHasSearch = 128;

const kIdPrefix = 'catalogue-';

/** How an answer is drawn: the panel, the list, and what tells of it (status, chips, ways out, pages); all by default. */
export interface Look {
  skin?: 'neutral' | 'dsfr' | undefined;
  hasList?: boolean | undefined;
  hasPanel?: boolean | undefined;
  hasResults?: boolean | undefined;
  opensNewWindow?: boolean | undefined;
  /** Of a training's title, 1 to 6. Default 2. */
  headingLevel?: number | undefined;
  /** Start of every id. */
  idPrefix?: string | undefined;
}

/** The bits that `query` of runtime.cpp takes. */
function bitsOf({
  skin,
  hasList = true,
  hasPanel = true,
  hasResults = true,
  opensNewWindow = false,
  headingLevel = 2,
}: Look): number {
  return (
    (hasPanel ? 1 : 0) +
    (hasResults ? 256 : 0) +
    (skin === 'dsfr' ? 2 : 0) +
    (hasList ? 4 : 0) +
    (opensNewWindow ? 8 : 0) +
    16 * headingLevel
  );
}

/** An answer, read as far as a page needs; the rest is still in `wire` (see answer_wire.h). */
export interface EngineAnswer {
  /** Canonical query string, without `?`. */
  query: string;
  total: number;
  page: number;
  pages: number;
  /** This page's trainings, in order. */
  ids: string[];
  /** `''` when it was not asked for. */
  html: string;
  /** Code, key and value of each. */
  warnings: string[][];
  exits: number;
  hidden: number;
  wire: Wire;
}

export interface EngineCatalogue {
  /** As write_description of answer_wire.h sends it; to be read at once. */
  describe(): Wire;
  /** Without the text search the words of a query are left out of it. */
  query(queryString: string, pageSize: number, look?: Look): EngineAnswer;
  /** Brings the text search, once. Throws CatalogueError `engine-*`. */
  bringSearch(lang?: Lang): Promise<void>;
  /** The same, and readies it for this catalogue. */
  prepareText(): Promise<void>;
  close(): void;
}

/** By language: each has a wasm of its own, with its words. */
let running: Partial<Record<Lang, Promise<Runtime>>> = {};
/** The text search, compiled. Each engine has an instance of its own, over its memory. */
let searchModule: Promise<WebAssembly.Module> | undefined;
let openCount = 0;
let largestBytes = 0;

/** Starts the engine before it is needed. Costs its download, once. */
export async function prepareEngine(lang: Lang = 'fr'): Promise<void> {
  await runtime(lang);
}

/** Fetches the text search before it is needed; for an engine that may still be on its way. */
export async function prepareSearch(lang: Lang = 'fr'): Promise<void> {
  await compiledSearch(lang);
}

/** Opens a catalogue in slices, so that the page stays responsive. Throws CatalogueError. */
export async function openInEngine(bytes: Uint8Array, lang: Lang): Promise<EngineCatalogue> {
  const engine = await runtime(lang);
  openCount += 1;
  try {
    return new OpenCatalogue(engine, await load(engine, bytes, lang), bytes.length);
  } catch (error) {
    release(bytes.length);
    throw error;
  }
}

async function load(engine: Runtime, bytes: Uint8Array, lang: Lang): Promise<number> {
  engine.bytes = bytes;
  const number = engine.open(bytes.length, lang === 'en');
  if (!number) throw new CatalogueError('too-large', '', '', lang);
  const state = await inSlices(() => engine.read(number, kTrainingsPerStep));
  if (state !== kRefused) return number;
  engine.describe(number);
  engine.close(number);
  throw new CatalogueError(said.word(), said.word(), said.word(), lang);
}

/** Repeats a step while it gives kMore, leaving the thread to others in between. */
async function inSlices(step: () => number): Promise<number> {
  for (;;) {
    const end = performance.now() + kSliceMs;
    let state;
    do state = step();
    while (state === kMore && performance.now() < end);
    if (state !== kMore) return state;
    await nextTask();
  }
}

/** A new task, without the four milliseconds that nested timers wait. */
function nextTask(): Promise<void> {
  if (typeof setImmediate === 'function')
    return new Promise((resolve) => {
      setImmediate(resolve);
    });
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const shortWords = new Uint8Array(1024);

/** UTF-8; what is short stays until the next call, and takes a fraction of the time that a buffer of its own would. */
function encode(words: string): Uint8Array {
  if (3 * words.length > shortWords.length) return encoder.encode(words);
  return shortWords.subarray(0, encoder.encodeInto(words, shortWords).written);
}

/** What the engine said last. */
let said: Wire;

function listen(memory: Uint32Array, index: number, text: Uint8Array): void {
  said = new Wire(memory, index, decoder.decode(text).split('\0'));
}

function readAnswer(wire: Wire): EngineAnswer {
  const [total, page, pages, ids] = [wire.number(), wire.number(), wire.number(), wire.number()];
  const warnings = wire.number();
  return {
    total,
    page,
    pages,
    wire,
    exits: wire.number(),
    hidden: wire.number(),
    html: wire.word(),
    query: wire.word(),
    ids: wire.words(ids),
    warnings: warnings ? Array.from({ length: warnings }, () => wire.words(3)) : [],
  };
}

class OpenCatalogue implements EngineCatalogue {
  readonly #engine: Runtime;
  readonly #size: number;
  #number: number;

  constructor(engine: Runtime, number: number, size: number) {
    this.#engine = engine;
    this.#size = size;
    this.#number = number;
  }

  describe(): Wire {
    this.#engine.describe(this.#number);
    return said;
  }

  query(queryString: string, pageSize: number, look?: Look): EngineAnswer {
    if (!this.#number) throw new CatalogueError('closed');
    const prefix = look ? (look.idPrefix ?? kIdPrefix) : '';
    const prefixSize = prefix && encode(prefix).length;
    const bytes = encode(queryString + prefix);
    this.#engine.bytes = bytes;
    this.#engine.query(
      this.#number,
      bytes.length,
      +prefixSize,
      pageSize,
      (look ? bitsOf(look) : 0) + (this.#engine.hasSearch ? kHasSearch : 0),
    );
    return readAnswer(said);
  }

  async bringSearch(lang: Lang = 'fr'): Promise<void> {
    if (this.#engine.hasSearch) return;
    await WebAssembly.instantiate(await compiledSearch(lang), { a: this.#engine.exports });
    this.#engine.hasSearch = true;
  }

  async prepareText(): Promise<void> {
    await this.bringSearch();
    const step = () => (!this.#number || this.#engine.prepareText(this.#number, kTrainingsPerStep) ? 1 : kMore);
    await inSlices(step);
  }

  close(): void {
    if (!this.#number) return;
    this.#engine.close(this.#number);
    this.#number = 0;
    release(this.#size);
  }
}

/** Memory of WebAssembly grows and never shrinks: after a large catalogue the whole engine is let go. */
function release(size: number): void {
  openCount -= 1;
  largestBytes = Math.max(largestBytes, size);
  if (openCount > 0 || largestBytes <= kKeptBytes) return;
  running = {};
  largestBytes = 0;
}

async function runtime(lang: Lang): Promise<Runtime> {
  running[lang] ??= startRuntime(lang);
  try {
    return await running[lang];
  } catch (error) {
    delete running[lang];
    throw error;
  }
}

async function startRuntime(lang: Lang): Promise<Runtime> {
  const engine: Runtime = await startPart(runtimeFiles[lang === 'en' ? 'en' : 'fr'], lang, (wasm) => start({ wasm }));
  engine.answer = listen;
  return engine;
}

/** One that did not come is asked for again at the next search. */
function compiledSearch(lang: Lang): Promise<WebAssembly.Module> {
  searchModule ??= startPart(searchFile, lang, WebAssembly.compile);
  searchModule.catch(() => {
    searchModule = undefined;
  });
  return searchModule;
}

/** What `begin` makes of a built file. Throws CatalogueError `engine-*`. */
async function startPart<Part>(
  file: BuiltFile,
  lang: Lang,
  begin: (wasm: BufferSource) => Promise<Part>,
): Promise<Part> {
  const refusal = (code: string) => (cause: Error) => {
    throw new CatalogueError(code, '', String(cause?.message ?? ''), lang, { cause });
  };
  const wasm = await wasmBytes(file).catch(refusal('engine-unreachable'));
  return begin(wasm).catch(refusal('engine-refused'));
}

async function wasmBytes({ file, integrity }: BuiltFile): Promise<BufferSource> {
  const url = new URL(file, import.meta.url);
  if (url.protocol === 'file:') {
    // Node. A name that bundlers for browsers do not follow.
    const files = 'node:fs/promises';
    return (await import(files)).readFile(url);
  }
  return (await fetchFile(url.href, { integrity })).bytes;
}
