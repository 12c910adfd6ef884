// SPDX-License-Identifier: MIT
// The chosen trainings in the page's address: `choix=ID`, once per training. The page's other keys stay as written.

const kKey = 'choix';

/** A pair's key, decoded; as written when it is no valid percent-encoding. */
function keyOf(pair: string): string {
  const written = pair.replace(/=.*/s, '');
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** `urlState`: the element's attribute: `on`, `off` or the prefix of its keys. */
export class PicksAddress {
  readonly #key: string;
  readonly #isOff: boolean;

  constructor(urlState: string) {
    this.#isOff = urlState === 'off';
    this.#key = (urlState === 'on' || this.#isOff ? '' : urlState) + kKey;
  }

  /** Ids, in the order of the address, without repeats. */
  read(): string[] {
    if (this.#isOff) return [];
    return [...new Set(new URLSearchParams(location.search).getAll(this.#key))].filter(Boolean);
  }

  /** The page's address with `ids` in place of those that it has. */
  href(ids: readonly string[]): string {
    const others = location.search
      .slice(1)
      .split('&')
      .filter((pair) => pair && keyOf(pair) !== this.#key);
    const own = ids.map((id) => `${this.#key}=${encodeURIComponent(id)}`);
    const search = [...others, ...own].join('&');
    return location.href.replace(/[?#].*/s, '') + (search && `?${search}`) + location.hash;
  }

  /** Replaces the address: choosing a training is no step to go back over. */
  write(ids: readonly string[]): void {
    const href = this.href(ids);
    if (this.#isOff || href === location.href) return;
    // Browsers refuse more than about 100 changes in 30 s, and about:srcdoc has no address to change.
    try {
      history.replaceState(history.state, '', href);
    } catch {
      // The choice stands; only the address does not follow.
    }
  }
}
