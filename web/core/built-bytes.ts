// SPDX-License-Identifier: MIT
// A built file beside this bundle: read from disk in Node, fetched in browsers.
import { fetchFile } from './fetch-file.js';
import type { LoadBytes } from './runtime.js';

/** Throws LoadFailure, or what Node throws. */
export const builtBytes: LoadBytes = async ({ file, integrity }) => {
  const url = new URL(file, import.meta.url);
  if (url.protocol === 'file:') {
    // A name that bundlers for browsers do not follow.
    const files = 'node:fs/promises';
    return (await import(files)).readFile(url);
  }
  return (await fetchFile(url.href, { integrity })).bytes;
};
