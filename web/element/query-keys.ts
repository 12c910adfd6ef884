// SPDX-License-Identifier: MIT
// The keys of the query language in an address, with their prefix; all others belong to the page.

const kKeys = ['q', 'duree', 'licence', 'droit', 'modalite', 'organisme', 'theme', 'langue', 'tri', 'page'];

/** Pairs `key=value` as written: ours without their prefix, and the page's. */
export interface SplitPairs {
  own: string[];
  foreign: string[];
}

/** The key prefix that `url-state` asks for: '' when on. */
export const prefixOf = (urlState: string): string => (urlState === 'on' ? '' : urlState);

/** Splits `search`, with or without its '?'. */
export function splitPairs(search: string, prefix: string): SplitPairs {
  const split: SplitPairs = { own: [], foreign: [] };
  for (const pair of search.replace(/^\?/, '').split('&')) {
    const key = decode(pair.replace(/=.*/, ''));
    if (key.startsWith(prefix) && kKeys.includes(key.slice(prefix.length))) split.own.push(pair.slice(prefix.length));
    else if (pair) split.foreign.push(pair);
  }
  return split;
}

// A hand-edited address may hold any percent sign.
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
