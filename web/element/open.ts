// SPDX-License-Identifier: MIT
// Opens the catalogue of an element. Elements with the same sources share one.
import { Engine } from '../core/engine.js';
import type { EngineCatalogue } from '../core/engine.js';
import type { LoadFailure } from '../core/load-failure.js';
import type { Loader } from './loader.js';
import type { Bring } from './parts.js';
import { readSources } from './read-sources.js';
import type { Settings } from './settings.js';

/** A catalogue that several elements may use: to stop using it, call OpenedCatalogue.close. */
export type SharedCatalogue = Pick<EngineCatalogue, 'query' | 'prepareText' | 'prepare' | 'rowsWith'> & {
  /** Of a catalogue in parts. */
  bring?: Bring;
};

export interface OpenedCatalogue {
  catalogue: SharedCatalogue;
  /** Files and values that could not be used, while the rest is shown. */
  notices: readonly LoadFailure[];
  /** Closes the catalogue when its last element stops using it. */
  close(): void;
}

interface Shared {
  opening: Promise<{ catalogue: SharedCatalogue & Pick<EngineCatalogue, 'close'>; notices: readonly LoadFailure[] }>;
  users: number;
}

const shared = new Map<string, Shared>();

let engine: Engine | undefined;

/** Throws LoadFailure or CatalogueError. */
export async function openShared(host: Element, settings: Settings, loader: Loader): Promise<OpenedCatalogue> {
  const { src, json, integrity, overlay, only, language } = settings;
  const key = JSON.stringify([src, json, integrity, overlay, only, language]);
  const entry = shared.get(key) ?? { opening: load(host, settings, loader), users: 0 };
  shared.set(key, entry);
  entry.users += 1;
  const close = (): void => {
    entry.users -= 1;
    if (entry.users > 0) return;
    if (shared.get(key) === entry) shared.delete(key);
    entry.opening.then(
      ({ catalogue }) => catalogue.close(),
      () => undefined,
    );
  };
  try {
    return { ...(await entry.opening), close };
  } catch (error) {
    shared.delete(key);
    throw error;
  }
}

// Not aborted with the element: another one may be waiting for the same file.
async function load(host: Element, settings: Settings, loader: Loader): Shared['opening'] {
  const forget = (): void => shared.clear();
  const parts = await loader.loadParts(host);
  if (parts) return { catalogue: await parts.openParts(settings, loader, forget), notices: [] };
  engine ??= new Engine(() => loader.loadBytes(), forget);
  const open = (json: Uint8Array) => (engine as Engine).open(json, settings.language);
  // Fetched together: on 3G, the first list comes one round trip sooner.
  const started = engine.start();
  started.catch(() => undefined);
  const { json, notices } = await readSources(settings, loader, open);
  await started;
  return { catalogue: await open(json), notices };
}
