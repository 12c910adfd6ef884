// SPDX-License-Identifier: MIT
// Where a catalogue without a list on the page is drawn: never among the element's own children. Those belong to the
// page, whose framework may move and remove them.
import type { Skin } from './styles.js';

export type Root = HTMLElement | ShadowRoot;

const kClass = 'catalogue-drawn';
const kSlot = 'catalogue';
/** How often we put our node back after the page removed it. Without a limit the two could go on for ever. */
const kMaxReturns = 100;

/** Whether a widget has drawn `node`. */
export const isDrawn = (node: Element): boolean => node.closest(`.${kClass}`) !== null;

/**
 * Where to draw. `neutral`: a shadow root, with our style sheet. `dsfr`: the page's style sheet does not reach a shadow
 * root, so one more child of the element, which a slot shows in place of the others after showDrawn.
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

/** Empties `root` and shows it in place of the element's children. */
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

// A framework that rewrites the element's text removes all its children.
function keepIn(host: HTMLElement, drawn: HTMLElement, signal: AbortSignal): void {
  let returns = 0;
  const observer = new MutationObserver(() => {
    if (drawn.parentNode !== host && returns++ < kMaxReturns) host.append(drawn);
  });
  observer.observe(host, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
