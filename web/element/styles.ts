// SPDX-License-Identifier: MIT
// Brings the widget's style sheet to where it draws, once.
import styles from 'catalogue:styles';
import type { Skin } from './settings.js';

/** What the style sheet sets on the element, so that a page that links it itself is recognised. */
const kMark = '--catalogue-styles';
const kPatienceMs = 4000;

/** Resolves when the styles apply, or when waiting longer would help nobody. */
export async function bringStyles(host: HTMLElement, root: HTMLElement | ShadowRoot, skin: Skin): Promise<void> {
  const file = styles[skin];
  if (!file || (root === host && getComputedStyle(host).getPropertyValue(kMark) !== '')) return;
  const place = root instanceof ShadowRoot ? root : document.head;
  const href = new URL(file.file, import.meta.url).href;
  if ([...place.querySelectorAll('link')].some((link) => link.href === href)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.integrity = file.integrity;
  link.crossOrigin = 'anonymous';
  link.href = href;
  const settled = new Promise<void>((resolve) => {
    link.onload = link.onerror = () => resolve();
    setTimeout(resolve, kPatienceMs);
  });
  place.prepend(link);
  await settled;
}
