// SPDX-License-Identifier: MIT
// Brings the parts of a catalogue, from its index or from their files.
import { CatalogueError } from './catalogue-error.js';
import { kPatienceSeconds } from './fetch-file.js';
import { fileOf, hashAt, placeOf, readIndex } from './parts-index.js';
import type { PartsIndex } from './parts-index.js';

/** The bytes at an address with this hash (`sha256-…`), within `seconds`. Throws LoadFailure. */
export type LoadFile = (url: URL, integrity: string, seconds: number) => Promise<Uint8Array>;

export class PartFiles {
  readonly #index: PartsIndex;
  readonly #url: URL;
  readonly #loadFile: LoadFile;
  /** Pages of hashes that are there or on their way. */
  readonly #pages = new Map<number, Promise<Uint8Array>>();
  /** Time limit of each file. */
  seconds = kPatienceSeconds;

  /** `index`: the bytes at `url`. Throws CatalogueError `invalid-index`. */
  constructor(
    readonly indexBytes: Uint8Array,
    url: URL,
    loadFile: LoadFile,
  ) {
    this.#index = readIndex(indexBytes);
    this.#url = url;
    this.#loadFile = loadFile;
  }

  /** Whether the index has the part in itself. */
  has(part: number): boolean {
    return part < this.#index.count && this.#index.inlined.has(part);
  }

  /** Throws LoadFailure, or CatalogueError `parts-disagree` for a part that the index does not know. */
  async load(part: number): Promise<Uint8Array> {
    const inlined = this.#index.inlined.get(part);
    if (inlined) return inlined;
    const { page, place } = placeOf(part);
    return this.#loadHashed(hashAt(await this.#page(page), place), part);
  }

  /** Loaded once; after a failure, again. */
  #page(page: number): Promise<Uint8Array> {
    const known = this.#pages.get(page);
    if (known) return known;
    const { count, inlined, pages } = this.#index;
    const inIndex = inlined.get(count + page);
    const loading = inIndex ? Promise.resolve(inIndex) : this.#loadHashed(hashAt(pages, page), count + page);
    this.#pages.set(page, loading);
    loading.catch(() => this.#pages.delete(page));
    return loading;
  }

  async #loadHashed(hash: Uint8Array | undefined, part: number): Promise<Uint8Array> {
    if (!hash) throw new CatalogueError('parts-disagree', String(part));
    const { path, integrity } = fileOf(hash);
    return this.#loadFile(new URL(path, this.#url), integrity, this.seconds);
  }
}
