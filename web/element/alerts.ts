// SPDX-License-Identifier: MIT
// The boundary that catches every error of a widget, and its alerts.
import type { Context } from './context.js';

/**
 * Runs `work`, which an event or a timer started. Any error, thrown or rejected, ends in one alert and one event; the
 * page's own list filters by style again.
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
