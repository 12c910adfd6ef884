// SPDX-License-Identifier: MIT
// Loaded when something failed: finds the cause and writes it as a sentence, or leads to the list that style filters.
import byStyleFile from 'catalogue:by-style';
import { changed as changedEn, no_style as noStyleEn } from '../../data/strings/element.en.json';
import { changed, no_style } from '../../data/strings/element.fr.json';
import type { Lang } from '../core/catalogue-error.js';
import { fetchFile } from '../core/fetch-file.js';
import type { FetchedFile } from '../core/fetch-file.js';
import { failureInWords, inWords, sentenceOf } from '../core/sentences.js';
import type { FailureCode } from '../core/sentences.js';
import type { Alert, CodedError, StartOptions } from './loader.js';

/** A LoadFailure of this bundle or another one. */
type Failed = Error & { code: FailureCode; url: string; detail: string };

const kSecondTrySeconds = 3;
/** Browsers report a policy violation shortly after the load has failed. */
const kReportMs = 60;

/** Alerts for visitors. */
const kAlerts = {
  fr: { changed, no_style },
  en: { changed: changedEn, no_style: noStyleEn },
};

/** See by-style.ts. The widget does not hold the hash of what so few need. */
export async function showByStyle(host: HTMLElement, options: StartOptions, error: unknown): Promise<void> {
  const byStyle = await options.loadModule<typeof import('./by-style.js')>(byStyleFile);
  await byStyle.showByStyle(host, options, error);
}

/** The cause of `error`, of any type, as a sentence, with the alert for the visitor. */
export async function explain(
  error: unknown,
  violations: readonly SecurityPolicyViolationEvent[],
  lang: Lang,
  alert?: Alert,
): Promise<CodedError> {
  return Object.assign(await causeOf(error, violations, lang), { alert: alert && kAlerts[lang][alert] });
}

/**
 * The page's policy, if it refused the file or the engine; for a file, what a second fetch shows; else `error` itself.
 * `violations` may grow while this waits.
 */
async function causeOf(
  error: unknown,
  violations: readonly SecurityPolicyViolationEvent[],
  lang: Lang,
): Promise<Error> {
  await new Promise((resolve) => setTimeout(resolve, kReportMs));
  const { code, cause, message } = (error ?? {}) as CodedError;
  const failed = [error, cause].find(isLoadFailure);
  const blocked = violations
    .map(refusalOf)
    .filter((refusal): refusal is Refusal => refusal !== null && isCauseOf(refusal, code, failed));
  const lines = [...new Set(blocked.map(({ line }) => line))];
  if (lines.length > 0) return failureInWords('policy', blocked[0]?.blocked ?? '', lines.join('; '), lang);
  if (failed) return causeOfFailure(failed, lang);
  // Some browsers throw without a report.
  const isRefused =
    code === 'engine-refused' && /CSP|Content.Security.Policy|unsafe-eval/i.test((cause as Error)?.message);
  if (isRefused) return failureInWords('policy', 'wasm-eval', "script-src … 'wasm-unsafe-eval'", lang);
  if (typeof code !== 'string') return failureInWords('internal', location.href, String(message ?? error), lang);
  return inWords(error as Error & { code: string }, lang);
}

const isLoadFailure = (error: unknown): error is Failed => error instanceof Error && error.name === 'LoadFailure';

// Browsers hide why a fetch failed; a second fetch, without the hash `detail`, finds out.
async function causeOfFailure({ code, url, detail }: Failed, lang: Lang): Promise<Error> {
  const failureOf = (code: FailureCode, detail = '') => failureInWords(code, url, detail, lang);
  if (code !== 'network') {
    // `detail` may end with a code of the core in parentheses: it has a sentence too.
    return failureOf(
      code,
      detail.replace(/\(([\w-]+)\)$/, (_, why: string) => `(${sentenceOf(why, lang)})`),
    );
  }
  if (isNoAddress(url)) return failureOf('syntax', url);
  if (detail && !(await fetchAgain(url, detail)).failure) return failureOf('network');
  const { file, failure: again } = await fetchAgain(url);
  if (file && file.url !== url) return failureOf('redirected', file.url);
  if (file) return detail ? failureOf('integrity', detail) : failureOf('network');
  if (again?.code !== 'network') return failureOf(again?.code as FailureCode, again?.detail);
  // HEAD has no body that could be incomplete; no-cors needs no permission to read.
  if ((await request(url, 'HEAD', 'cors'))?.ok) return failureOf('incomplete');
  return failureOf((await request(url, 'GET', 'no-cors')) ? 'cors' : 'network');
}

/** Browsers do not tell it from a broken connection. */
const isNoAddress = (url: string): boolean =>
  Object.assign(document.createElement('a'), { href: url }).protocol === ':';

async function fetchAgain(url: string, integrity = ''): Promise<{ file?: FetchedFile; failure?: Failed }> {
  return fetchFile(url, { integrity, seconds: kSecondTrySeconds }).then(
    (file) => ({ file }),
    (failure: Failed) => ({ failure }),
  );
}

async function request(url: string, method: string, mode: RequestMode): Promise<Response | null> {
  const limit = new AbortController();
  setTimeout(() => limit.abort(), kSecondTrySeconds * 1000);
  return fetch(url, { method, mode, credentials: 'omit', signal: limit.signal }).catch(() => null);
}

/** A load that the page's policy refused. `line`: the whole directive that would allow it. */
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

// `blockedURI` is an address or a keyword of CSP3.
function neededSource({ blockedURI, sample }: SecurityPolicyViolationEvent): string | null {
  if (blockedURI === 'wasm-eval') return "'wasm-unsafe-eval'";
  if (blockedURI === 'trusted-types-policy')
    return sample.startsWith('catalogue-formations') ? 'catalogue-formations' : null;
  return /^https?:/.test(blockedURI) ? new URL(blockedURI).origin : null;
}

/**
 * The directive of `policy` that must change, written whole with `source` added. `effective`: the browser's name for it,
 * e.g. `script-src-elem`; the policy may have only a broader one.
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

// The page's other violations have nothing to do with this failure.
function isCauseOf({ blocked }: Refusal, code: string | undefined, failed: Failed | undefined): boolean {
  if (blocked === 'wasm-eval') return code === 'engine-refused';
  if (blocked === 'trusted-types-policy') return true;
  return failed !== undefined && /^https?:/.test(failed.url) && new URL(blocked).origin === new URL(failed.url).origin;
}
