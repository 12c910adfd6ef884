// SPDX-License-Identifier: MIT
// Brings the parts of a catalogue, from its index or from their files.
import { CatalogueError } from './catalogue-error.js';
import { fileOf, hashIn, readIndex } from './parts-index.js';
import type { PartsIndex } from './parts-index.js';

/** The part of hashes: wasm/src/parts/part_numbers.h. */
const kHashes = 1;

/** The bytes at an address, if `integrity` (`sha256-…`) is given only those with this hash. Throws LoadFailure. */
export type LoadFile = (url: URL, integrity?: string) => Promise<Uint8Array>;

export class PartFiles {
  readonly #index: PartsIndex;
  readonly #url: URL;
  readonly #loadFile: LoadFile;
  #hashes: Promise<Uint8Array> | undefined;

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
  has(number: number): boolean {
    return this.#index.inlined.has(number);
  }

  /** Throws LoadFailure, or CatalogueError `parts-disagree` for a part that the index does not know. */
  async load(number: number): Promise<Uint8Array> {
    const inlined = this.#index.inlined.get(number);
    if (inlined) return inlined;
    const hash = hashIn(this.#index.hashes, number) ?? hashIn(await this.#allHashes(), number);
    if (!hash) throw new CatalogueError('parts-disagree', String(number));
    const { path, integrity } = fileOf(hash);
    return this.#loadFile(new URL(path, this.#url), integrity);
  }

  /** Loaded once; after a failure, again. */
  #allHashes(): Promise<Uint8Array> {
    if (!hashIn(this.#index.hashes, kHashes) && !this.has(kHashes)) return Promise.resolve(this.#index.hashes);
    this.#hashes ??= this.load(kHashes);
    this.#hashes.catch(() => {
      this.#hashes = undefined;
    });
    return this.#hashes;
  }
}
