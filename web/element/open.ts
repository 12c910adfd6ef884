// SPDX-License-Identifier: MIT
// Opens the catalogue of an element; elements with the same sources share one.
import { openInEngine, prepareEngine } from '../core/engine.js';
import type { EngineAnswer, EngineCatalogue, Look } from '../core/engine.js';
import { failure, LoadFailure } from '../core/failures.js';
import { restrict } from './only.js';
import type { Settings } from './settings.js';
import { loadSources } from './sources.js';

export interface OpenedCatalogue {
  /** Trainings in the catalogue. */
  readonly total: number;
  /** What could not be had or was left aside, while the rest is shown. */
  readonly notices: readonly LoadFailure[];
  query(query: string, pageSize: number, look?: Look): EngineAnswer;
  close(): void;
}

interface Loaded {
  catalogue: EngineCatalogue;
  notices: LoadFailure[];
}

interface Shared {
  opening: Promise<Loaded>;
  users: number;
}

const shared = new Map<string, Shared>();

/** Throws LoadFailure, CatalogueError, or the abort's reason. */
export async function openShared(settings: Settings, signal: AbortSignal): Promise<OpenedCatalogue> {
  const { src, integrity, overlay, only, language } = settings;
  const key = JSON.stringify([src, integrity, overlay, only, language]);
  let entry = shared.get(key);
  if (!entry) shared.set(key, entry = { opening: load(settings), users: 0 });
  entry.users += 1;
  const leave = (): void => release(key, entry as Shared);
  try {
    const { catalogue, notices } = await entry.opening;
    signal.throwIfAborted?.();
    return opened(catalogue, notices, leave);
  } catch (error) {
    leave();
    if (shared.get(key) === entry) shared.delete(key);
    throw error;
  }
}

// Not tied to one element's life: another may be waiting for the same file.
async function load({ src, integrity, overlay, only, language }: Settings): Promise<Loaded> {
  // Both on their way at once: on 3G, a round trip less before the first list.
  const engine = prepareEngine(language);
  engine.catch(() => undefined);
  const { json, failures, issues } = await loadSources({ src, integrity, overlay, base: document.baseURI });
  await engine;
  const left = issues.map(({ code, where }) => failure('overlay', overlay, `${where} (${code})`));
  const bytes = typeof json === 'string' ? new TextEncoder().encode(json) : json;
  const kept = only === '' ? { json: bytes, notices: [] } : await restrict(bytes, only, language);
  return { catalogue: await openInEngine(kept.json, language), notices: [...failures, ...left, ...kept.notices] };
}

function opened(catalogue: EngineCatalogue, notices: LoadFailure[], leave: () => void): OpenedCatalogue {
  const query = (words: string, pageSize: number, look?: Look): EngineAnswer => catalogue.query(words, pageSize, look);
  return { total: query('', 1).total, notices, query, close: leave };
}

function release(key: string, entry: Shared): void {
  entry.users -= 1;
  if (entry.users > 0) return;
  if (shared.get(key) === entry) shared.delete(key);
  entry.opening.then(({ catalogue }) => catalogue.close(), () => undefined);
}
