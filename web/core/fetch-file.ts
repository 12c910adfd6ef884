// SPDX-License-Identifier: MIT
// Fetches one file with a time limit and, where a hash is known, only with the very bytes of that hash.
import { LoadFailure } from './load-failure.js';

/** A visitor on a slow line still gets 600 kB in this time; a dead server does not hold the page longer. */
export const kPatienceSeconds = 15;

export interface FetchOptions {
  /** `sha384-…`; the browser refuses any other bytes. */
  integrity?: string | undefined;
  /** Default: no cookie is sent. */
  credentials?: RequestCredentials;
  /** Time limit for the whole file. */
  seconds?: number;
  /** Media types that are taken, in lower case. Default: all. */
  types?: RegExp | undefined;
}

/** A file as it came: its bytes, and the address it came from at last. */
export interface FetchedFile {
  bytes: ArrayBuffer;
  url: string;
}

/**
 * The file at `url`, with a good status. The address of the page is not sent. Throws LoadFailure `http`, `timeout`,
 * `incomplete` where the answer breaks off, `redirected` or `type` where it is of no type that is taken, or `network`
 * for all else that browsers do not tell apart (explain.ts does).
 */
export async function fetchFile(
  url: string,
  { integrity = '', credentials = 'omit', seconds = kPatienceSeconds, types = /^/ }: FetchOptions = {},
): Promise<FetchedFile> {
  const limit = new AbortController();
  const { signal } = limit;
  const timer = setTimeout(() => limit.abort(), seconds * 1000);
  let code = 'network';
  try {
    const response = await fetch(url, { integrity, signal, credentials, referrerPolicy: 'no-referrer' });
    if (!response.ok) throw new LoadFailure('http', url, String(response.status));
    code = 'incomplete';
    const bytes = await response.arrayBuffer();
    const type = (response.headers.get('content-type') ?? '').replace(/;.*/, '').trim().toLowerCase();
    if (types.test(type)) return { bytes, url: response.url };
    throw response.url === url ? new LoadFailure('type', url, type) : new LoadFailure('redirected', url, response.url);
  } catch (error) {
    if (error instanceof LoadFailure) throw error;
    throw signal.aborted ? new LoadFailure('timeout', url, String(seconds)) : new LoadFailure(code, url, integrity);
  } finally {
    clearTimeout(timer);
  }
}
