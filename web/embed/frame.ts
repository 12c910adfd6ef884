// SPDX-License-Identifier: MIT
// Runs in the iframe: sends the page around it the height of the content, follows the page's scheme, and
// opens the catalogue with the selection in the frame's address.
import { talkToWordPress } from './wordpress.js';
import { pack, readHostMessage } from './protocol.js';
import type { FrameMessage, Scheme } from './protocol.js';

/** The origin of the page around the frame, once it has sent a message. Only that origin is answered. */
let hostOrigin: string | null = null;
let lastHeight = 0;

/** Starts the conversation. Called once by the entry point, when the document is parsed. */
export function talkToHost(): void {
  applyScheme('auto');
  if (parent === window) return;
  addEventListener('message', receive);
  // This message holds no data, so that any parent may receive it. The rest waits for the page's hello.
  parent.postMessage(pack({ type: 'present' }), '*');
  talkToWordPress();
}

function receive(event: MessageEvent): void {
  if (event.source !== parent || !isHostOrigin(event.origin)) return;
  const message = readHostMessage(event.data);
  if (!message) return;
  applyScheme(message.scheme);
  if (hostOrigin !== null) return repeatHeight();
  hostOrigin = event.origin;
  new ResizeObserver(tellHeight).observe(document.body);
  addEventListener('catalogue-change', tellChange);
  addEventListener('catalogue-error', tellError);
}

// Only the first parent that sends a message is heard. Where the browser names the parent's origin, it must be the same.
// Firefox names it `null` when the iframe has `referrerpolicy="no-referrer"`, as in the guide's snippet.
function isHostOrigin(origin: string): boolean {
  if (origin === 'null') return false;
  const named = location.ancestorOrigins?.[0];
  if (named !== undefined && named !== 'null' && named !== origin) return false;
  return hostOrigin === null || hostOrigin === origin;
}

function applyScheme(scheme: Scheme): void {
  document.documentElement.dataset.scheme = scheme;
}

// A page that says hello again may have lost the height: frameworks re-create nodes.
function repeatHeight(): void {
  lastHeight = 0;
  tellHeight();
}

function tellHeight(): void {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (height === lastHeight) return;
  lastHeight = height;
  tell({ type: 'height', height });
}

function tellChange(event: Event): void {
  const { query, total } = (event as CustomEvent<{ query?: unknown; total?: unknown }>).detail ?? {};
  if (typeof query === 'string' && typeof total === 'number') tell({ type: 'change', query, total });
}

function tellError(event: Event): void {
  const { code, message } = (event as CustomEvent<{ code?: unknown; message?: unknown }>).detail ?? {};
  if (typeof code === 'string') tell({ type: 'error', code, message: String(message ?? '').slice(0, 2000) });
}

function tell(message: FrameMessage): void {
  if (hostOrigin !== null) parent.postMessage(pack(message), hostOrigin);
}

/** Sets the first selection from the frame's address: `embed/?licence=CC-BY-SA-4.0`. */
export function presetFromAddress(element: Element | null): void {
  const query = location.search.slice(1);
  if (element && query !== '') element.setAttribute('query', query);
}
