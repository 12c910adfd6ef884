// SPDX-License-Identifier: MIT
// Modules that the build writes (toolchain/steps/virtual-modules.mjs). They exist for bundles only.

/** A built file beside the importing bundle: `new URL(file, import.meta.url)`. */
interface BuiltFile {
  /** Its name, no folder. In dist/ it carries a hash of the content. */
  readonly file: string;
  /** Its integrity, as `fetch` and `<script integrity>` take it: `sha256-…`. */
  readonly integrity: string;
}

/** The visitors' wasm. */
declare module 'catalogue:runtime-wasm' {
  const wasm: BuiltFile;
  export default wasm;
}

/** The visitors' wasm for catalogues in parts. */
declare module 'catalogue:parts-wasm' {
  const wasm: BuiltFile;
  export default wasm;
}

/** Its address, which bundlers follow since its name is written out. */
declare module 'catalogue:runtime-url' {
  const url: URL;
  export default url;
}

declare module 'catalogue:parts-url' {
  const url: URL;
  export default url;
}

/** The wasm that reads an editor's words on pages without a build. */
declare module 'catalogue:reader-wasm' {
  const wasm: BuiltFile;
  export default wasm;
}

/** What Emscripten's JavaScript is given: makes the instance, and hands it over. */
interface EmscriptenOptions {
  instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void): object;
  printErr(words: string): void;
}

/** The JavaScript that Emscripten writes around the compiler module. */
declare module 'catalogue:compiler-glue' {
  const start: <Bound>(options: EmscriptenOptions) => Promise<Bound>;
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

/** The style sheets of web/styles/, by name without extension. */
declare module 'catalogue:styles' {
  const styles: Readonly<Record<'neutral' | 'dsfr', BuiltFile>>;
  export default styles;
}

/** The version in package.json. */
declare module 'catalogue:version' {
  const version: string;
  export default version;
}

/** Parts of the element that most visitors never need: web/element/{explain,save-csv,sources}.ts, picks/picks.ts. */
declare module 'catalogue:explain' {
  const explain: BuiltFile;
  export default explain;
}

/** Catalogues in parts: web/element/parts.ts. */
declare module 'catalogue:parts' {
  const parts: BuiltFile;
  export default parts;
}

declare module 'catalogue:save-csv' {
  const saveCsv: BuiltFile;
  export default saveCsv;
}

/** The list that style filters, where WebAssembly is refused: web/element/by-style.ts. */
declare module 'catalogue:by-style' {
  const byStyle: BuiltFile;
  export default byStyle;
}

/** Reads the list of a page without a build: web/reader. */
declare module 'catalogue:reader' {
  const reader: BuiltFile;
  export default reader;
}

/** What the reader tells editors: web/reader/tell.ts. */
declare module 'catalogue:reader-words' {
  const words: BuiltFile;
  export default words;
}

declare module 'catalogue:selection' {
  const selection: BuiltFile;
  export default selection;
}

declare module 'catalogue:sources' {
  const sources: BuiltFile;
  export default sources;
}
