// SPDX-License-Identifier: MIT
// Fetches the catalogues of an element, and has them combined if there are several, an overlay or a fixed selection.
import sourcesFile from 'catalogue:sources';
import type { FetchedFile } from '../core/fetch-file.js';
import type { OpenCatalogue } from './fixed-selection.js';
import type { Loader } from './loader.js';
import type { Settings } from './settings.js';
import type { Catalogue } from './sources.js';

/** Servers that do not know JSON send text/plain or octet-stream. HTML is an error page. */
const kTypes = /json|text\/plain|octet-stream|^$/;

/** The catalogue for the core to open. A single file is passed on unchanged. Throws LoadFailure. */
export async function readSources(settings: Settings, loader: Loader, open: OpenCatalogue): Promise<Catalogue> {
  const { src, json, integrity, overlay, only } = settings;
  if (json) return { json: new TextEncoder().encode(json), notices: [] };
  const listOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);
  const hashes = listOf(integrity);
  const files = listOf(src).map((address, index) => fetchJson(address, loader, hashes[index]));
  if (files[0] && !files[1] && !overlay && !only) return { json: new Uint8Array((await files[0]).bytes), notices: [] };
  const settled = Promise.allSettled(files);
  const overlayFile = overlay ? Promise.allSettled([fetchJson(overlay, loader)]) : [];
  const { combine } = await loader.loadModule<typeof import('./sources.js')>(sourcesFile);
  return combine(settings, await settled, (await overlayFile)[0], open);
}

/** `address`: as written. `integrity`: `-` for no hash. */
async function fetchJson(
  address: string,
  { fetchFile, LoadFailure }: Loader,
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
