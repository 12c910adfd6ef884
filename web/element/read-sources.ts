// SPDX-License-Identifier: MIT
// Fetches the catalogues of an element, and has them combined if there are several, an overlay or a fixed selection.
import sourcesFile from 'catalogue:sources';
import type { OpenCatalogue } from './fixed-selection.js';
import type { Loader } from './loader.js';
import type { Settings } from './settings.js';
import type { Catalogue } from './sources.js';

/** The catalogue for the core to open. A single file is passed on unchanged. Throws LoadFailure. */
export async function readSources(settings: Settings, loader: Loader, open: OpenCatalogue): Promise<Catalogue> {
  const { src, json, integrity, overlay, only } = settings;
  if (json) return { json: new TextEncoder().encode(json), notices: [] };
  const fetchAll = (...written: [string, string]) =>
    loader.requestsOf(...written).map((request) => loader.fetchFile(...request));
  // Catalogues are joined, changed and restricted whole: the file beside the parts.
  const files = fetchAll(src.replace(/\.parts(?!\S)/g, '.json'), integrity);
  if (files[0] && !files[1] && !overlay && !only) return { json: new Uint8Array((await files[0]).bytes), notices: [] };
  const settled = Promise.allSettled(files);
  const overlayFile = Promise.allSettled(fetchAll(overlay, ''));
  const { combine } = await loader.loadModule<typeof import('./sources.js')>(sourcesFile);
  return combine(settings, await settled, (await overlayFile)[0], open);
}
