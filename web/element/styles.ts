// SPDX-License-Identifier: MIT
// Brings the widget's style sheet to where it draws, once.
import styles from 'catalogue:styles';
import type { FirstPart } from './parts.js';
import type { Skin } from './settings.js';
import type { Root } from './view.js';

/** What the style sheet sets on the element, so that a page that links it itself is recognised. */
const kMark = '--catalogue-styles';

/** Resolves when the styles apply. Throws LoadFailure. */
export async function bringStyles(
  host: HTMLElement,
  root: Root,
  skin: Skin,
  addVerified: FirstPart['addVerified'],
): Promise<void> {
  const { file, integrity } = styles[skin] as BuiltFile;
  const isOpen = root instanceof HTMLElement;
  const place = isOpen ? document.head : root;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL(file, import.meta.url).href;
  const isThere =
    (isOpen && getComputedStyle(host).getPropertyValue(kMark)) ||
    [...place.querySelectorAll('link')].some(({ href }) => href === link.href);
  if (!isThere) await addVerified(link, link.href, integrity, place);
}
