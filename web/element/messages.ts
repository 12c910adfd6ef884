// SPDX-License-Identifier: MIT
// Events for the page, and the one alert for the visitor.
import { failed_catalogue as catalogueEn, failed_list as listEn } from '../../data/strings/element.en.json';
import { failed_catalogue, failed_list } from '../../data/strings/element.fr.json';
import type { EventDetails } from './events.js';
import { languageOf } from './language.js';
import type { CodedError } from './loader.js';

export function fire<Name extends keyof EventDetails>(host: HTMLElement, name: Name, detail: EventDetails[Name]): void {
  host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
}

/** The default alert: the filter is incomplete if there is a list, else the catalogue could not be shown. */
function defaultAlert(host: HTMLElement): string {
  const isEnglish = languageOf(host) === 'en';
  const isOnPage =
    !host.getAttribute('src') || [host, host.shadowRoot].some((root) => root?.querySelector('.catalogue-list'));
  if (isOnPage) return isEnglish ? listEn : failed_list;
  return isEnglish ? catalogueEn : failed_catalogue;
}

/** Fires `catalogue-error` and warns in the console. `error`: of any type. */
export function fireError(host: HTMLElement, error: unknown): void {
  const { code, message = String(error), url = '' } = (error ?? {}) as Partial<CodedError>;
  console.warn(`catalogue-formations: ${message}`);
  // A DOMException has a number as its code.
  fire(host, 'catalogue-error', { code: typeof code === 'string' ? code : 'internal', message, url });
}

/** Shows `text` in the element's one alert, which screen readers announce. */
export function showAlert(host: HTMLElement, text = defaultAlert(host)): void {
  const place = host.shadowRoot ?? host;
  let alert = place.querySelector<HTMLElement>('.catalogue-alert');
  if (!alert) {
    alert = document.createElement('p');
    alert.className = 'catalogue-alert';
    alert.setAttribute('role', 'alert');
    // At the end, where style keeps it at the foot of the window: nothing moves.
    place.append(alert);
  }
  alert.hidden = false;
  alert.textContent = text;
  host.toggleAttribute('data-failed', true);
}
