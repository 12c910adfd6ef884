// SPDX-License-Identifier: MIT
// The keys of the query language in an address, with their prefix; all others belong to the page.

const kKeys = ['q', 'duree', 'licence', 'droit', 'modalite', 'organisme', 'theme', 'langue', 'tri', 'page'];

/** The key prefix that `url-state` asks for: '' when on, null when off. */
export function prefixOf(urlState: string): string | null {
  if (urlState === 'off') return null;
  return urlState === 'on' ? '' : urlState;
}

/** Whether one `key=value` of an address is ours under `prefix`. */
export function isOwnPair(pair: string, prefix: string): boolean {
  const key = decode(pair.split('=')[0] ?? '');
  return key.startsWith(prefix) && kKeys.includes(key.slice(prefix.length));
}

/** The pairs of `search` (with or without '?'), as written. */
export const pairsOf = (search: string): string[] => search.replace(/^\?/, '').split('&').filter(Boolean);

/** Whether an address asks this catalogue for something. */
export function hasOwnKeys(search: string, urlState: string): boolean {
  const prefix = prefixOf(urlState);
  return prefix !== null && pairsOf(search).some((pair) => isOwnPair(pair, prefix));
}

// A hand-edited address may hold any percent sign.
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
