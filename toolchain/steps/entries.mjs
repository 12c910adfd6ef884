// SPDX-License-Identifier: MIT
// Every bundle that the build makes, in the order in which they must be made. To add one, add a line.
//
// `out`      its name; in dist/ a `[hash]` of its content may be part of it
// `provides` the `catalogue:` module that tells later bundles its name and integrity

/** What is hosted: runs in browsers. */
export const browserEntries = [
  // What most visitors never need, brought by the widget when it is.
  { source: 'web/element/by-style.ts', out: 'catalogue-by-style.[hash].js', provides: 'by-style' },
  { source: 'web/element/explain.ts', out: 'catalogue-explain.[hash].js', provides: 'explain' },
  { source: 'web/element/picks/picks.ts', out: 'catalogue-selection.[hash].js', provides: 'selection' },
  { source: 'web/element/parts.ts', out: 'catalogue-parts.[hash].js', provides: 'parts' },
  { source: 'web/element/save-csv.ts', out: 'catalogue-save-csv.[hash].js', provides: 'save-csv' },
  { source: 'web/element/sources.ts', out: 'catalogue-sources.[hash].js', provides: 'sources' },
  { source: 'web/reader/tell.ts', out: 'catalogue-reader-words.[hash].js', provides: 'reader-words' },
  { source: 'web/reader/index.ts', out: 'catalogue-reader.[hash].js', provides: 'reader' },
  { source: 'web/element/widget.ts', out: 'catalogue-widget.[hash].js', provides: 'widget' },
  { source: 'web/element/index.ts', out: 'catalogue-formations.js' },
];

/** What Node imports. The core also runs in browsers. */
export const nodeEntries = [
  { source: 'web/core/index.ts', out: 'core.js' },
  { source: 'web/compiler/index.ts', out: 'compiler.js' },
  { source: 'web/extract/index.ts', out: 'extract.js' },
  { source: 'web/extract/dom.ts', out: 'extract-dom.js' },
  { source: 'web/eleventy/index.ts', out: 'eleventy.js' },
  { source: 'web/eleventy/index.ts', out: 'eleventy.cjs' },
  { source: 'web/cli/main.ts', out: 'cli.js' },
];

/** Pages and other files with a build of their own: each exports `build({ dist, assets })`. */
export const ownBuilds = ['web/embed/build.mjs', 'web/hosts/build.mjs', 'web/integration/build.mjs'];
