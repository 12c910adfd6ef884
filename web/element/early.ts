// SPDX-License-Identifier: MIT
// Files that are asked for before the widget that needs them has come.
import { fetchFile as fetchNow } from '../core/fetch-file.js';
import type { FetchedFile, FetchOptions } from '../core/fetch-file.js';

export type FileRequest = [url: string, options: FetchOptions];

/** By address and hash; null once it was handed over, so that it is not asked for early again. */
const early: Record<string, Promise<FetchedFile> | null | undefined> = {};

/** As fetchFile of the core. A file that was asked for early is handed over, once. */
export function fetchFile(url: string, options: FetchOptions): Promise<FetchedFile> {
  const key = url + options.integrity;
  const file = early[key] ?? fetchNow(url, options);
  early[key] = null;
  return file;
}

/** Asks for a file, once. A failure is forgotten: the widget asks again, and tells why. */
export function fetchEarly(url: string, options: FetchOptions): void {
  const key = url + options.integrity;
  if (early[key] !== undefined) return;
  const file = fetchNow(url, options);
  early[key] = file;
  file.catch(() => (early[key] = undefined));
}
