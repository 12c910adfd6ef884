// SPDX-License-Identifier: MIT
// Tells the page by events, and the visitor by one message, that something was or could not be done.
import { failed_catalogue as catalogueEn, failed_list as listEn } from '../../data/strings/element.en.json';
import { failed_catalogue, failed_list } from '../../data/strings/element.fr.json';
import { languageOf } from './language.js';
import type { CodedError, EventDetails } from './parts.js';

export function fire<Name extends keyof EventDetails>(host: HTMLElement, name: Name, detail: EventDetails[Name]): void {
  host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
}

/** What a visitor is told: a list stays without its finer filter, or nothing could be shown. */
function sentenceFor(host: HTMLElement): string {
  const isEnglish = languageOf(host) === 'en';
  if ([host, host.shadowRoot].some((root) => root?.querySelector('.catalogue-list')))
    return isEnglish ? listEn : failed_list;
  return isEnglish ? catalogueEn : failed_catalogue;
}

/** Tells the page, not the visitor. `error`: whatever was thrown. */
export function tellPage(host: HTMLElement, error: unknown): void {
  const { code, message = String(error), url = '' } = (error ?? {}) as Partial<CodedError>;
  console.warn(`catalogue-formations: ${message}`);
  // A code of the language or the browser may be a number.
  fire(host, 'catalogue-error', { code: typeof code === 'string' ? code : 'internal', message, url });
}

/** One message, read out; what was on the page goes on working. */
export function showAlert(host: HTMLElement, words = sentenceFor(host)): void {
  const place = host.shadowRoot ?? host;
  let alert = place.querySelector<HTMLElement>('.catalogue-alert');
  if (!alert) {
    alert = document.createElement('p');
    alert.className = 'catalogue-alert';
    alert.setAttribute('role', 'alert');
    const status = place.querySelector('.catalogue-status');
    if (status) status.before(alert);
    else place.prepend(alert);
  }
  alert.hidden = false;
  alert.textContent = words;
  host.toggleAttribute('data-failed', true);
}
