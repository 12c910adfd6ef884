// SPDX-License-Identifier: MIT
// The selection in the address: read, written, never touching what belongs to the page.
import { isOwnPair, pairsOf, prefixOf } from './query-keys.js';

/** How a selection enters the history: typing replaces the entry, a choice adds one. */
export type HistoryMode = 'push' | 'replace' | 'none';

export class UrlState {
  readonly #prefix: string | null;

  /** `urlState`: the attribute, `on`, `off` or a key prefix. */
  constructor(urlState: string) {
    this.#prefix = prefixOf(urlState);
  }

  get isOn(): boolean {
    return this.#prefix !== null;
  }

  /** The query in the address, without the prefix; null when it asks nothing. */
  read(): string | null {
    const prefix = this.#prefix;
    if (prefix === null) return null;
    const own = pairsOf(location.search).filter((pair) => isOwnPair(pair, prefix));
    return own.length ? own.map((pair) => pair.slice(prefix.length)).join('&') : null;
  }

  /** The page's address with `query` (canonical) in it; foreign keys come first, the hash is kept. */
  href(query: string): string {
    const prefix = this.#prefix ?? '';
    const foreign = pairsOf(location.search).filter((pair) => !isOwnPair(pair, prefix));
    const own = pairsOf(query).map((pair) => prefix + pair);
    const search = [...foreign, ...own].join('&');
    return location.pathname + (search ? `?${search}` : '') + location.hash;
  }

  write(query: string, mode: HistoryMode): void {
    if (!this.isOn || mode === 'none') return;
    const href = this.href(query);
    if (href === location.pathname + location.search + location.hash) return;
    // Browsers refuse more than about 100 entries in 30 s, and about:srcdoc has no address to change.
    try {
      history[mode === 'push' ? 'pushState' : 'replaceState'](history.state, '', href);
    } catch {
      // The selection stands; only the address does not follow.
    }
  }
}
