// SPDX-License-Identifier: MIT
// A catalogue in parts: brings what a query needs, then answers as a whole one does.
import { readAnswer, readDescription, readRefusal } from './answer-wire.js';
import type { EngineAnswer } from './answer-wire.js';
import { CatalogueError } from './catalogue-error.js';
import type { Lang } from './catalogue-error.js';
import { callQuery, inSlices, messageAt, writeInput } from './engine.js';
import type { EngineCatalogue, TextOptions } from './engine.js';
import { rowsWith } from './id-hashes.js';
import { PartFiles } from './part-files.js';
import type { LoadFile } from './part-files.js';
import { startRuntime } from './runtime.js';
import type { LoadBytes, PartsRuntime } from './runtime.js';
import type { Wire } from './wire.js';

/** Parts by number: wasm/src/parts/part_numbers.h. */
const kHead = 0;
const kWords = 2;
const kFirstBlock = 5;
const kRefused = 2;
/** Columns, order and words; postings; groups and the blocks of the page. One more for a correction's postings. */
const kMostRounds = 5;
/** The columns of so many, 5.3 bytes each, come within a second at 512 kbit/s, with a sixth to spare. */
const kTrainingsPerSecond = 10_000;

/** The modules and files of a catalogue. */
export interface PartsSource {
  /** Address of `catalogue.parts`. */
  url: URL;
  lang: Lang;
  loadWasm: LoadBytes;
  loadFile: LoadFile;
  /** Loads the index again, not from a cache. */
  reloadIndex: () => Promise<Uint8Array>;
  /** Called when the engine has stopped: the catalogue is of no use any more. */
  onTrap: () => void;
}

