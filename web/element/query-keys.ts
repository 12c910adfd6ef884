// SPDX-License-Identifier: MIT
// The keys of the query language in an address, with their prefix; all others belong to the page.
import { facets, page, sort, text } from '../../data/tables/query.json';

const kKeys = [text, ...facets, sort, page];

/** The pairs `key=value` of the page's address. */
export interface AddressPairs {
  /** Of our keys in the address; '' for none. */
  prefix: string;
  /** Ours: their key decoded, as the core reads it, and without its prefix. */
  own: string[];
  /** The page's, as written. */
  foreign: string[];
}

/** `urlState`: the attribute, `on`, `off` (no pair is ours to read) or the prefix of our keys. */
export function splitAddress(urlState: string): AddressPairs {
  const isOff = urlState === 'off';
  const prefix = isOff || urlState === 'on' ? '' : urlState;
  const own: string[] = [];
  const foreign: string[] = [];
  for (const pair of location.search.slice(1).split('&')) {
    const written = pair.replace(/=.*/, '');
    const decoded = decode(written);
    const key = decoded.startsWith(prefix) ? decoded.slice(prefix.length) : '';
    if (!kKeys.includes(key)) foreign.push(pair);
    else if (!isOff) own.push(key + pair.slice(written.length));
  }
  return { prefix, own, foreign };
}

// A hand-edited address may hold any percent sign.
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
