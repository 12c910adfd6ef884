// SPDX-License-Identifier: MIT
// The language of an element, and its own few messages in it.
import * as en from '../../data/strings/element.en.json';
import * as fr from '../../data/strings/element.fr.json';

export type Language = 'fr' | 'en';
export type Messages = typeof fr;

/** The attribute `lang` of the element or of what holds it; French where nothing says otherwise. */
export function languageOf(host: Element): Language {
  const tag = host.closest('[lang]')?.getAttribute('lang') ?? 'fr';
  return /^en\b/i.test(tag) ? 'en' : 'fr';
}

export const messagesOf = (host: Element): Messages => (languageOf(host) === 'en' ? en : fr);
