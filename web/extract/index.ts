// SPDX-License-Identifier: MIT
// catalogue-formations/extract in Node: as in a browser, and from whole files of Markdown or HTML.
export * from './dom.js';
export { readFrontMatter } from './front-matter.js';
export { PageError } from './page-error.js';
export { extractPage, guessKind, type PageExtraction, type PageKind, type PageOptions } from './page.js';
