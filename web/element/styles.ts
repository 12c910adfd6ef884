// SPDX-License-Identifier: MIT
// Adds the widget's style sheet to its root, once.
import styles from 'catalogue:styles';
import type { Loader } from './loader.js';
import type { Skin } from './settings.js';
import type { Root } from './drawn.js';

/** A property that the style sheet sets on the element: it is there if the page links the sheet itself. */
const kMark = '--catalogue-styles';

/** Resolves when the styles apply. Throws LoadFailure. */
export async function loadStyles(
  host: HTMLElement,
  root: Root,
  skin: Skin,
  { addVerified, urlOf }: Pick<Loader, 'addVerified' | 'urlOf'>,
): Promise<void> {
  const { file, integrity } = styles[skin] as BuiltFile;
  const isOpen = root instanceof HTMLElement;
  const place = isOpen ? document.head : root;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = urlOf(file);
  const isThere =
    (isOpen && getComputedStyle(host).getPropertyValue(kMark)) ||
    [...place.querySelectorAll('link')].some(({ href }) => href === link.href);
  if (!isThere) await addVerified(link, link.href, integrity, place);
}
