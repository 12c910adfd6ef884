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

/** What a visitor is told: the page and its data differ, a list stays without its finer filter, or nothing could be shown. */
function sentenceOf(host: HTMLElement, code: string | undefined): string {
  const isEnglish = languageOf(host) === 'en';
  if (code === 'changed') return isEnglish ? changedEn : changed;
  if (host.querySelector('.catalogue-list')) return isEnglish ? listEn : failed_list;
  return isEnglish ? catalogueEn : failed_catalogue;
}

/** Tells the page, not the visitor. */
export function tellPage(host: HTMLElement, { code = 'unknown', message }: CodedError): void {
  console.warn(`catalogue-formations: ${message}`);
  fire(host, 'catalogue-error', { code, message });
}

/** One message, read out; what was on the page goes on working. `code`: of the failure. */
export function showAlert(host: HTMLElement, code?: string): void {
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
  alert.textContent = sentenceOf(host, code);
  host.toggleAttribute('data-failed', true);
}
