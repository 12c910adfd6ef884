// SPDX-License-Identifier: MIT
// Tells the page by events, and the visitor by one message, that something was or could not be done.
import { messagesOf } from './language.js';
import type { ChangeDetail, ErrorDetail, ReadyDetail } from './parts.js';

interface Details {
  'catalogue-ready': ReadyDetail;
  'catalogue-change': ChangeDetail;
  'catalogue-error': ErrorDetail;
}

export function fire<Name extends keyof Details>(host: HTMLElement, name: Name, detail: Details[Name]): void {
  host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
}

/** One message, read out; what was on the page goes on working. */
export function showFailure(host: HTMLElement, error: Error & { code?: string }, hasList: boolean): void {
  const messages = messagesOf(host);
  const words = error.code === 'changed' ? messages.changed : hasList ? messages.failed_list : messages.failed_catalogue;
  const place = host.shadowRoot ?? host;
  const present = place.querySelector<HTMLElement>('.catalogue-alert');
  const alert = present ?? document.createElement('p');
  alert.className = 'catalogue-alert';
  alert.setAttribute('role', 'alert');
  alert.hidden = false;
  alert.textContent = words;
  const status = place.querySelector('.catalogue-status');
  if (!present) status ? status.before(alert) : place.prepend(alert);
  host.toggleAttribute('data-failed', true);
  console.warn(`catalogue-formations: ${error.message}`);
  fire(host, 'catalogue-error', { code: error.code ?? 'unknown', message: error.message });
}
