// SPDX-License-Identifier: MIT
// Fetches one file, with a time limit, and with the hash of its bytes if one is known.
import { LoadFailure } from './load-failure.js';

/** Enough for 600 kB on a slow line. */
export const kPatienceSeconds = 15;

export interface FetchOptions {
  /** `sha384-…`; the browser refuses any other bytes. */
  integrity?: string | undefined;
  /** Default `omit`: no cookie is sent. */
  credentials?: RequestCredentials;
  cache?: RequestCache | undefined;
  /** Time limit for the whole file. */
  seconds?: number;
  /** Accepted media types, in lower case. Default: all. */
  types?: RegExp | undefined;
}

/** `url`: after redirections. */
export interface FetchedFile {
  bytes: ArrayBuffer;
  url: string;
}

/**
 * Fetches `url`, without sending the page's address. Throws LoadFailure: `http` for a bad status, `timeout`, `incomplete`
 * if the answer breaks off, `type` if its type is not accepted (`redirected` if it came from another address), `network`
 * for anything else, which browsers do not tell apart (explain.ts does).
 */
export async function fetchFile(
  url: string,
  {
    integrity = '',
    credentials = 'omit',
    cache = 'default',
    seconds = kPatienceSeconds,
    types = /^/,
  }: FetchOptions = {},
): Promise<FetchedFile> {
  const limit = new AbortController();
  const { signal } = limit;
  const timer = setTimeout(() => limit.abort(), seconds * 1000);
  let code = 'network';
  try {
    const response = await fetch(url, { integrity, signal, credentials, cache, referrerPolicy: 'no-referrer' });
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
