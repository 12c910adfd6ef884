// SPDX-License-Identifier: MIT
// Brought when something failed: finds the true cause, and says it in a whole sentence.
import '../core/error-sentences.js';
import { sentenceOf } from '../core/errors.js';
import type { Lang } from '../core/errors.js';
import { failure } from '../core/failures.js';
import type { FailureCode } from '../core/failures.js';
import type { CodedError } from './parts.js';

/** A LoadFailure, of this bundle or another. */
type Failed = CodedError & { code: FailureCode; url: string; detail: string };

const kSecondTryMs = 3000;
/** Browsers report a refusal a moment after the load failed. */
const kReportMs = 60;

/**
 * The cause of `error` in words: the page's policy where it refused the file or the engine, the changed bytes where
 * the engine is another than the one pinned; else `error` itself. `reports` may still grow while this waits.
 */
export async function explain(
  error: CodedError,
  reports: readonly SecurityPolicyViolationEvent[],
  lang: Lang,
): Promise<CodedError> {
  await new Promise((resolve) => setTimeout(resolve, kReportMs));
  const blocked = reports
    .map(refusalOf)
    .filter((refusal): refusal is Refusal => refusal !== null && isCauseOf(refusal, error));
  const lines = [...new Set(blocked.map(({ line }) => line))];
  if (lines.length > 0) return failure('policy', blocked[0]?.blocked ?? '', lines.join('; '));
  if (error.code === 'engine-unreachable' && isLoadFailure(error.cause)) return causeOf(error.cause);
  if (isLoadFailure(error)) return causeOf(error);
  // Some browsers throw without a report.
  const isRefused =
    error.code === 'engine-refused' && /CSP|Content.Security.Policy|unsafe-eval/i.test((error.cause as Error)?.message);
  if (isRefused) return failure('policy', 'wasm-eval', "script-src … 'wasm-unsafe-eval'");
  const { code = '' } = error;
  error.message = error.message.replace(code, () => sentenceOf(code, lang));
  return error;
}

const isLoadFailure = (error: unknown): error is Failed => error instanceof Error && error.name === 'LoadFailure';

// Browsers do not tell why a fetch failed. Asking again more loosely, reading nothing, does. `detail` is the hash asked for.
async function causeOf({ code, url, detail }: Failed): Promise<CodedError> {
  if (code !== 'network') return failure(code, url, detail);
  const readable = detail ? await answer(url, 'cors') : null;
  if (readable?.ok) return failure('integrity', url, detail);
  if (readable) return failure('http', url, String(readable.status));
  return failure((await answer(url, 'no-cors')) ? 'cors' : 'network', url);
}

async function answer(url: string, mode: RequestMode): Promise<Response | null> {
  const limit = new AbortController();
  setTimeout(() => limit.abort(), kSecondTryMs);
  return fetch(url, { mode, credentials: 'omit', signal: limit.signal }).catch(() => null);
}

/** A load that the page's policy refused: `line` is the whole directive to write in place of the present one. */
interface Refusal {
  line: string;
  blocked: string;
}

function refusalOf(event: SecurityPolicyViolationEvent): Refusal | null {
  const source = event.disposition === 'enforce' && neededSource(event);
  if (!source) return null;
  return {
    line: lineToWrite(event.originalPolicy, event.effectiveDirective || event.violatedDirective, source),
    blocked: event.blockedURI,
  };
}

// `blockedURI` is an address, or a keyword of CSP3 for what has none.
function neededSource({ blockedURI, sample }: SecurityPolicyViolationEvent): string | null {
  if (blockedURI === 'wasm-eval') return "'wasm-unsafe-eval'";
  if (blockedURI === 'trusted-types-policy')
    return sample.startsWith('catalogue-formations') ? 'catalogue-formations' : null;
  return /^https?:/.test(blockedURI) ? new URL(blockedURI).origin : null;
}

/**
 * The directive of `policy` that must change, written whole with `source` added. `effective` is the
 * browser's name for it, e.g. `script-src-elem`; the policy may have decided by a broader one.
 */
function lineToWrite(policy: string, effective: string, source: string): string {
  const directives = policy.split(';').map((part) => part.trim().split(/\s+/));
  const wanted = effective.split(' ')[0] ?? '';
  const base = wanted.replace(/-(elem|attr)$/, '');
  const named = directives.find(([name]) => name === wanted) ?? directives.find(([name]) => name === base);
  const ruling = named ?? directives.find(([name]) => name === 'default-src') ?? [];
  const kept = ruling.slice(1).filter((value) => value !== "'none'" && value !== source);
  return [named?.[0] ?? base, ...kept, source].join(' ');
}

// A refusal elsewhere on the page says nothing of this failure.
function isCauseOf({ blocked }: Refusal, error: CodedError): boolean {
  if (blocked === 'wasm-eval') return error.code === 'engine-refused';
  if (blocked === 'trusted-types-policy') return true;
  const failed = [error, error.cause].find(isLoadFailure);
  return failed !== undefined && /^https?:/.test(failed.url) && new URL(blocked).origin === new URL(failed.url).origin;
}
