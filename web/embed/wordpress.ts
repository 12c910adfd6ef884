// SPDX-License-Identifier: MIT
// The messages that WordPress understands of a frame it has embedded by its address (wp-includes/js/wp-embed.js): such a
// frame is sandboxed, is made 200 to 1000 px high, and cannot follow a link by itself.

/** The page around gives each frame a secret, in its address, which every message repeats. */
const secret = /[#&?]secret=([A-Za-z0-9]+)$/.exec(location.hash)?.[1];

/** Tells WordPress the height of the content, and which link was clicked. Nothing where the address has no secret. */
export function talkToWordPress(): void {
  if (!secret) return;
  new ResizeObserver(() => tell('height', Math.ceil(document.body.getBoundingClientRect().height))).observe(
    document.body,
  );
  document.addEventListener('click', (event) => {
    const link = (event.composedPath()[0] as Element).closest<HTMLAnchorElement>('a[href]');
    if (!link || link.getAttribute('href')?.startsWith('#')) return;
    event.preventDefault();
    tell('link', link.href);
  });
}

// To any origin: which one embeds is not known here, and the messages hold nothing that the page does not show.
function tell(message: 'height' | 'link', value: number | string): void {
  parent.postMessage({ message, value, secret }, '*');
}
