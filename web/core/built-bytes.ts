// SPDX-License-Identifier: MIT
// The engine's wasm beside this bundle: read from disk in Node, fetched in browsers.
import url from 'catalogue:runtime-url';
import { fetchFile } from './fetch-file.js';
import type { LoadBytes } from './runtime.js';

/** Throws LoadFailure, or what Node throws. */
export const builtBytes: LoadBytes = async ({ integrity }) => {
  if (url.protocol === 'file:') {
    // A name that bundlers for browsers do not follow.
    const files = 'node:fs/promises';
    return (await import(/* webpackIgnore: true */ /* @vite-ignore */ files)).readFile(url);
  }
  return (await fetchFile(url.href, { integrity })).bytes;
};
