// SPDX-License-Identifier: MIT
// Results of links, kept for a day in a file: a page is checked many times while it is written.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { LinkOutcome, LinkResult } from './link-result.js';

const kVersion = 1;
const kDayMs = 24 * 60 * 60 * 1000;
/** What may pass in a minute is asked again. */
const kPassing: ReadonlySet<LinkOutcome> = new Set(['slow', 'unreachable', 'unknown-name', 'failing', 'unchecked']);

/** Where results are kept unless an option says it: the user's cache folder (XDG). */
export function defaultCacheFile(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'catalogue-formations', 'links.json');
}

/** The results of a file that are younger than a day; none of a file that is absent or is no cache. */
export function readLinksCache(file: string, now: number): Map<string, LinkResult> {
  try {
    const { version, links } = JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown; links?: LinkResult[] };
    if (version !== kVersion || !Array.isArray(links)) return new Map();
    return new Map(links.filter((link) => isFresh(link, now)).map((link) => [link.url, link]));
  } catch {
    return new Map();
  }
}

function isFresh(link: LinkResult, now: number): boolean {
  const age = now - Date.parse(String(link?.at));
  return age >= 0 && age < kDayMs && typeof link.url === 'string' && typeof link.outcome === 'string';
}

/** Replaces the file at once. Throws what the file system throws. */
export function writeLinksCache(file: string, results: Iterable<LinkResult>): void {
  const links = [...results].filter(({ outcome }) => !kPassing.has(outcome));
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.tmp`;
  writeFileSync(beside, `${JSON.stringify({ version: kVersion, links }, null, 2)}\n`);
  renameSync(beside, file);
}
