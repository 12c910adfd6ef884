// SPDX-License-Identifier: MIT
// Turns the browser's reports of a refused load into the directive that the page's policy must hold.

import { failure, LoadFailure } from '../core/failures.js';

/** One refusal: `line` is the whole directive to write in place of the present one. */
export interface Refusal {
  line: string;
  blocked: string;
}

/** Listens to refusals until `stop`. */
export class PolicyWatch {
  readonly #refusals: Refusal[] = [];

  constructor() {
    document.addEventListener('securitypolicyviolation', this.#note);
  }

  stop(): void {
    document.removeEventListener('securitypolicyviolation', this.#note);
  }

  /** The refusals so far. Browsers report a moment after the load failed, hence the wait. */
  async refusals(): Promise<readonly Refusal[]> {
    await new Promise((resolve) => setTimeout(resolve, 60));
    return this.#refusals;
  }

  readonly #note = (event: SecurityPolicyViolationEvent): void => {
    if (event.disposition !== 'enforce') return;
    const source = neededSource(event);
    if (source === null) return;
    const line = lineToWrite(event.originalPolicy, event.effectiveDirective || event.violatedDirective, source);
    this.#refusals.push({ line, blocked: event.blockedURI });
  };
}

// `blockedURI` is an address, or a keyword of CSP3 for what has none.
function neededSource(event: SecurityPolicyViolationEvent): string | null {
  const { blockedURI } = event;
  if (blockedURI === 'wasm-eval') return "'wasm-unsafe-eval'";
  if (blockedURI === 'trusted-types-policy') return event.sample.startsWith('catalogue-formations') ? 'catalogue-formations' : null;
  if (!/^https?:/.test(blockedURI)) return null;
  return new URL(blockedURI).origin;
}

/**
 * The directive of `policy` that must change, written whole with `source` added. `effective` is the
 * browser's name for it, e.g. `script-src-elem`; the policy may have decided by a broader one.
 */
export function lineToWrite(policy: string, effective: string, source: string): string {
  const directives = policy.split(';').map((part) => part.trim().split(/\s+/));
  const wanted = effective.split(' ')[0] ?? '';
  const base = wanted.replace(/-(elem|attr)$/, '');
  const named = directives.find(([name]) => name === wanted) ?? directives.find(([name]) => name === base);
  const ruling = named ?? directives.find(([name]) => name === 'default-src') ?? [];
  const kept = ruling.slice(1).filter((value) => value !== "'none'" && value !== source);
  return [named?.[0] ?? base, ...kept, source].join(' ');
}

/**
 * The true cause of a failure: the page's policy where it refused the file or the engine, the changed
 * bytes where the engine is another than the one pinned; else `error` itself.
 */
export async function explain(error: Error & { code?: string }, watch: PolicyWatch): Promise<Error & { code?: string }> {
  const { code } = error;
  const blocked = (await watch.refusals()).filter((refusal) => isCauseOf(refusal, error));
  const lines = [...new Set(blocked.map(({ line }) => line))];
  if (lines.length > 0) return failure('policy', blocked[0]?.blocked ?? '', lines.join('; '));
  const cause = error.cause as Error | undefined;
  if (code === 'engine-unreachable' && cause instanceof LoadFailure) return cause;
  // Some browsers throw without a report.
  const isRefused = code === 'engine-refused' && /CSP|Content.Security.Policy|unsafe-eval/i.test(cause?.message ?? '');
  return isRefused ? failure('policy', 'wasm-eval', "script-src … 'wasm-unsafe-eval'") : error;
}

// A refusal elsewhere on the page says nothing of this failure.
function isCauseOf({ blocked }: Refusal, error: Error & { code?: string }): boolean {
  if (blocked === 'wasm-eval') return error.code === 'engine-refused';
  if (blocked === 'trusted-types-policy') return true;
  const url = error instanceof LoadFailure ? error.url : error.cause instanceof LoadFailure ? error.cause.url : '';
  return /^https?:/.test(url) && new URL(blocked).origin === new URL(url).origin;
}
