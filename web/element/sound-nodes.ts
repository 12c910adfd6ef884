// SPDX-License-Identifier: MIT
// Takes from HTML of another server only what the core writes into a list.
import type { Policy } from './loader.js';

const kElements = new Set(
  'a button details div fieldset form h1 h2 h3 h4 h5 h6 input label legend li mark p path span summary svg ul'.split(
    ' ',
  ),
);
const kAttributes =
  /^(?:aria-[a-z]+|data-[a-z]+|checked|class|d|focusable|for|hidden|href|id|lang|name|open|rel|role|tabindex|target|title|type|value|viewbox)$/;
const kSchemes = /^(?:https?|mailto):$/;

/** The nodes of `html`, with links relative to `base`. Other elements go with what they hold, other attributes alone. */
export function soundNodes(html: string, base: string, policy: Policy): Node[] {
  const holder = new DOMParser().parseFromString(policy.createHTML(html), 'text/html').body;
  for (const element of holder.querySelectorAll('*')) {
    if (!kElements.has(element.localName)) element.remove();
    for (const { name } of [...element.attributes]) {
      if (!kAttributes.test(name.toLowerCase())) element.removeAttribute(name);
    }
    settleLink(element, base);
  }
  return [...holder.childNodes];
}

/** A link of the page's own (`#…`) stays; one that is no address goes. */
function settleLink(element: Element, base: string): void {
  const written = element.getAttribute('href');
  if (written === null || written.startsWith('#')) return;
  try {
    const { protocol, href } = new URL(written, base);
    if (!kSchemes.test(protocol)) throw new Error();
    element.setAttribute('href', href);
  } catch {
    element.removeAttribute('href');
  }
}
