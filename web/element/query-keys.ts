// SPDX-License-Identifier: MIT
// The keys of the query language in an address, with their prefix; all others belong to the page.
import { facets, page, sort, text } from '../../data/tables/query.json';

const kKeys = [text, ...facets, sort, page];

/** Pairs `key=value`: ours with their key decoded, as the core reads it, and without its prefix; the page's as written. */
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
    const written = pair.replace(/=.*/, '');
    const key = decode(written);
    const own = key.startsWith(prefix) ? key.slice(prefix.length) : '';
    if (kKeys.includes(own)) split.own.push(own + pair.slice(written.length));
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
