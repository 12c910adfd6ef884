// SPDX-License-Identifier: MIT
// The language of an element.

export type Language = 'fr' | 'en';

/** From the attribute `lang` of the element or of an ancestor. Default: French. */
export function languageOf(host: Element): Language {
  const tag = host.closest('[lang]')?.getAttribute('lang') ?? 'fr';
  return /^en\b/i.test(tag) ? 'en' : 'fr';
}
