// SPDX-License-Identifier: MIT
// What can go wrong between a page and the files it asks for, with the words for the console.

/**
 * network: no answer (offline, unknown host, a blocking extension) · timeout · cors: it answers, but not to
 * other sites · http: an error status · type: not the kind of file asked for · redirected: the address leads
 * to something else · integrity: not the pinned bytes · policy: forbidden by the page's own policy ·
 * syntax: not JSON, or not a catalogue · size: larger than any catalogue
 */
export type FailureCode =
  | 'network' | 'timeout' | 'cors' | 'http' | 'type' | 'redirected' | 'integrity' | 'policy' | 'syntax' | 'size';

/** A file that could not be had. `detail` is a fact for the console: a status, a directive, an address. */
export class LoadFailure extends Error {
  override readonly name = 'LoadFailure';

  constructor(readonly code: FailureCode, readonly url: string, readonly detail = '') {
    super(`${kSentences[code].replace('{detail}', detail)} (${url})`);
  }
}

const kSentences: Readonly<Record<FailureCode, string>> = {
  network: 'No answer: the site is unreachable, or a blocker stops it',
  timeout: 'No answer within {detail} s',
  cors: 'The server answers, but does not let other sites read: it must send Access-Control-Allow-Origin',
  http: 'The server answers with status {detail}',
  type: 'The answer is not JSON but {detail}',
  redirected: 'The address leads elsewhere: {detail}',
  integrity: 'The bytes are not those of the pinned hash {detail}: another version, or a changed file',
  policy: 'The security policy of this page forbids it; it must hold: {detail}',
  syntax: 'The file is not a catalogue: {detail}',
  size: 'The file is larger than {detail} bytes',
};
