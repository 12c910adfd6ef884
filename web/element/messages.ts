// SPDX-License-Identifier: MIT
// Tells the page by events, and the visitor by one message, that something was or could not be done.
import {
  changed as changedEn,
  failed_catalogue as catalogueEn,
  failed_list as listEn,
} from '../../data/strings/element.en.json';
import { changed, failed_catalogue, failed_list } from '../../data/strings/element.fr.json';
import { languageOf } from './language.js';
import type { CodedError, EventDetails } from './parts.js';

export function fire<Name extends keyof EventDetails>(host: HTMLElement, name: Name, detail: EventDetails[Name]): void {
  host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
}

/** The code of whatever was thrown; `internal` where it has none of ours. */
export function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as CodedError;
  return typeof code === 'string' ? code : 'internal';
}

/** What a visitor is told: the page and its data differ, a list stays without its finer filter, or nothing could be shown. */
function sentenceOf(host: HTMLElement, code: string): string {
  const isEnglish = languageOf(host) === 'en';
  if (code === 'changed') return isEnglish ? changedEn : changed;
  if ([host, host.shadowRoot].some((root) => root?.querySelector('.catalogue-list')))
    return isEnglish ? listEn : failed_list;
  return isEnglish ? catalogueEn : failed_catalogue;
}

/** Tells the page, not the visitor. `error`: whatever was thrown. */
export function tellPage(host: HTMLElement, error: unknown): void {
  const message = String((error as Error | undefined)?.message ?? error);
  console.warn(`catalogue-formations: ${message}`);
  fire(host, 'catalogue-error', { code: codeOf(error), message });
}

/** One message, read out; what was on the page goes on working. */
export function showAlert(host: HTMLElement, error: unknown, words = sentenceOf(host, codeOf(error))): void {
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
