// SPDX-License-Identifier: MIT
// The WebAssembly engine: opens catalogues in slices and asks them queries. The only place that knows its memory.
import flagOf from '../../wasm/bindings/query_flags.json';
import { readAnswer, readRefusal } from './answer-wire.js';
import type { EngineAnswer } from './answer-wire.js';
import { CatalogueError } from './catalogue-error.js';
import type { Lang } from './catalogue-error.js';
import { startRuntime } from './runtime.js';
import type { BringBytes, Runtime } from './runtime.js';
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
  /** Start of every id. Default `catalogue-`. */
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

/** One WebAssembly instance for all catalogues of a page, whatever their language. */
export class Engine {
  readonly #bringBytes: BringBytes;
  #running: Promise<Runtime> | undefined;
  #openCount = 0;
  #largestBytes = 0;

  /** `bringBytes` gets the module when it is first wanted. */
  constructor(bringBytes: BringBytes) {
    this.#bringBytes = bringBytes;
  }

  /** Starts the engine before it is needed; one that did not start may be tried again. Throws CatalogueError. */
  start(): Promise<Runtime> {
    this.#running ??= startRuntime(this.#bringBytes).catch((error: Error) => {
      this.#running = undefined;
      throw error;
    });
    return this.#running;
  }

  /** Opens a catalogue in slices, so that the page stays responsive. `lang`: of its labels. Throws CatalogueError. */
  async open(bytes: Uint8Array, lang: Lang): Promise<EngineCatalogue> {
    const runtime = await this.start();
    const release = (): void => this.#release(bytes.length);
    this.#openCount += 1;
    try {
      return new OpenCatalogue(runtime, await load(runtime, bytes, lang), release);
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Memory of WebAssembly grows and never shrinks: after a large catalogue the whole instance is let go. */
  #release(size: number): void {
    this.#openCount -= 1;
    this.#largestBytes = Math.max(this.#largestBytes, size);
    if (this.#openCount > 0 || this.#largestBytes <= kKeptBytes) return;
    this.#running = undefined;
    this.#largestBytes = 0;
  }
}

async function load(runtime: Runtime, bytes: Uint8Array, lang: Lang): Promise<number> {
  if (!give(runtime, bytes)) throw new CatalogueError('too-large');
  const catalogue = runtime.open(lang === 'en');
  const state = await inSlices(() => runtime.read(catalogue, kTrainingsPerStep));
  if (state !== kRefused) return catalogue;
  const { code, where, detail } = readRefusal(messageAt(runtime, runtime.describe(catalogue)));
  runtime.close(catalogue);
  throw new CatalogueError(code, where, detail);
}

/** Copies to where the next call reads; false when memory lacks. */
function give(runtime: Runtime, bytes: Uint8Array): boolean {
  const address = bytes.length < kMostBytes ? runtime.input(bytes.length) : 0;
  if (address) new Uint8Array(runtime.memory.buffer).set(bytes, address);
  return address !== 0;
}

const messageAt = (runtime: Runtime, address: number): Wire => new Wire(runtime.memory.buffer, address);

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
const shortText = new Uint8Array(1024);

/** UTF-8. A short text stays until the next call: that takes a fraction of the time of a buffer of its own. */
function encode(text: string): Uint8Array {
  if (3 * text.length > shortText.length) return encoder.encode(text);
  return shortText.subarray(0, encoder.encodeInto(text, shortText).written);
}

class OpenCatalogue implements EngineCatalogue {
  readonly #runtime: Runtime;
  readonly #release: () => void;
  #number: number;

  constructor(runtime: Runtime, number: number, release: () => void) {
    this.#runtime = runtime;
    this.#release = release;
    this.#number = number;
  }

  describe(): Wire {
    return messageAt(this.#runtime, this.#runtime.describe(this.#number));
  }

  query(queryString: string, pageSize: number, look?: TextAsked): EngineAnswer {
    if (!this.#number) throw new CatalogueError('closed');
    const prefix = look?.idPrefix ?? '';
    const prefixSize = prefix ? encode(prefix).length : 0;
    if (!give(this.#runtime, encode(queryString + prefix))) throw new CatalogueError('too-large');
    const level = look?.headingLevel ?? kHeadingLevel;
    const flags = look ? flagsOf(look) : 0;
    return readAnswer(messageAt(this.#runtime, this.#runtime.query(this.#number, prefixSize, pageSize, level, flags)));
  }

  async prepareText(): Promise<void> {
    await inSlices(() => (!this.#number || this.#runtime.prepareText(this.#number, kTrainingsPerStep) ? 1 : kMore));
  }

  close(): void {
    if (!this.#number) return;
    this.#runtime.close(this.#number);
    this.#number = 0;
    this.#release();
  }
}
