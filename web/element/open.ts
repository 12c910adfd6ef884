// SPDX-License-Identifier: MIT
// Opens the catalogue of an element; elements with the same sources share one.
import { openInEngine, prepareEngine } from '../core/engine.js';
import type { EngineCatalogue } from '../core/engine.js';
import type { LoadFailure } from '../core/failure.js';
import type { FirstPart } from './parts.js';
import { readSources } from './read-sources.js';
import type { Settings } from './settings.js';

export interface OpenedCatalogue extends Pick<EngineCatalogue, 'query' | 'prepareText' | 'close'> {
  /** What could not be had or was left aside, while the rest is shown. */
  readonly notices: readonly LoadFailure[];
}

interface Shared {
  opening: Promise<{ catalogue: EngineCatalogue; notices: readonly LoadFailure[] }>;
  users: number;
}

const shared = new Map<string, Shared>();

/** Throws LoadFailure or CatalogueError. */
export async function openShared(settings: Settings, bring: FirstPart['bring']): Promise<OpenedCatalogue> {
  const { src, integrity, overlay, only, language } = settings;
  const key = JSON.stringify([src, integrity, overlay, only, language]);
  const entry = shared.get(key) ?? { opening: load(settings, bring), users: 0 };
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
    const { catalogue, notices } = await entry.opening;
    const query: OpenedCatalogue['query'] = (words, pageSize, look) => catalogue.query(words, pageSize, look);
    return {
      notices,
      query,
      prepareText: () => catalogue.prepareText(),
      close,
    };
  } catch (error) {
    shared.delete(key);
    throw error;
  }
}

// Not tied to one element's life: another may be waiting for the same file.
async function load(
  settings: Settings,
  bring: FirstPart['bring'],
): Promise<{ catalogue: EngineCatalogue; notices: readonly LoadFailure[] }> {
  // Both on their way at once: on 3G, a round trip less before the first list.
  const engine = prepareEngine(settings.language);
  engine.catch(() => undefined);
  const { json, notices } = await readSources(settings, bring);
  await engine;
  return { catalogue: await openInEngine(json, settings.language), notices };
}
