// SPDX-License-Identifier: MIT
// Brings the parts of a catalogue, from its index or from their files.
import { CatalogueError } from './catalogue-error.js';
import { nextTask } from './engine.js';
import { kPatienceSeconds } from './fetch-file.js';
import { branchBytes, rootOf } from './hash-tree.js';
import { LoadFailure } from './load-failure.js';
import { fileOf, folderOf, hexOf, readIndex } from './parts-index.js';
import type { PartsIndex } from './parts-index.js';

/** The bytes at an address, within `seconds`. Throws LoadFailure. */
export type LoadFile = (url: URL, seconds: number) => Promise<Uint8Array>;

export class PartFiles {
  readonly #index: PartsIndex;
  readonly #url: URL;
  readonly #loadFile: LoadFile;
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

  /** The number of the last part. */
  get last(): number {
    return this.#index.count - 1;
  }

  /** Whether the index has the part in itself. */
  has(part: number): boolean {
    return this.#index.inlined.has(part);
  }

  /** Throws LoadFailure, or CatalogueError `parts-disagree` for a part that the index does not know. */
  async load(part: number): Promise<Uint8Array> {
    const { count, inlined, root } = this.#index;
    const known = inlined.get(part);
    if (known) return known;
    if (part >= count) throw new CatalogueError('parts-disagree', String(part));
    const url = new URL(`${folderOf(root)}/${fileOf(part)}`, this.#url);
    // Each request is a task of its own: twenty in one are felt on an old phone.
    await nextTask();
    const file = await this.#loadFile(url, this.seconds);
    const end = Math.max(0, file.length - branchBytes(count));
    const bytes = file.subarray(0, end);
    if (await isOfTree(bytes, part, file.subarray(end), root)) return bytes;
    throw new LoadFailure('integrity', url.href, hexOf(root));
  }
}

/** Browsers hash nothing on a page without TLS, where whoever changes a part could change the page. */
const isOfTree = async (bytes: Uint8Array, part: number, branch: Uint8Array, root: Uint8Array): Promise<boolean> =>
  !globalThis.crypto?.subtle || hexOf(await rootOf(bytes, part, branch)) === hexOf(root);
