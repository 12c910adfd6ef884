// SPDX-License-Identifier: MIT
// Tells the page by events, and the visitor by one message, that something was or could not be done.
// Part of both scripts: only the sentences that are named here come along.
import { changed as changedEn, failed_catalogue as catalogueEn, failed_list as listEn } from '../../data/strings/element.en.json';
import { changed, failed_catalogue, failed_list } from '../../data/strings/element.fr.json';
import { languageOf } from './language.js';
import type { ChangeDetail, ErrorDetail, ReadyDetail } from './parts.js';

interface Details {
  'catalogue-ready': ReadyDetail;
  'catalogue-change': ChangeDetail;
  'catalogue-error': ErrorDetail;
}

export function fire<Name extends keyof Details>(host: HTMLElement, name: Name, detail: Details[Name]): void {
  host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
}

/** What a visitor is told: the page and its data differ, a list stays without its finer filter, or nothing could be shown. */
function sentenceOf(host: HTMLElement, code: string | undefined): string {
  const isEnglish = languageOf(host) === 'en';
  if (code === 'changed') return isEnglish ? changedEn : changed;
  if (host.querySelector('.catalogue-list')) return isEnglish ? listEn : failed_list;
  return isEnglish ? catalogueEn : failed_catalogue;
}

/** Tells the page, not the visitor: nothing is lost that the visitor would look for. */
export function tellPage(host: HTMLElement, error: Error & { code?: string }): void {
  console.warn(`catalogue-formations: ${error.message}`);
  fire(host, 'catalogue-error', { code: error.code ?? 'unknown', message: error.message });
}

/** One message, read out; what was on the page goes on working. */
export function showFailure(host: HTMLElement, error: Error & { code?: string }): void {
  const place = host.shadowRoot ?? host;
  const alert = place.querySelector<HTMLElement>('.catalogue-alert') ?? document.createElement('p');
  alert.className = 'catalogue-alert';
  alert.setAttribute('role', 'alert');
  alert.hidden = false;
  const before = place.querySelector('.catalogue-status') ?? place.firstChild;
  if (!alert.isConnected) place.insertBefore(alert, before?.parentNode === place ? before : null);
  alert.textContent = sentenceOf(host, error.code);
  host.toggleAttribute('data-failed', true);
  tellPage(host, error);
}
