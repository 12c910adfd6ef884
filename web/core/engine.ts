// SPDX-License-Identifier: MIT
// The WebAssembly engine: opens catalogues in slices and queries them. The only file that touches its memory.
import flagOf from '../../wasm/bindings/query_flags.json';
import { readAnswer, readRefusal } from './answer-wire.js';
import type { EngineAnswer } from './answer-wire.js';
import { CatalogueError } from './catalogue-error.js';
import type { Lang } from './catalogue-error.js';
import { startRuntime } from './runtime.js';
import type { AnyRuntime, LoadBytes, Runtime } from './runtime.js';
import { Wire } from './wire.js';

export type { EngineAnswer };

/** Results of `read`. */
const kMore = 0;
const kRefused = 2;

const kTrainingsPerStep = 32;
/** On a processor four times slower, a task of this length stays under 50 ms. */
const kSliceMs = 8;
/** After a catalogue larger than this, the engine is not reused. */
const kKeptBytes = 32 * 1024 * 1024;

const kHeadingLevel = 2;
/** Addresses are signed 32-bit numbers. */
const kMaxBytes = 2 ** 31;

/** Which HTML an answer holds: panel, list, results (status, chips, exits, pages), all by default; and how it is written. */
export interface HtmlOptions {
  skin?: 'neutral' | 'dsfr' | undefined;
  hasList?: boolean | undefined;
  hasPanel?: boolean | undefined;
  hasResults?: boolean | undefined;
  opensNewWindow?: boolean | undefined;
  /** Heading level of a training's title, 1 to 6. Default 2. */
  headingLevel?: number | undefined;
  /** Prefix of every id. Default `catalogue-`. */
  idPrefix?: string | undefined;
}

/** What an answer brings: HTML, or with `hasTrainings` the trainings of its page. */
export interface TextOptions extends HtmlOptions {
  hasTrainings?: boolean;
}

/** Flags of `query`. */
function flagsOf({
  skin,
  hasList = true,
  hasPanel = true,
  hasResults = true,
  opensNewWindow,
  hasTrainings,
}: TextOptions): number {
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
  /** Read it with readDescription before the next call. */
  describe(): Wire;
  /** `pageSize`: 1 to 1000. Without `options` the answer has no text. */
  query(queryString: string, pageSize: number, options?: TextOptions): EngineAnswer;
  /** Builds the index of the text search in slices, once. */
  prepareText(): Promise<void>;
  /**
   * What a query needs: of a whole catalogue the index of words, if it searches, and undefined where nothing is; of one in
   * parts, those that `query` needs to answer it.
   */
  prepare(queryString: string, pageSize: number): Promise<void> | undefined;
  /** Of a catalogue in parts: the rows, from 0, that trainings with these ids may have, and few others. */
  rowsWith?(ids: readonly string[]): Promise<number[]>;
  close(): void;
}

/** One WebAssembly instance for all catalogues of a page, in any language. */
export class Engine {
  readonly #loadBytes: LoadBytes;
  readonly #onTrap: () => void;
  #running: Promise<Runtime> | undefined;
  #openCount = 0;
  #largestBytes = 0;

  /** `loadBytes` fetches the module at first use. `onTrap`: called when all open catalogues have become useless. */
  constructor(loadBytes: LoadBytes, onTrap = (): void => undefined) {
    this.#loadBytes = loadBytes;
    this.#onTrap = onTrap;
  }

  /** Starts the engine, once. Can be called again after a failure. Throws CatalogueError. */
  start(): Promise<Runtime> {
    const forget = (): void => {
      this.#running = undefined;
    };
    const onTrap = (): void => {
      forget();
      this.#onTrap();
    };
    this.#running ??= startRuntime<Runtime>(this.#loadBytes, onTrap);
    this.#running.catch(forget);
    return this.#running;
  }

  /** Reads a catalogue in slices, so that the page stays responsive. `lang`: of its labels. Throws CatalogueError. */
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

  /** WebAssembly memory never shrinks: after a large catalogue the instance is dropped. */
  #release(size: number): void {
    this.#openCount -= 1;
    this.#largestBytes = Math.max(this.#largestBytes, size);
    if (this.#openCount > 0 || this.#largestBytes <= kKeptBytes) return;
    this.#running = undefined;
    this.#largestBytes = 0;
  }
}

async function load(runtime: Runtime, bytes: Uint8Array, lang: Lang): Promise<number> {
  if (!writeInput(runtime, bytes)) throw new CatalogueError('too-large');
  const catalogue = runtime.open(lang === 'en');
  const state = await inSlices(() => runtime.read(catalogue, kTrainingsPerStep));
  if (state !== kRefused) return catalogue;
  const { code, where, detail } = readRefusal(messageAt(runtime, runtime.describe(catalogue)));
  runtime.close(catalogue);
  throw new CatalogueError(code, where, detail);
}

/** Copies the input of the next call into the engine's memory; false if memory is full. */
export function writeInput(runtime: AnyRuntime, bytes: Uint8Array): boolean {
  const address = bytes.length < kMaxBytes ? runtime.input(bytes.length) : 0;
  if (address) new Uint8Array(runtime.memory.buffer).set(bytes, address);
  return address !== 0;
}

export const messageAt = (runtime: AnyRuntime, address: number): Wire => new Wire(runtime.memory.buffer, address);

/** Repeats `step` while it returns kMore, in short tasks. */
export async function inSlices(step: () => number): Promise<number> {
  for (;;) {
    const end = performance.now() + kSliceMs;
    let state: number;
    do state = step();
    while (state === kMore && performance.now() < end);
    if (state !== kMore) return state;
    await nextTask();
  }
}

/** Waits for a new task. A timer would wait four milliseconds when nested. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

const hasText = (queryString: string): boolean => /(^|[?&])q=/.test(queryString);

const encoder = new TextEncoder();
const shortText = new Uint8Array(1024);

/** UTF-8. A short text shares one buffer until the next call, seven times faster than allocating its own. */
function encode(text: string): Uint8Array {
  if (3 * text.length > shortText.length) return encoder.encode(text);
  return shortText.subarray(0, encoder.encodeInto(text, shortText).written);
}

/** The address of the answer's message. */
export function callQuery(
  runtime: AnyRuntime,
  catalogue: number,
  queryString: string,
  pageSize: number,
  options?: TextOptions,
): number {
  const prefix = options?.idPrefix ?? '';
  const prefixSize = prefix ? encode(prefix).length : 0;
  if (!writeInput(runtime, encode(queryString + prefix))) throw new CatalogueError('too-large');
  const level = options?.headingLevel ?? kHeadingLevel;
  return runtime.query(catalogue, prefixSize, pageSize, level, options ? flagsOf(options) : 0);
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

  query(queryString: string, pageSize: number, options?: TextOptions): EngineAnswer {
    if (!this.#number) throw new CatalogueError('closed');
    return readAnswer(messageAt(this.#runtime, callQuery(this.#runtime, this.#number, queryString, pageSize, options)));
  }

  prepare(queryString: string): Promise<void> | undefined {
    return hasText(queryString) ? this.prepareText() : undefined;
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