/** One deployment of the catalogue, in the core's memory. */
class Opened {
  /** Parts that are there or on their way. A part that failed is asked for again. */
  readonly #parts = new Map<number, Promise<void>>();
  /** The core reads one part at a time. */
  #reading: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  private constructor(
    readonly runtime: PartsRuntime,
    readonly number: number,
    readonly files: PartFiles,
  ) {}

  /** Throws CatalogueError. */
  static async of(runtime: PartsRuntime, index: Uint8Array, { url, lang, loadFile }: PartsSource): Promise<Opened> {
    const files = new PartFiles(index, url, loadFile);
    const opened = new Opened(runtime, runtime.open(lang === 'en'), files);
    try {
      await opened.bring([kHead]);
      const { size } = readDescription(messageAt(runtime, runtime.describe(opened.number)));
      files.seconds += Math.floor(size / kTrainingsPerSecond);
      // The first page needs no more.
      if (files.has(kFirstBlock)) await opened.bring([kFirstBlock]);
    } catch (error) {
      opened.close();
      throw error;
    }
    return opened;
  }

  /** Throws LoadFailure or CatalogueError. */
  async bring(numbers: readonly number[]): Promise<void> {
    await Promise.all(numbers.map((number) => this.#bringOne(number)));
  }

  #bringOne(number: number): Promise<void> {
    const known = this.#parts.get(number);
    if (known) return known;
    const coming = this.files.load(number).then((bytes) => {
      const read = this.#reading.then(() => this.#read(number, bytes));
      this.#reading = read.catch(() => undefined);
      return read;
    });
    this.#parts.set(number, coming);
    coming.catch(() => this.#parts.delete(number));
    return coming;
  }

  async #read(number: number, bytes: Uint8Array): Promise<void> {
    const { runtime } = this;
    if (this.#isClosed) throw new CatalogueError('closed');
    if (!writeInput(runtime, bytes)) throw new CatalogueError('too-large', String(number));
    runtime.add(this.number, number);
    if ((await inSlices(() => runtime.read(this.number, 0))) !== kRefused) return;
    const { code, where, detail } = readRefusal(messageAt(runtime, runtime.describe(this.number)));
    throw new CatalogueError(code, where, detail);
  }

  missing(): number[] {
    return messageAt(this.runtime, this.runtime.missing(this.number)).list((wire) => wire.number());
  }

  /** Once the part that is being read, in slices, has been read. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#reading.then(() => this.runtime.close(this.number));
  }
}

/**
 * Failures that a deployment in between explains: parts of the old one are gone, or a host gives something else. By name: a
 * LoadFailure may be that of another bundle.
 */
const isOfAnotherDeployment = (error: unknown): boolean =>
  error instanceof CatalogueError
    ? /^(invalid-part|parts-disagree)$/.test(error.code)
    : (error as Error).name === 'LoadFailure';

export class PartsCatalogue implements EngineCatalogue {
  readonly #source: PartsSource;
  #opened: Opened;
  #reopening: Promise<boolean> | undefined;
  #isClosed = false;

  private constructor(source: PartsSource, opened: Opened) {
    this.#source = source;
    this.#opened = opened;
  }

  /** `index`: the bytes of `catalogue.parts`. Throws CatalogueError. */
  static async open(index: Uint8Array, source: PartsSource): Promise<PartsCatalogue> {
    const runtime = await startRuntime<PartsRuntime>(source.loadWasm, source.onTrap);
    return new PartsCatalogue(source, await Opened.of(runtime, index, source));
  }

  describe(): Wire {
    const { runtime, number } = this.#opened;
    return messageAt(runtime, runtime.describe(number));
  }

  /** Throws CatalogueError `parts-missing` for what `prepare` has not brought. */
  query(queryString: string, pageSize: number, options?: TextOptions): EngineAnswer {
    const address = this.#ask(queryString, pageSize, options);
    if (!address) throw new CatalogueError('parts-missing', '', queryString);
    return readAnswer(messageAt(this.#opened.runtime, address));
  }

  #ask(queryString: string, pageSize: number, options?: TextOptions): number {
    if (this.#isClosed) throw new CatalogueError('closed');
    return callQuery(this.#opened.runtime, this.#opened.number, queryString, pageSize, options);
  }

  /**
   * Brings the parts that `query` needs, round by round until `isOver`. Throws LoadFailure for those that did not come: the
   * next call tries again. When a deployment in between has changed the catalogue, opens the new one.
   */
  async prepare(queryString: string, pageSize: number, isOver?: () => boolean): Promise<void> {
    await this.#withCurrent(() => this.#bringFor(queryString, pageSize, isOver));
  }

  async prepareText(): Promise<void> {
    await this.#withCurrent(() => this.#opened.bring([kWords]));
  }

  /** Throws as `prepare` does. */
  async rowsWith(ids: readonly string[]): Promise<number[]> {
    let rows: number[] = [];
    await this.#withCurrent(async () => {
      rows = rowsWith(await this.#opened.files.load(this.#opened.files.last), ids);
    });
    return rows;
  }

  async #bringFor(queryString: string, pageSize: number, isOver?: () => boolean): Promise<void> {
    for (let round = 0; round < kMostRounds; round += 1) {
      if (isOver?.() || this.#ask(queryString, pageSize)) return;
      await this.#opened.bring(this.#opened.missing());
    }
    throw new CatalogueError('parts-disagree');
  }

  async #withCurrent(bring: () => Promise<void>): Promise<void> {
    const opened = this.#opened;
    try {
      await bring();
    } catch (error) {
      const isReopened = opened !== this.#opened || (isOfAnotherDeployment(error) && (await this.#reopenOnce()));
      if (this.#isClosed || !isReopened) throw error;
      await bring();
    }
  }

  /** Once for all questions that failed meanwhile. */
  #reopenOnce(): Promise<boolean> {
    this.#reopening ??= this.#reopen().finally(() => {
      this.#reopening = undefined;
    });
    return this.#reopening;
  }

  /** Opens the catalogue of the index that the host has now. False when it is the same, or cannot be had. */
  async #reopen(): Promise<boolean> {
    const old = this.#opened;
    const index = await this.#source.reloadIndex().catch(() => undefined);
    if (!index || index.join() === old.files.indexBytes.join()) return false;
    const opened = await Opened.of(old.runtime, index, this.#source).catch(() => undefined);
    if (!opened) return false;
    this.#opened = opened;
    old.close();
    if (this.#isClosed) opened.close();
    return true;
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#opened.close();
  }
}
