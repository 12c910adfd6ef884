// SPDX-License-Identifier: MIT
// Starts the WebAssembly module of visitors. It imports nothing: no glue stands between it and its callers.
import runtimeFile from 'catalogue:runtime-wasm';
import { CatalogueError } from './errors.js';
import type { Lang } from './errors.js';
import { fetchFile } from './fetch-file.js';

/** What wasm/bindings/runtime.cpp exports. `catalogue` is what `open` gave; addresses are below 2 GiB, 0 is none. */
export interface Runtime {
  memory: WebAssembly.Memory;
  /** Address for the bytes that the next call reads. */
  input(size: number): number;
  open(isEnglish: boolean): number;
  read(catalogue: number, trainings: number): number;
  /** Address of a message: see Wire. */
  describe(catalogue: number): number;
  /** The same. `flags`: of query_flags.json. */
  query(catalogue: number, prefixSize: number, pageSize: number, headingLevel: number, flags: number): number;
  /** 1 when the text search is ready. */
  prepareText(catalogue: number, trainings: number): number;
  close(catalogue: number): void;
  /** Runs the constructors of C++, where there are any. */
  _initialize?(): void;
}

/** Throws CatalogueError `engine-unreachable` or `engine-refused`, its sentence in `lang`. */
export async function startRuntime(lang: Lang): Promise<Runtime> {
  const refusal = (code: string) => (cause: Error) => {
    throw new CatalogueError(code, '', String(cause?.message ?? ''), lang, { cause });
  };
  const wasm = await wasmBytes(runtimeFile).catch(refusal('engine-unreachable'));
  const { instance } = await WebAssembly.instantiate(wasm).catch(refusal('engine-refused'));
  const runtime = instance.exports as unknown as Runtime;
  runtime._initialize?.();
  return runtime;
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
