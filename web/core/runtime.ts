// SPDX-License-Identifier: MIT
// Starts the WebAssembly module of visitors. It imports nothing: no glue stands between it and its callers.
import { CatalogueError } from './catalogue-error.js';
import { startModule } from './start-module.js';
import type { LoadBytes } from './start-module.js';

export type { LoadBytes };

/** What both modules of visitors export. `catalogue` is what `open` gave; addresses are below 2 GiB, 0 is none. */
export interface AnyRuntime {
  memory: WebAssembly.Memory;
  /** Address for the bytes that the next call reads. */
  input(size: number): number;
  open(isEnglish: boolean): number;
  read(catalogue: number, trainings: number): number;
  /** Address of a message: see Wire. */
  describe(catalogue: number): number;
  /** The same. `flags`: of query_flags.json. */
  query(catalogue: number, prefixSize: number, pageSize: number, headingLevel: number, flags: number): number;
  close(catalogue: number): void;
}

/** wasm/bindings/runtime.cpp: `open` and `read` take a catalogue.json. */
export interface Runtime extends AnyRuntime {
  /** 1 when the text search is ready. */
  prepareText(catalogue: number, trainings: number): number;
}

/** wasm/bindings/parts.cpp: `open` takes nothing, `add` and `read` a part. `query` gives 0 when parts are missing. */
export interface PartsRuntime extends AnyRuntime {
  add(catalogue: number, part: number): void;
  /** Address of a message: the numbers of the missing parts. */
  missing(catalogue: number): number;
}

/** Throws CatalogueError `engine-unreachable` or `engine-refused`. `onTrap`: see guarded. */
export async function startRuntime<Module extends AnyRuntime>(
  loadBytes: LoadBytes,
  onTrap: () => void,
): Promise<Module> {
  return guarded(await startModule<Module>(loadBytes), onTrap);
}

type Call = (...args: never[]) => unknown;

/**
 * The same functions, which throw CatalogueError `engine-failed` at the first trap and ever after: the memory may then be in
 * any state. `close` does nothing then.
 */
function guarded<Module extends AnyRuntime>(runtime: Module, onTrap: () => void): Module {
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
