// SPDX-License-Identifier: MIT
// Brings the widget's style sheet to where it draws, once.
import styles from 'catalogue:styles';
import type { Skin } from './settings.js';
import type { Root } from './view.js';

/** What the style sheet sets on the element, so that a page that links it itself is recognised. */
const kMark = '--catalogue-styles';
const kPatienceMs = 4000;

/** Resolves when the styles apply, or when waiting longer would help nobody. */
export async function bringStyles(host: HTMLElement, root: Root, skin: Skin): Promise<void> {
  const file = styles[skin] as BuiltFile;
  const place = root === host ? document.head : root;
  const href = new URL(file.file, import.meta.url).href;
  if (
    (root === host && getComputedStyle(host).getPropertyValue(kMark)) ||
    [...place.querySelectorAll('link')].some((link) => link.href === href)
  )
    return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.integrity = file.integrity;
  link.crossOrigin = '';
  link.href = href;
  place.prepend(link);
  await new Promise((resolve) => {
    link.onload = link.onerror = resolve;
    setTimeout(resolve, kPatienceMs);
  });
}
