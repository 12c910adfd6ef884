// SPDX-License-Identifier: MIT
// Splits the page's address into our keys, with their prefix, and the page's own.
import { facets, page, sort, text } from '../../data/tables/query.json';

const kKeys = [text, ...facets, sort, page];

/** The pairs `key=value` of the page's address. */
export interface AddressPairs {
  /** Of our keys in the address; '' for none. */
  prefix: string;
  /** Ours, their keys decoded and without the prefix. */
  own: string[];
  /** The page's, as written. */
  foreign: string[];
}

/** `urlState`: the attribute: `on`, `off` (no pair is ours) or the prefix of our keys. */
export function splitAddress(urlState: string): AddressPairs {
  const isOff = urlState === 'off';
  const prefix = isOff || urlState === 'on' ? '' : urlState;
  const own: string[] = [];
  const foreign: string[] = [];
  for (const pair of location.search.slice(1).split('&')) {
    const written = pair.replace(/=.*/, '');
    // Never throws: hand-edited addresses may hold invalid percent-encoding.
    const [[decoded = ''] = []] = new URLSearchParams(written);
    const key = decoded.startsWith(prefix) ? decoded.slice(prefix.length) : '';
    if (!kKeys.includes(key)) foreign.push(pair);
    else if (!isOff) own.push(key + pair.slice(written.length));
  }
  return { prefix, own, foreign };
}
