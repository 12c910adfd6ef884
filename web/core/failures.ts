// SPDX-License-Identifier: MIT
// Every way in which a file can fail to come, by code, with its sentence for the console.
import { kFirstSentences, LoadFailure } from './failure.js';

const kSentences = {
  ...kFirstSentences,
  cors: 'The server answers, but does not let other sites read: it must send Access-Control-Allow-Origin',
  http: 'The server answers with status {detail}',
  type: 'The answer is not JSON but {detail}',
  redirected: 'The address leads elsewhere: {detail}',
  syntax: 'The file is not a catalogue: {detail}',
  overlay: 'A part of the overlay is left aside: {detail}',
  only: 'The fixed selection has a part that is not understood: {detail}',
  size: 'The file is larger than {detail} bytes',
} as const;

/**
 * network: no answer (offline, unknown host, a blocking extension) · timeout · cors: it answers, but not to
 * other sites · http: an error status · type: not the kind of file asked for · redirected: the address leads
 * to something else · integrity: not the pinned bytes · policy: forbidden by the page's own policy ·
 * syntax: not JSON, or not a catalogue · size: larger than any catalogue · overlay: a part of an overlay was
 * left aside · only: a part of the fixed selection means nothing
 */
export type FailureCode = keyof typeof kSentences;

/** A failure with its sentence. */
export function failure(code: FailureCode, url: string, detail = ''): LoadFailure {
  return new LoadFailure(code, url, detail, kSentences[code]);
}
