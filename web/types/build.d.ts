// SPDX-License-Identifier: MIT
// Modules that the build writes (toolchain/build/virtual-modules.mjs). They exist for bundles only.

/** A built file beside the importing bundle: `new URL(file, import.meta.url)`. */
interface BuiltFile {
  /** Its name, no folder. In dist/ it carries a hash of the content. */
  readonly file: string;
  /** Its integrity, as `fetch` and `<script integrity>` take it: `sha384-…`. */
  readonly integrity: string;
}

/** Emscripten's glue: starts a module from its bytes, or from an already compiled module. */
type StartModule<Bound> = (options: { wasm: BufferSource | WebAssembly.Module }) => Promise<Bound>;

declare module 'catalogue:runtime-glue' {
  /** Rejects when the wasm cannot be compiled (CompileError) or does not fit (LinkError). */
  const start: StartModule<any>;
  export default start;
}

/** The visitors' wasm, by language. */
declare module 'catalogue:runtime-wasm' {
  const wasm: Readonly<Record<'fr' | 'en', BuiltFile>>;
  export default wasm;
}

/** The text search: a wasm file over the memory of the runtime's. */
declare module 'catalogue:search-wasm' {
  const wasm: BuiltFile;
  export default wasm;
}

declare module 'catalogue:compiler-glue' {
  const start: StartModule<any>;
  export default start;
}

declare module 'catalogue:compiler-wasm' {
  const wasm: BuiltFile;
  export default wasm;
}

/** The element's second part (web/element/widget.ts), which the small entry loads at need. */
declare module 'catalogue:widget' {
  const widget: BuiltFile;
  export default widget;
}

/** The style sheets of web/styles/, by name without extension, e.g. `neutral`. */
declare module 'catalogue:styles' {
  const styles: Readonly<Record<string, BuiltFile>>;
  export default styles;
}

/** The version in package.json. */
declare module 'catalogue:version' {
  const version: string;
  export default version;
}

/** Parts of the element that most visitors never need: web/element/{explain,save-csv,sources}.ts. */
declare module 'catalogue:explain' {
  const explain: BuiltFile;
  export default explain;
}

declare module 'catalogue:save-csv' {
  const saveCsv: BuiltFile;
  export default saveCsv;
}

declare module 'catalogue:sources' {
  const sources: BuiltFile;
  export default sources;
}
