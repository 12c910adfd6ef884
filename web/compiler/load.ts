// SPDX-License-Identifier: MIT
// Starts the compiler's wasm, from a file in Node and from an address in a browser. Only this file imports the
// JavaScript that Emscripten writes for it.
import start from 'catalogue:compiler-glue';
import built from 'catalogue:compiler-wasm';

/** The wasm: its address, its bytes, or a compiled module. */
export type CompilerSource = URL | string | BufferSource | WebAssembly.Module;

/** Takes a part. `view`: of the module's memory; gone when it returns. */
export type GiveView = (number: number, view: Uint8Array) => void;

/** The functions of wasm/bindings/compiler.cpp. Arguments and results are JSON texts. */
export interface CompilerModule {
  normalise(rawJson: string): string;
  exportCatalogue(catalogueJson: string, format: string, optionsJson: string): string;
  renderStatic(catalogueJson: string, optionsJson: string): string;
  validate(catalogueJson: Uint8Array): string;
  writeParts(catalogueJson: Uint8Array, give: GiveView): string;
}

const loaded = new Map<string, Promise<CompilerModule>>();

async function fetchBytes(url: URL): Promise<BufferSource> {
  if (url.protocol === 'file:') {
    const { readFile } = await import('node:fs/promises');
    return new Uint8Array(await readFile(url));
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.arrayBuffer();
}

/** Rejects when the wasm cannot be compiled (CompileError) or does not fit (LinkError). */
async function startFrom(source: BufferSource | WebAssembly.Module): Promise<CompilerModule> {
  const module = source instanceof WebAssembly.Module ? source : await WebAssembly.compile(source);
  return new Promise((resolve, reject) => {
    const instantiateWasm: EmscriptenOptions['instantiateWasm'] = (imports, receive) => {
      WebAssembly.instantiate(module, imports).then(receive).catch(reject);
      return {};
    };
    // A module that aborts throws; it also prints "Aborted()", which tells nobody anything.
    start<CompilerModule>({ instantiateWasm, printErr: () => undefined }).then(resolve, reject);
  });
}

/** The module. It is loaded once per address. */
export function loadCompiler(source: CompilerSource = new URL(built.file, import.meta.url)): Promise<CompilerModule> {
  if (typeof source !== 'string' && !(source instanceof URL)) return startFrom(source);
  const url = new URL(source, globalThis.document?.baseURI ?? import.meta.url);
  const known = loaded.get(url.href);
  if (known) return known;
  const loading = fetchBytes(url).then(startFrom);
  loaded.set(url.href, loading);
  loading.catch(() => loaded.delete(url.href));
  return loading;
}
