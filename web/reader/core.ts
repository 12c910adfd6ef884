// SPDX-License-Identifier: MIT
// The core's reader of words, for pages without a build (wasm/bindings/reader.cpp).
import readerFile from 'catalogue:reader-wasm';
import type { Normalised } from '../compiler/types.js';
import { startModule } from '../core/start-module.js';
import { wellFormedJson } from '../core/well-formed.js';
import { Wire } from '../core/wire.js';
import type { RawRecords } from '../extract/records.js';

interface ReaderModule {
  memory: WebAssembly.Memory;
  /** Address for the bytes that the next call reads; 0 when memory is full. */
  input(size: number): number;
  /** Address of a message with one text: see Wire. */
  readList(): number;
}

/** The bytes of a built file, verified. */
export type LoadFile = (file: BuiltFile) => Promise<BufferSource>;

let started: Promise<ReaderModule> | undefined;

/** The catalogue of raw records, with what an editor should know of them. Throws CatalogueError. */
export async function normalise(raw: RawRecords, loadFile: LoadFile): Promise<Normalised> {
  started ??= startModule<ReaderModule>(() => loadFile(readerFile));
  started.catch(() => (started = undefined));
  const { memory, input, readList } = await started;
  const bytes = new TextEncoder().encode(wellFormedJson(raw));
  const address = input(bytes.length);
  new Uint8Array(memory.buffer).set(bytes, address);
  const message = readList();
  return JSON.parse(new Wire(memory.buffer, message).text()) as Normalised;
}
