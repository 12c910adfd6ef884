// SPDX-License-Identifier: MIT
// Asks the server of one link whether it still leads somewhere.
import { outcomeOf, outcomeOfFault, type LinkResult } from './link-result.js';

const kMaxRedirects = 10;
/** Redirects for good: the page should name the new address. */
const kPermanent = new Set([301, 308]);
const kRedirects = new Set([301, 302, 303, 307, 308]);
/** Servers that do not answer HEAD say one of these; some say that a page is gone. */
const kAskAgain = new Set([400, 403, 404, 405, 410, 501]);

/** A request's time limit, and the name that it gives. */
export interface AskOptions {
  timeoutMs: number;
  userAgent: string;
}

/**
 * HEAD, then GET where a server does not answer HEAD well; no body is read. Follows redirects to web addresses only.
 * The time limit is for the whole of it. Never throws.
 */
export async function askLink(url: string, options: AskOptions): Promise<LinkResult> {
  const at = new Date().toISOString();
  const signal = AbortSignal.timeout(options.timeoutMs);
  try {
    return { url, ...(await follow(url, signal, options.userAgent)), at };
  } catch (error) {
    return { url, ...outcomeOfFault(signal.aborted ? signal.reason : error), at };
  }
}

type Followed = Pick<LinkResult, 'outcome' | 'status' | 'to' | 'detail'>;

async function follow(url: string, signal: AbortSignal, userAgent: string): Promise<Followed> {
  let here = url;
  let permanent = url;
  for (let redirects = 0; redirects <= kMaxRedirects; redirects += 1) {
    const { status, location } = await ask(here, signal, userAgent);
    if (!kRedirects.has(status) || location === null) return concluded(status, url, permanent);
    const next = URL.canParse(location, here) ? new URL(location, here) : null;
    if (next?.protocol !== 'http:' && next?.protocol !== 'https:')
      return { outcome: 'elsewhere', status, to: location };
    if (kPermanent.has(status) && permanent === here) permanent = next.href;
    here = next.href;
  }
  return { outcome: 'endless', detail: String(kMaxRedirects) };
}

/** `permanent`: where redirects for good lead, before the first that is not. */
function concluded(status: number, url: string, permanent: string): Followed {
  const outcome = outcomeOf(status);
  const hasMoved = permanent !== url && permanent !== new URL(url).href;
  return outcome === 'ok' && hasMoved ? { outcome: 'moved', status, to: permanent } : { outcome, status };
}

async function ask(url: string, signal: AbortSignal, userAgent: string) {
  const head = await request(url, 'HEAD', signal, userAgent);
  return kAskAgain.has(head.status) ? request(url, 'GET', signal, userAgent) : head;
}

async function request(url: string, method: 'HEAD' | 'GET', signal: AbortSignal, userAgent: string) {
  const headers = { 'user-agent': userAgent, accept: 'text/html,*/*;q=0.8' };
  const response = await fetch(url, { method, redirect: 'manual', signal, headers });
  // A body may have no end: it is not read.
  await response.body?.cancel();
  return { status: response.status, location: response.headers.get('location') };
}
