// SPDX-License-Identifier: MIT
// The widget's style sheet: which one an element needs, and adding it to its root, once.
import styles from 'catalogue:styles';
import { urlOf } from './addresses.js';
import { addVerified } from './integrity.js';
import type { Root } from './drawn.js';

export type Skin = 'neutral' | 'dsfr';

const propertyOf = (element: Element, name: string): string => getComputedStyle(element).getPropertyValue(name).trim();

/** Of the attribute `skin`. `auto`, the default: DSFR if the page has its style sheet, which defines this colour. */
export function skinOf(host: Element): Skin {
  const asked = host.getAttribute('skin')?.trim();
  if (asked === 'dsfr' || asked === 'neutral') return asked;
  return propertyOf(document.documentElement, '--text-action-high-blue-france') ? 'dsfr' : 'neutral';
}

/** Whether the page links our style sheet itself: the sheet sets this property on the element. */
export const isStyled = (host: Element): boolean => propertyOf(host, '--catalogue-styles') !== '';

export const sheetUrl = (host: Element): string => urlOf(styles[skinOf(host)].file);

/** Adds the skin's style sheet to `root`. Resolves when it applies. Throws LoadFailure. */
export async function loadStyles(host: HTMLElement, root: Root, skin: Skin): Promise<void> {
  const { file, integrity } = styles[skin];
  const isOpen = root instanceof HTMLElement;
  if (!isOpen || !isStyled(host)) await addSheet(urlOf(file), integrity, isOpen ? document.head : root);
}

/** Adds a style sheet to `place`, once. Resolves when it applies. Throws LoadFailure. */
export async function addSheet(url: string, integrity: string, place: ParentNode): Promise<void> {
  if ([...place.querySelectorAll('link')].some(({ href }) => href === url)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = url;
  await addVerified(link, url, integrity, place);
}
