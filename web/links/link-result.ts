// SPDX-License-Identifier: MIT
// What became of a link. Its words are in data/strings/links-check.fr.json.

/**
 * `ok`; `moved`: for good, to `to`; `dead`: 404 or 410; `refused`: to programs or without an account (401, 403, 429…);
 * `failing`: an error of its server (5xx); `certificate`; `slow`: no answer in time; `unknown-name`: no such host;
 * `unreachable`: no connection, or one that breaks; `endless`: redirects or headers without end; `elsewhere`: redirected to
 * something that is no web page; `unchecked`: the time for all links was up.
 */
export type LinkOutcome =
  | 'ok'
  | 'moved'
  | 'dead'
  | 'refused'
  | 'failing'
  | 'certificate'
  | 'slow'
  | 'unknown-name'
  | 'unreachable'
  | 'endless'
  | 'elsewhere'
  | 'unchecked';

/** `status`: of the last answer. `at`: when it was asked, ISO 8601. */
export interface LinkResult {
  url: string;
  outcome: LinkOutcome;
  status?: number;
  to?: string;
  detail?: string;
  at: string;
}

/** The outcome of a whole answer without redirects. */
export function outcomeOf(status: number): LinkOutcome {
  if (status >= 200 && status < 300) return 'ok';
  if (status === 404 || status === 410) return 'dead';
  return status >= 500 ? 'failing' : 'refused';
}

const kCertificate = /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER))/;
const kUnknownName = new Set(['ENOTFOUND', 'EAI_NONAME']);
const kEndless = new Set(['UND_ERR_HEADERS_OVERFLOW', 'HPE_HEADER_OVERFLOW']);

/** The outcome of a request that failed, from Node's code of the fault. */
export function outcomeOfFault(error: unknown): { outcome: LinkOutcome; detail: string } {
  const code = codeOf(error);
  if (code === 'TimeoutError' || code.endsWith('_TIMEOUT') || code === 'ETIMEDOUT')
    return { outcome: 'slow', detail: code };
  if (kCertificate.test(code)) return { outcome: 'certificate', detail: code };
  if (kUnknownName.has(code)) return { outcome: 'unknown-name', detail: code };
  return { outcome: kEndless.has(code) ? 'endless' : 'unreachable', detail: code };
}

/** The code of the deepest cause; the name of one without a code, as of a time limit. */
function codeOf(error: unknown): string {
  let name = '';
  for (let fault: unknown = error, depth = 0; fault instanceof Error && depth < 8; fault = fault.cause, depth += 1) {
    const { code } = fault as { code?: unknown };
    name = typeof code === 'string' ? code : name || fault.name;
  }
  return name;
}
