// SPDX-License-Identifier: MIT
// From the element's `src`, `integrity`, `overlay` and `only` to the one catalogue that the core opens.
import sourcesFile from 'catalogue:sources';
import type { FetchedFile } from '../core/fetch-file.js';
import type { OpenCatalogue } from './only.js';
import type { FirstPart } from './parts.js';
import type { Settings } from './settings.js';
import type { Catalogue } from './sources.js';

/** Servers that know no type send text/plain or octet-stream; HTML is a page. */
const kTypes = /json|text\/plain|octet-stream|^$/;

/** Everything is fetched at once. One file and no more is the catalogue, byte for byte. Throws LoadFailure. */
export async function readSources(settings: Settings, lent: FirstPart, open: OpenCatalogue): Promise<Catalogue> {
  const { src, integrity, overlay, only } = settings;
  const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);
  const hashes = words(integrity);
  const files = words(src).map((address, index) => fetchJson(address, lent, hashes[index]));
  if (files[0] && !files[1] && !overlay && !only) return { json: new Uint8Array((await files[0]).bytes), notices: [] };
  const settled = Promise.allSettled(files);
  const overlayFile = overlay ? Promise.allSettled([fetchJson(overlay, lent)]) : [];
  const { combine } = await lent.bring<typeof import('./sources.js')>(sourcesFile);
  return combine(settings, await settled, (await overlayFile)[0], open);
}

/** `address` is as written; as a hash, `-` stands for none. */
async function fetchJson(
  address: string,
  { fetchFile, LoadFailure }: FirstPart,
  integrity?: string,
): Promise<FetchedFile> {
  let url: string;
  try {
    url = new URL(address, document.baseURI).href;
  } catch {
    throw new LoadFailure('syntax', address, 'it is no address');
  }
  return fetchFile(url, { integrity: integrity?.replace(/^-$/, ''), types: kTypes });
}
