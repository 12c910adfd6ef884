// SPDX-License-Identifier: MIT
// The WebAssembly engine: opens catalogues in slices and asks them queries. The only place that knows its memory.
import flagOf from '../../wasm/bindings/query_flags.json';
import { CatalogueError } from './errors.js';
import type { Lang } from './errors.js';
import { readAnswer, readRefusal } from './answer-wire.js';
import type { EngineAnswer } from './answer-wire.js';
import { startRuntime } from './runtime.js';
import type { Runtime } from './runtime.js';
import { Wire } from './wire.js';

export type { EngineAnswer };

/** States that `read` gives. */
const kMore = 0;
const kRefused = 2;

const kTrainingsPerStep = 32;
/** A task of this length stays under 50 ms on a processor four times slower. */
const kSliceMs = 8;
/** The largest catalogue whose memory is kept for the next one. */
const kKeptBytes = 32 * 1024 * 1024;

const kIdPrefix = 'catalogue-';
const kHeadingLevel = 2;
/** Bytes that an address of 32 bits with a sign can tell. */
const kMostBytes = 2 ** 31;

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

/** What an answer holds as a text: HTML, or the trainings of its page as JSON and no HTML. */
export interface TextAsked extends Look {
  hasTrainings?: boolean;
}

/** Flags of `query`: none for an answer without a text. */
function flagsOf({
  skin,
  hasList = true,
  hasPanel = true,
  hasResults = true,
  opensNewWindow,
  hasTrainings,
}: TextAsked): number {
  if (hasTrainings) return flagOf.hasTrainings;
  return (
    (hasPanel ? flagOf.hasPanel : 0) +
    (hasResults ? flagOf.hasResults : 0) +
    (hasList ? flagOf.hasList : 0) +
    (skin === 'dsfr' ? flagOf.isDsfr : 0) +
    (opensNewWindow ? flagOf.opensNewWindow : 0)
  );
}

export interface EngineCatalogue {
  /** For readDescription, at once. */
  describe(): Wire;
  /** `pageSize`: 1 to 1000. Without a `look` there is no text. */
  query(queryString: string, pageSize: number, look?: TextAsked): EngineAnswer;
  /** Indexes the words in slices; at once where that is done. */
  prepareText(): Promise<void>;
  close(): void;
}

let running: Promise<Runtime> | undefined;
let openCount = 0;
let largestBytes = 0;

/** Starts the engine before it is needed. Costs its download, once. Throws CatalogueError, its sentence in `lang`. */
export async function prepareEngine(lang: Lang = 'fr'): Promise<void> {
  await runtime(lang);
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
  if (!give(engine, bytes)) throw new CatalogueError('too-large', '', '', lang);
  const catalogue = engine.open(lang === 'en');
  const state = await inSlices(() => engine.read(catalogue, kTrainingsPerStep));
  if (state !== kRefused) return catalogue;
  const { code, where, detail } = readRefusal(messageAt(engine, engine.describe(catalogue)));
  engine.close(catalogue);
  throw new CatalogueError(code, where, detail, lang);
}

/** Copies to where the next call reads; false when memory lacks. */
function give(engine: Runtime, bytes: Uint8Array): boolean {
  const address = bytes.length < kMostBytes ? engine.input(bytes.length) : 0;
  if (address) new Uint8Array(engine.memory.buffer).set(bytes, address);
  return address !== 0;
}

const messageAt = (engine: Runtime, address: number): Wire => new Wire(engine.memory.buffer, address);

/** Repeats a step while it gives kMore, leaving the thread to others in between. */
async function inSlices(step: () => number): Promise<number> {
  for (;;) {
    const end = performance.now() + kSliceMs;
    let state: number;
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
const shortWords = new Uint8Array(1024);

/** UTF-8; what is short stays until the next call, and takes a fraction of the time that a buffer of its own would. */
function encode(words: string): Uint8Array {
  if (3 * words.length > shortWords.length) return encoder.encode(words);
  return shortWords.subarray(0, encoder.encodeInto(words, shortWords).written);
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
    return messageAt(this.#engine, this.#engine.describe(this.#number));
  }

  query(queryString: string, pageSize: number, look?: TextAsked): EngineAnswer {
    if (!this.#number) throw new CatalogueError('closed');
    const prefix = look ? (look.idPrefix ?? kIdPrefix) : '';
    const prefixSize = prefix ? encode(prefix).length : 0;
    if (!give(this.#engine, encode(queryString + prefix))) throw new CatalogueError('too-large');
    const level = look?.headingLevel ?? kHeadingLevel;
    const flags = look ? flagsOf(look) : 0;
    return readAnswer(messageAt(this.#engine, this.#engine.query(this.#number, prefixSize, pageSize, level, flags)));
  }

  async prepareText(): Promise<void> {
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
  running = undefined;
  largestBytes = 0;
}

/** One for all catalogues, whatever their language; one that did not start may be tried again. */
function runtime(lang: Lang): Promise<Runtime> {
  running ??= startRuntime(lang).catch((error: Error) => {
    running = undefined;
    throw error;
  });
  return running;
}
