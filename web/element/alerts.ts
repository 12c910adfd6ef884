// SPDX-License-Identifier: MIT
// What a widget says: failures to the page and the visitor, the rest in the status line.
import explainFile from 'catalogue:explain';
import type { Context } from './context.js';
import type { CodedError } from './parts.js';

/** Says `words` in the status line, after `settleMs` or the announcer's own pause. */
export function say({ announcer, view }: Context, words: string, settleMs?: number): void {
  const { status } = view;
  if (status) announcer.say(status, words, settleMs);
}

/** Tells the page what failed, in a whole sentence where that can be had. */
export async function tellPage(
  { host, options, settings }: Context,
  error: CodedError,
  reports: SecurityPolicyViolationEvent[] = [],
): Promise<void> {
  const told = await options
    .bring<typeof import('./explain.js')>(explainFile)
    .then(({ explain }) => explain(error, reports, settings.language))
    .catch(() => error);
  if (!options.signal.aborted) options.tellPage(host, told);
}

export function hideAlerts({ view }: Context): void {
  for (const alert of view.all('.catalogue-alert')) alert.hidden = true;
}
