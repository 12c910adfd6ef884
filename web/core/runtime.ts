// SPDX-License-Identifier: MIT
// Starts the WebAssembly module of visitors. It imports nothing: no glue stands between it and its callers.
import runtimeFile from 'catalogue:runtime-wasm';
import { CatalogueError } from './catalogue-error.js';
import { startModule } from './start-module.js';
import type { LoadBytes } from './start-module.js';

export type { LoadBytes };

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
}

/** Throws CatalogueError `engine-unreachable` or `engine-refused`. `onTrap`: see guarded. */
export async function startRuntime(loadBytes: LoadBytes, onTrap: () => void): Promise<Runtime> {
  return guarded(await startModule<Runtime>(loadBytes, runtimeFile), onTrap);
}

type Call = (...args: never[]) => unknown;

/**
 * The same functions, which throw CatalogueError `engine-failed` at the first trap and ever after: the memory may then be in
 * any state. `close` does nothing then.
 */
function guarded(runtime: Runtime, onTrap: () => void): Runtime {
  let trap: Error | undefined;
  const guard =
    (call: Call): Call =>
    (...args) => {
      try {
        if (!trap) return call(...args);
      } catch (error) {
        trap = error as Error;
        onTrap();
      }
      if (call !== runtime.close) throw new CatalogueError('engine-failed', '', trap?.message, { cause: trap });
    };
  const entries = Object.entries(runtime) as [string, Call | WebAssembly.Memory][];
  return Object.fromEntries(entries.map(([name, it]) => [name, it instanceof Function ? guard(it) : it])) as never;
}
