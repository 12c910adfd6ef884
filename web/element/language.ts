// SPDX-License-Identifier: MIT
// The language of an element.

export type Language = 'fr' | 'en';

/** The attribute `lang` of the element or of what holds it; French where nothing says otherwise. */
export function languageOf(host: Element): Language {
  const tag = host.closest('[lang]')?.getAttribute('lang') ?? 'fr';
  return /^en\b/i.test(tag) ? 'en' : 'fr';
}
