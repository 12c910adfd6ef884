// SPDX-License-Identifier: MIT
// Finds whether the page around an element is light or dark.
import type { Scheme } from './protocol.js';

const kDarkBelow = 0.4; // lightness, 0 to 1

/**
 * The scheme behind `element`, from the nearest painted background: sites switch their theme in many ways (a class,
 * an attribute, a media query), but all of them paint. Without one, from `color-scheme`, which may give `auto`.
 */
export function schemeBehind(element: Element): Scheme {
  for (let node: Element | null = element.parentElement; node; node = node.parentElement) {
    const lightness = backgroundLightness(getComputedStyle(node).backgroundColor);
    if (lightness !== null) return lightness < kDarkBelow ? 'dark' : 'light';
  }
  return declaredScheme(getComputedStyle(document.documentElement).colorScheme ?? '');
}

/** The scheme of the canvas, which a page without backgrounds shows: that of `color-scheme`, else light. */
function declaredScheme(colorScheme: string): Scheme {
  const dark = /\bdark\b/.test(colorScheme);
  const light = /\blight\b/.test(colorScheme);
  if (dark) return light ? 'auto' : 'dark';
  return 'light';
}

/**
 * Lightness, 0 to 1, of a computed colour; null when it is mostly transparent or in another notation than rgb(),
 * color(srgb …), lab(), lch(), oklab() and oklch().
 */
function backgroundLightness(color: string): number | null {
  const numbers = (color.match(/-?[\d.]+(?:e-?\d+)?%?/g) ?? []).map(toNumber);
  const [first, second, third, alpha] = numbers;
  if (first === undefined || second === undefined || third === undefined) return null;
  if (alpha !== undefined && alpha < 0.5) return null;
  if (/^rgba?\(/.test(color)) return luma(first / 255, second / 255, third / 255);
  if (/^color\(srgb /.test(color)) return luma(first, second, third);
  if (/^ok(lab|lch)\(/.test(color)) return first;
  if (/^(lab|lch)\(/.test(color)) return first > 1 ? first / 100 : first;
  return null;
}

function toNumber(text: string): number {
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
}

// Rec. 709 weights on encoded values: exact enough to tell dark from light.
function luma(red: number, green: number, blue: number): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
