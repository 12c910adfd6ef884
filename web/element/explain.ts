// SPDX-License-Identifier: MIT
// Brought when something failed: finds the true cause, and says it in a whole sentence.
import { changed as changedEn, no_style as noStyleEn } from '../../data/strings/element.en.json';
import { changed, no_style } from '../../data/strings/element.fr.json';
import type { Lang } from '../core/catalogue-error.js';
import { fetchFile } from '../core/fetch-file.js';
import type { FetchedFile } from '../core/fetch-file.js';
import { failureInWords, inWords, sentenceOf } from '../core/sentences.js';
import type { FailureCode } from '../core/sentences.js';
import type { Circumstances, CodedError } from './parts.js';

/** A LoadFailure, of this bundle or another. */
type Failed = Error & { code: FailureCode; url: string; detail: string };

const kSecondTrySeconds = 3;
/** Browsers report a refusal a moment after the load failed. */
const kReportMs = 60;

/** What visitors are told. */
const kAlerts = {
  fr: { changed, no_style },
  en: { changed: changedEn, no_style: noStyleEn },
};

/** The cause of `error` in words, and the alert for the visitor. */
export async function explain(error: unknown, { reports = [], alert }: Circumstances, lang: Lang): Promise<CodedError> {
  return Object.assign(await causeOf(error, reports, lang), { alert: alert && kAlerts[lang][alert] });
}

/**
 * The cause of `error`, whatever was thrown, in words: the page's policy where it refused the file or the engine; what
 * asking again for a file shows; else `error` itself. `reports` may still grow while this waits.
 */
async function causeOf(error: unknown, reports: readonly SecurityPolicyViolationEvent[], lang: Lang): Promise<Error> {
  await new Promise((resolve) => setTimeout(resolve, kReportMs));
  const { code, cause, message } = (error ?? {}) as CodedError;
  const failed = [error, cause].find(isLoadFailure);
  const blocked = reports
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

// Browsers do not tell why a fetch failed: asking again does. `detail` is the hash asked for.
async function causeOfFailure({ code, url, detail }: Failed, lang: Lang): Promise<Error> {
  const say = (code: FailureCode, detail = '') => failureInWords(code, url, detail, lang);
  if (code !== 'network') {
    // The core's own codes, in parentheses behind a place, have sentences too.
    return say(
      code,
      detail.replace(/\(([\w-]+)\)$/, (_, why: string) => `(${sentenceOf(why, lang)})`),
    );
  }
  if (detail && !(await askAgain(url, detail)).failure) return say('network');
  const { file, failure: again } = await askAgain(url);
  if (file && file.url !== url) return say('redirected', file.url);
  if (file) return detail ? say('integrity', detail) : say('network');
  if (again?.code !== 'network') return say(again?.code as FailureCode, again?.detail);
  // Without a body nothing can be incomplete, and without reading nothing can be forbidden.
  if ((await answer(url, 'HEAD', 'cors'))?.ok) return say('incomplete');
  return say((await answer(url, 'GET', 'no-cors')) ? 'cors' : 'network');
}

async function askAgain(url: string, integrity = ''): Promise<{ file?: FetchedFile; failure?: Failed }> {
  return fetchFile(url, { integrity, seconds: kSecondTrySeconds }).then(
    (file) => ({ file }),
    (failure: Failed) => ({ failure }),
  );
}

async function answer(url: string, method: string, mode: RequestMode): Promise<Response | null> {
  const limit = new AbortController();
  setTimeout(() => limit.abort(), kSecondTrySeconds * 1000);
  return fetch(url, { method, mode, credentials: 'omit', signal: limit.signal }).catch(() => null);
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
function isCauseOf({ blocked }: Refusal, code: string | undefined, failed: Failed | undefined): boolean {
  if (blocked === 'wasm-eval') return code === 'engine-refused';
  if (blocked === 'trusted-types-policy') return true;
  return failed !== undefined && /^https?:/.test(failed.url) && new URL(blocked).origin === new URL(failed.url).origin;
}
