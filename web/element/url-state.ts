// SPDX-License-Identifier: MIT
// The selection in the page's address; the page's own keys stay.
import type { Loader } from './loader.js';

/** What a selection does to the history: a choice adds an entry, typing replaces it. */
export type HistoryMode = 'push' | 'replace' | 'none';

export class UrlState {
  readonly #urlState: string;
  readonly #splitAddress: Loader['splitAddress'];

  /** `urlState`: the attribute, `on`, `off` or a key prefix. */
  constructor(urlState: string, { splitAddress }: Loader) {
    this.#urlState = urlState;
    this.#splitAddress = splitAddress;
  }

  /** The query in the address, without the prefix; null if there is none. */
  read(): string | null {
    return this.#splitAddress(this.#urlState).own.join('&') || null;
  }

  /** The page's address with `query` (canonical): the page's own keys come first, the hash stays. */
  href(query: string): string {
    const { foreign, prefix } = this.#splitAddress(this.#urlState);
    const own = query.split('&').map((pair) => pair && prefix + pair);
    const search = [...foreign, ...own].filter(Boolean).join('&');
    // The whole address, not its path: the path `//host/` would name another host, and a <base> would apply.
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
