// SPDX-License-Identifier: MIT
// Checks many links: one request at a time per host, several hosts at once, within a time for all.
import { askLink, type AskOptions } from './ask-link.js';
import type { LinkResult } from './link-result.js';

const kHostsAtOnce = 8;

export interface CheckOptions extends AskOptions {
  /** For all links; those that are left are `unchecked`. */
  totalMs: number;
  /** Results that need not be asked for again. */
  known: ReadonlyMap<string, LinkResult>;
  /** Called before each link. */
  onLink?: (url: string) => void;
}

/** One result per different web address of `urls`, in their order. Never throws. */
export async function checkLinks(urls: Iterable<string>, options: CheckOptions): Promise<LinkResult[]> {
  const wanted = [...new Set([...urls].flatMap((url) => plainAddress(url) ?? []))];
  const results = new Map(wanted.flatMap((url) => (options.known.has(url) ? [[url, options.known.get(url)!]] : [])));
  const hosts = byHost(wanted.filter((url) => !results.has(url)));
  const end = Date.now() + options.totalMs;
  const worker = async (): Promise<void> => {
    for (let host = hosts.shift(); host; host = hosts.shift())
      for (const url of host) results.set(url, await askWithin(url, end, options));
  };
  await Promise.all(Array.from({ length: kHostsAtOnce }, worker));
  return wanted.map((url) => results.get(url)!);
}

/** A web address without its fragment, which no server sees; null for any other. */
export function plainAddress(url: string): string | null {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  return url.replace(/#.*$/s, '');
}

function byHost(urls: string[]): string[][] {
  const hosts = new Map<string, string[]>();
  for (const url of urls) {
    const { host } = new URL(url);
    const same = hosts.get(host);
    if (same) same.push(url);
    else hosts.set(host, [url]);
  }
  return [...hosts.values()];
}

async function askWithin(url: string, end: number, options: CheckOptions): Promise<LinkResult> {
  const left = end - Date.now();
  if (left <= 0) return { url, outcome: 'unchecked', at: new Date().toISOString() };
  options.onLink?.(url);
  return askLink(url, { ...options, timeoutMs: Math.min(options.timeoutMs, left) });
}
