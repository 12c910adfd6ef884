// SPDX-License-Identifier: MIT
// What a widget says when something failed.
import type { Context } from './context.js';

/**
 * Does `work`, at once as far as it can. The boundary of everything that an event or a timer starts: whatever `work`
 * throws, now or later, becomes one message and one event, and the page's own list filters by style again.
 */
export function attempt(context: Context, work: () => unknown): void {
  new Promise((resolve) => {
    resolve(work());
  }).catch((error: unknown) => context.options.fail(error));
}

export function hideAlerts({ host }: Context): void {
  for (const place of [host, host.shadowRoot]) {
    for (const alert of place?.querySelectorAll<HTMLElement>('.catalogue-alert') ?? []) alert.hidden = true;
  }
}
