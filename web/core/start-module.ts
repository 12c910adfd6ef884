// SPDX-License-Identifier: MIT
// Starts one of our WebAssembly modules. They import nothing: no glue stands between them and their callers.
import { CatalogueError } from './catalogue-error.js';

/** The bytes of one of our files, verified. */
export type LoadBytes = () => Promise<BufferSource>;

/** What the module exports. Throws CatalogueError `engine-unreachable` or `engine-refused`. */
export async function startModule<Exports>(loadBytes: LoadBytes): Promise<Exports> {
  const refusal = (code: string) => (cause: Error) => {
    throw new CatalogueError(code, '', String(cause?.message ?? ''), { cause });
  };
  const wasm = await loadBytes().catch(refusal('engine-unreachable'));
  // A function, so that a browser without WebAssembly refuses too.
  const instantiate = async () => WebAssembly.instantiate(wasm);
  const { instance } = await instantiate().catch(refusal('engine-refused'));
  const exports = instance.exports as Exports & { _initialize?(): void };
  // Runs the constructors of C++, where there are any.
  exports._initialize?.();
  return exports;
}
