// SPDX-License-Identifier: MIT
// The messages that WordPress understands of a frame it has embedded by its address (wp-includes/js/wp-embed.js): such a
// frame is sandboxed, is made 200 to 1000 px high, and cannot follow a link by itself.

/** The page around gives each frame a secret, in its address, which every message repeats. */
const secret = /[#&?]secret=([A-Za-z0-9]+)$/.exec(location.hash)?.[1];

/** Tells WordPress the height of the content, and which link was clicked. Nothing where the address has no secret. */
export function talkToWordPress(): void {
  if (!secret) return;
  // WordPress hides the frame until it has heard the height. Browsers draw nothing of a hidden frame, and observe no size:
  // the first height is told at once, and again to a page whose script came later.
  tellHeight();
  new ResizeObserver(tellHeight).observe(document.body);
  addEventListener('message', ({ source, data }) => {
    if (source === parent && data?.message === 'ready' && data.secret === secret) tellHeight();
  });
  document.addEventListener('click', (event) => {
    const link = (event.composedPath()[0] as Element).closest<HTMLAnchorElement>('a[href]');
    if (!link || link.getAttribute('href')?.startsWith('#')) return;
    event.preventDefault();
    tell('link', addressFor(link));
  });
}

/** WordPress follows links to the frame's own host alone: for others, the page that the frame is of, where they work. */
function addressFor({ host, href }: HTMLAnchorElement): string {
  if (host === location.host) return href;
  return document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? href;
}

function tellHeight(): void {
  tell('height', Math.ceil(document.body.getBoundingClientRect().height));
}

// To any origin: which one embeds is not known here, and the messages hold nothing that the page does not show.
function tell(message: 'height' | 'link', value: number | string): void {
  parent.postMessage({ message, value, secret }, '*');
}
