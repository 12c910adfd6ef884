// SPDX-License-Identifier: MIT
// The selection in the address: read, written, never touching what belongs to the page.
import type { FirstPart } from './parts.js';

/** How a selection enters the history: typing replaces the entry, a choice adds one. */
export type HistoryMode = 'push' | 'replace' | 'none';

export class UrlState {
  readonly #urlState: string;
  readonly #splitAddress: FirstPart['splitAddress'];

  /** `urlState`: the attribute, `on`, `off` or a key prefix. */
  constructor(urlState: string, { splitAddress }: FirstPart) {
    this.#urlState = urlState;
    this.#splitAddress = splitAddress;
  }

  /** The query in the address, without the prefix; null when it asks nothing. */
  read(): string | null {
    return this.#splitAddress(this.#urlState).own.join('&') || null;
  }

  /** The page's whole address with `query` (canonical) in it; foreign keys come first, the hash is kept. */
  href(query: string): string {
    const { foreign, prefix } = this.#splitAddress(this.#urlState);
    const own = query.split('&').map((pair) => pair && prefix + pair);
    const search = [...foreign, ...own].filter(Boolean).join('&');
    // Not the path alone: `//host/` would be read as another host, and a <base> changes what it is relative to.
    const page = location.href.replace(/[?#].*/s, '');
    return page + (search && `?${search}`) + location.hash;
  }

  write(query: string, mode: HistoryMode): void {
    const href = this.href(query);
    if (this.#urlState === 'off' || mode === 'none' || href === location.href) return;
    // Browsers refuse more than about 100 entries in 30 s, and about:srcdoc has no address to change.
    try {
      history[`${mode}State`](history.state, '', href);
    } catch {
      // The selection stands; only the address does not follow.
    }
  }
}
