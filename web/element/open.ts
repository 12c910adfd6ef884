// SPDX-License-Identifier: MIT
// Opens the catalogue of an element; elements with the same sources share one.
import { Engine } from '../core/engine.js';
import type { EngineCatalogue } from '../core/engine.js';
import type { LoadFailure } from '../core/load-failure.js';
import type { FirstPart } from './parts.js';
import { readSources } from './read-sources.js';
import type { Settings } from './settings.js';

/** What an element asks; closing is OpenedCatalogue's. */
export type SharedCatalogue = Pick<EngineCatalogue, 'query' | 'prepareText'>;

export interface OpenedCatalogue {
  catalogue: SharedCatalogue;
  /** What could not be had or was left aside, while the rest is shown. */
  notices: readonly LoadFailure[];
  /** Ends this element's use. */
  close(): void;
}

interface Shared {
  opening: Promise<{ catalogue: EngineCatalogue; notices: readonly LoadFailure[] }>;
  users: number;
}

const shared = new Map<string, Shared>();

let engine: Engine | undefined;

/** Throws LoadFailure or CatalogueError. */
export async function openShared(settings: Settings, lent: FirstPart): Promise<OpenedCatalogue> {
  const { src, integrity, overlay, only, language } = settings;
  const key = JSON.stringify([src, integrity, overlay, only, language]);
  const entry = shared.get(key) ?? { opening: load(settings, lent), users: 0 };
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

// Not tied to one element's life: another may be waiting for the same file.
async function load(settings: Settings, lent: FirstPart): Shared['opening'] {
  engine ??= new Engine(async ({ file, integrity }) => {
    const { href } = new URL(file, import.meta.url);
    return (await lent.fetchFile(href, { integrity })).bytes;
  });
  const open = (json: Uint8Array) => (engine as Engine).open(json, settings.language);
  // Both on their way at once: on 3G, a round trip less before the first list.
  const started = engine.start();
  started.catch(() => undefined);
  const { json, notices } = await readSources(settings, lent, open);
  await started;
  return { catalogue: await open(json), notices };
}
