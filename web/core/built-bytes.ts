// SPDX-License-Identifier: MIT
// The wasm beside this bundle, and files at any address: read from disk in Node, fetched in browsers.
import partsUrl from 'catalogue:parts-url';
import partsFile from 'catalogue:parts-wasm';
import runtimeUrl from 'catalogue:runtime-url';
import runtimeFile from 'catalogue:runtime-wasm';
import { fetchFile } from './fetch-file.js';
import type { FetchOptions } from './fetch-file.js';
import { LoadFailure } from './load-failure.js';
import type { LoadBytes } from './runtime.js';

/** As fetchFile() takes them. From the disk, `integrity` alone counts. Throws LoadFailure. */
export async function bytesAt(
  url: URL,
  options: Pick<FetchOptions, 'integrity' | 'cache' | 'seconds'> = {},
): Promise<Uint8Array<ArrayBuffer>> {
  if (url.protocol === 'file:') return fileBytes(url, options.integrity);
  return new Uint8Array((await fetchFile(url.href, options)).bytes);
}

async function fileBytes(url: URL, integrity?: string): Promise<Uint8Array<ArrayBuffer>> {
  // Names that bundlers for browsers do not follow.
  const names = { files: 'node:fs/promises', crypto: 'node:crypto' };
  const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ names.files);
  const { createHash } = await import(/* webpackIgnore: true */ /* @vite-ignore */ names.crypto);
  const bytes = (await readFile(url).catch((error: NodeJS.ErrnoException) => {
    throw new LoadFailure('network', url.href, error.code);
  })) as Uint8Array<ArrayBuffer>;
  const [algorithm, hash] = integrity?.split(/-(.*)/) ?? [];
  if (hash && createHash(algorithm).update(bytes).digest('base64') !== hash)
    throw new LoadFailure('integrity', url.href, integrity);
  return bytes;
}

/** The engine for a catalogue.json, and the one for a catalogue in parts. */
export const builtBytes: LoadBytes = () => bytesAt(runtimeUrl, runtimeFile);
export const builtPartsBytes: LoadBytes = () => bytesAt(partsUrl, partsFile);
