// SPDX-License-Identifier: MIT
// From the element's `src`, `integrity`, `overlay` and `only` to the one catalogue that the core opens.
import sourcesFile from 'catalogue:sources';
import { openInEngine } from '../core/engine.js';
import { LoadFailure } from '../core/failure.js';
import { fetchFile } from '../core/fetch-file.js';
import type { FetchedFile } from '../core/fetch-file.js';
import type { FirstPart } from './parts.js';
import type { Settings } from './settings.js';
import type { Catalogue } from './sources.js';

/** The largest catalogue that is taken, in bytes: more than a million trainings. */
const kMaxBytes = 1024 * 1024 * 1024;

/** Everything is fetched at once. One file and no more is the catalogue, byte for byte. Throws LoadFailure. */
export async function readSources(settings: Settings, bring: FirstPart['bring']): Promise<Catalogue> {
  const { src, integrity, overlay, only } = settings;
  const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);
  const hashes = words(integrity);
  const files = words(src).map((address, index) => fetchJson(address, hashes[index]));
  if (files[0] && !files[1] && !overlay && !only) return { json: new Uint8Array((await files[0]).bytes), notices: [] };
  const settled = Promise.allSettled(files);
  const overlayFile = overlay ? Promise.allSettled([fetchJson(overlay)]) : [];
  const { combine } = await bring<typeof import('./sources.js')>(sourcesFile);
  return combine(settings, await settled, (await overlayFile)[0], openInEngine);
}

/**
 * A file that says that it is JSON; `address` is as written, `-` stands for no hash. Servers that know no type
 * send text/plain or octet-stream; HTML is a page.
 */
async function fetchJson(address: string, integrity = '-'): Promise<FetchedFile> {
  const url = absolute(address);
  const file = await fetchFile(url, { integrity: integrity.replace(/^-$/, '') });
  if (file.bytes.byteLength > kMaxBytes) throw new LoadFailure('size', url, String(kMaxBytes));
  if (/json|text\/plain|octet-stream|^$/.test(file.type)) return file;
  throw file.url === url ? new LoadFailure('type', url, file.type) : new LoadFailure('redirected', url, file.url);
}

function absolute(address: string): string {
  try {
    return new URL(address, document.baseURI).href;
  } catch {
    throw new LoadFailure('syntax', address, 'it is no address');
  }
}
