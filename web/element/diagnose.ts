// SPDX-License-Identifier: MIT
// Turns the browser's reports of a refused load into the directive that the page's policy must hold.

/** One refusal: `line` is the whole directive to write in place of the present one. */
export interface Refusal {
  line: string;
  blocked: string;
}

/** Listens to refusals until `stop`. `ours` tells whether a blocked address is one of this widget's. */
export class PolicyWatch {
  readonly #refusals: Refusal[] = [];
  readonly #ours: (url: string) => boolean;

  constructor(ours: (url: string) => boolean) {
    this.#ours = ours;
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
    const source = neededSource(event, this.#ours);
    if (source === null) return;
    const line = lineToWrite(event.originalPolicy, event.effectiveDirective || event.violatedDirective, source);
    this.#refusals.push({ line, blocked: event.blockedURI });
  };
}

// `blockedURI` is an address, or a keyword of CSP3 for what has none.
function neededSource(event: SecurityPolicyViolationEvent, ours: (url: string) => boolean): string | null {
  const { blockedURI } = event;
  if (blockedURI === 'wasm-eval') return "'wasm-unsafe-eval'";
  if (blockedURI === 'trusted-types-policy') return event.sample.startsWith('catalogue-formations') ? 'catalogue-formations' : null;
  if (!/^https?:/.test(blockedURI) || !ours(blockedURI)) return null;
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
 * The line to write when WebAssembly would not start, for browsers that throw without a report.
 * '' when `error` has another cause.
 */
export function wasmRefusal(error: unknown): string {
  const text = error instanceof Error ? `${error.name} ${error.message}` : '';
  return /CSP|Content.Security.Policy|unsafe-eval/i.test(text) ? "script-src 'wasm-unsafe-eval'" : '';
}
