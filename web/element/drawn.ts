// SPDX-License-Identifier: MIT
// Where a catalogue is drawn that the page has no list of: never among the element's own children, which stay whose
// they are. Frameworks go on moving and removing them.
import type { Skin } from './settings.js';
import type { Root } from './view.js';

const kClass = 'catalogue-drawn';
const kSlot = 'catalogue';
/** Of a page that takes out what we put in, again and again: one of both must give in. */
const kMostReturns = 100;

/** Whether `node` is in what a widget has drawn. */
export const isDrawn = (node: Element): boolean => node.closest(`.${kClass}`) !== null;

/**
 * Our own styles dress a shadow root. The DSFR's are the page's and do not reach one: there the catalogue is drawn in
 * one more child of the element's, which a slot shows in place of the others. Until showDrawn, the children show.
 */
export function rootOf(host: HTMLElement, skin: Skin, signal: AbortSignal): Root {
  const shadow = host.shadowRoot ?? shadowAround(host);
  const present = host.querySelector<HTMLElement>(`:scope > .${kClass}`);
  if (skin === 'neutral') {
    present?.remove();
    return shadow;
  }
  const drawn = present ?? document.createElement('div');
  drawn.className = kClass;
  drawn.slot = kSlot;
  host.append(drawn);
  keepIn(host, drawn, signal);
  return drawn;
}

/** Empties `root`, and shows what will be drawn in it in place of the element's children. */
export function showDrawn(host: HTMLElement, root: Root): void {
  for (const piece of [...root.childNodes]) if (piece.nodeName !== 'LINK') piece.remove();
  if (root === host.shadowRoot) return;
  const slot = document.createElement('slot');
  slot.name = kSlot;
  host.shadowRoot?.replaceChildren(slot);
}

function shadowAround(host: HTMLElement): ShadowRoot {
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.append(document.createElement('slot'));
  return shadow;
}

// A framework that writes the element's text anew takes out all children.
function keepIn(host: HTMLElement, drawn: HTMLElement, signal: AbortSignal): void {
  let returns = 0;
  const observer = new MutationObserver(() => {
    if (drawn.parentNode !== host && returns++ < kMostReturns) host.append(drawn);
  });
  observer.observe(host, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
