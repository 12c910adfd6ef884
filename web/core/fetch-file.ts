// SPDX-License-Identifier: MIT
// Fetches one file with a time limit and, where a hash is known, only with the very bytes of that hash.
import { failure, LoadFailure } from './failures.js';

/** A visitor on a slow line still gets 600 kB in this time; a dead server does not hold the page longer. */
export const kTimeoutMs = 15_000;

const kSecondTryMs = 3000;

export interface FetchOptions {
  /** `sha384-…`; the browser refuses any other bytes. */
  integrity?: string | undefined;
  signal?: AbortSignal | undefined;
  timeoutMs?: number;
}

/** A file as it came: its bytes, its media type without parameters, and the address it came from at last. */
export interface FetchedFile {
  bytes: ArrayBuffer;
  type: string;
  url: string;
}

/**
 * The file at `url`, with a good status. No cookie is sent, nor the address of the page. Throws LoadFailure,
 * or the abort's reason when `signal` aborts.
 */
export async function fetchFile(url: string, { integrity = '', signal, timeoutMs = kTimeoutMs }: FetchOptions = {}): Promise<FetchedFile> {
  const limit = new AbortController();
  const end = () => limit.abort();
  const timer = setTimeout(end, timeoutMs);
  signal?.addEventListener('abort', end);
  try {
    const response = await fetch(url, { integrity, signal: limit.signal, mode: 'cors', credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (!response.ok) throw failure('http', url, String(response.status));
    const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    return { bytes: await response.arrayBuffer(), type, url: response.url };
  } catch (error) {
    if (error instanceof LoadFailure) throw error;
    if (signal?.aborted) throw signal.reason;
    if (limit.signal.aborted) throw failure('timeout', url, String(timeoutMs / 1000));
    throw await causeOf(url, integrity);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
  }
}

// Browsers do not tell why a fetch failed. Asking again more loosely, reading nothing, does.
async function causeOf(url: string, integrity: string): Promise<LoadFailure> {
  const answer = (mode: RequestMode) => fetch(url, { mode, credentials: 'omit', signal: timeout(kSecondTryMs) }).catch(() => null);
  const readable = integrity === '' ? null : await answer('cors');
  if (readable?.ok) return failure('integrity', url, integrity);
  if (readable) return failure('http', url, String(readable.status));
  return failure((await answer('no-cors')) ? 'cors' : 'network', url);
}

function timeout(ms: number): AbortSignal {
  const limit = new AbortController();
  setTimeout(() => limit.abort(), ms);
  return limit.signal;
}
