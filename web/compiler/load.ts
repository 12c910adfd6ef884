// SPDX-License-Identifier: MIT
// Starts the compiler's wasm, from a file in Node and from an address in a browser. The only
// importer of its glue.
import start from 'catalogue:compiler-glue';
import built from 'catalogue:compiler-wasm';

/** Where the wasm comes from: an address, its bytes, or a compiled module. */
export type CompilerSource = URL | string | BufferSource | WebAssembly.Module;

/** The functions that wasm/bindings/compiler.cpp binds: JSON text both ways, bytes aside. */
export interface CompilerModule {
  normalise(rawJson: string): string;
  exportCatalogue(catalogueJson: string, format: string, optionsJson: string): string;
  renderStatic(catalogueJson: string, optionsJson: string): string;
  /** Where `compact` finds a catalogue, and leaves the file. */
  bytes: Uint8Array | null;
  compact(size: number): string;
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

async function loadFrom(url: URL): Promise<CompilerModule> {
  return start({ wasm: await fetchBytes(url) });
}

/** The module; one per address, however often it is asked for. */
export function loadCompiler(source: CompilerSource = new URL(built.file, import.meta.url)): Promise<CompilerModule> {
  if (typeof source !== 'string' && !(source instanceof URL)) return start({ wasm: source });
  const url = new URL(source, globalThis.document?.baseURI ?? import.meta.url);
  const known = loaded.get(url.href);
  if (known) return known;
  const loading = loadFrom(url);
  loaded.set(url.href, loading);
  loading.catch(() => loaded.delete(url.href));
  return loading;
}
