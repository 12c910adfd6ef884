// SPDX-License-Identifier: MIT
// `check --links`: asks the servers of every link of the pages, from this machine.
import { checkLinks } from '../links/check-links.js';
import type { LinkResult } from '../links/link-result.js';
import { defaultCacheFile, readLinksCache, writeLinksCache } from '../links/links-cache.js';
import { addressesOf, linkFaults } from '../report/link-faults.js';
import type { Settings } from './arguments.js';
import { cannotWrite } from './failure.js';
import { findingIn, recordsOf, type UnderstoodPage } from './pages.js';
import { Progress } from './progress.js';
import { say } from './texts.js';

/** For all links of a run. */
const kTotalMs = 10 * 60 * 1000;

/** Adds what is found to the pages' findings. Gives one result per different address. Throws Failure. */
export async function checkPageLinks(
  pages: UnderstoodPage[],
  { linksCache, linkTimeoutMs, quiet }: Settings,
  version: string,
): Promise<LinkResult[]> {
  const file = linksCache || defaultCacheFile();
  const known = readLinksCache(file, Date.now());
  const urls = pages.flatMap((page) => addressesOf(recordsOf(page) ?? { records: [] }));
  const progress = new Progress(new Set(urls).size, !quiet);
  const results = await checkLinks(urls, {
    timeoutMs: linkTimeoutMs,
    totalMs: kTotalMs,
    userAgent: `catalogue-formations/${version} (check --links)`,
    known,
    onLink: (url) => progress.step(`${say('stage-link')} ${url}`),
  });
  progress.end();
  save(file, known, results);
  const byUrl = new Map(results.map((result) => [result.url, result]));
  for (const page of pages) {
    const faults = linkFaults(recordsOf(page) ?? { records: [] }, byUrl);
    page.findings.push(...faults.map((fault) => findingIn(page, fault)));
  }
  return results;
}

/** Keeps what is known of other pages too. */
function save(file: string, known: Map<string, LinkResult>, results: LinkResult[]): void {
  try {
    writeLinksCache(file, new Map([...known, ...results.map((each) => [each.url, each] as const)]).values());
  } catch (error) {
    throw cannotWrite(file, error);
  }
}
