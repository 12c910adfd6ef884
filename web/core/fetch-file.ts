// SPDX-License-Identifier: MIT
// Fetches one file with a time limit and, where a hash is known, only with the very bytes of that hash.
import { LoadFailure } from './failure.js';

/** A visitor on a slow line still gets 600 kB in this time; a dead server does not hold the page longer. */
const kPatienceSeconds = 15;

export interface FetchOptions {
  /** `sha384-…`; the browser refuses any other bytes. */
  integrity?: string;
}

/** A file as it came: its bytes, its media type without parameters, and the address it came from at last. */
export interface FetchedFile {
  bytes: ArrayBuffer;
  type: string;
  url: string;
}

/**
 * The file at `url`, with a good status. No cookie is sent, nor the address of the page. Throws LoadFailure
 * `http`, `timeout`, or `network` for all else that browsers do not tell apart (explain.ts does).
 */
export async function fetchFile(url: string, { integrity = '' }: FetchOptions = {}): Promise<FetchedFile> {
  const limit = new AbortController();
  const { signal } = limit;
  const timer = setTimeout(() => limit.abort(), kPatienceSeconds * 1000);
  try {
    const response = await fetch(url, { integrity, signal, credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (!response.ok) throw new LoadFailure('http', url, String(response.status));
    const type = response.headers.get('content-type') ?? '';
    return {
      bytes: await response.arrayBuffer(),
      type: type.replace(/;.*/, '').trim().toLowerCase(),
      url: response.url,
    };
  } catch (error) {
    if (error instanceof LoadFailure) throw error;
    throw signal.aborted
      ? new LoadFailure('timeout', url, String(kPatienceSeconds))
      : new LoadFailure('network', url, integrity);
  } finally {
    clearTimeout(timer);
  }
}
