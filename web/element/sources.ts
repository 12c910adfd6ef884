// SPDX-License-Identifier: MIT
// Brought when an element has several catalogues, an overlay or a fixed selection: makes one catalogue of them.
import type { openInEngine } from '../core/engine.js';
import { failure } from '../core/failures.js';
import type { LoadFailure } from '../core/failure.js';
import type { FetchedFile } from '../core/fetch-file.js';
import { isCompact } from './compact-trainings.js';
import { mergeCatalogues } from './merge.js';
import type { CatalogueFile } from './merge.js';
import { restrict } from './only.js';
import { applyOverlay } from './overlay.js';
import type { Settings } from './settings.js';

/** What the core opens, in UTF-8, and what could not be had or was left aside while the rest is shown. */
export interface Catalogue {
  json: Uint8Array;
  notices: readonly LoadFailure[];
}

type Outcome = PromiseSettledResult<FetchedFile>;

/**
 * One catalogue of `sources`, in their order, with the `overlay` laid over it, cut down to what `only` selects.
 * One of several sources may have failed, and the overlay too: the others are shown and the failure is a
 * notice. Throws the first failure when no source could be had.
 */
export async function combine(
  { src, overlay: overlayAddress, only, language }: Settings,
  sources: readonly Outcome[],
  overlay: Outcome | undefined,
  open: typeof openInEngine,
): Promise<Catalogue> {
  const notices: LoadFailure[] = [];
  const catalogues = sources.flatMap((outcome) => parseCatalogue(outcome, notices));
  if (catalogues.length === 0) throw notices[0] ?? failure('syntax', src, 'no address');
  const merged = catalogues.length > 1 ? mergeCatalogues(catalogues) : { ...(catalogues[0] as CatalogueFile) };
  if (overlay) merged.trainings = withOverlay(merged.trainings, overlay, overlayAddress, notices);
  const chosen = only
    ? await restrict(merged, only, (json) => open(json, language))
    : { catalogue: merged, notices: [] };
  return { json: new TextEncoder().encode(JSON.stringify(chosen.catalogue)), notices: [...notices, ...chosen.notices] };
}

function withOverlay(
  trainings: CatalogueFile['trainings'],
  outcome: Outcome,
  address: string,
  notices: LoadFailure[],
): CatalogueFile['trainings'] {
  const overlay = parseJson(outcome, notices);
  if (!overlay) return trainings;
  const laid = applyOverlay(trainings, overlay.data, overlay.url);
  notices.push(...laid.issues.map(({ code, where }) => failure('overlay', address, `${where} (${code})`)));
  return laid.trainings;
}

function parseCatalogue(outcome: Outcome, notices: LoadFailure[]): CatalogueFile[] {
  const parsed = parseJson(outcome, notices);
  if (!parsed) return [];
  const { trainings } = (parsed.data ?? {}) as Partial<CatalogueFile>;
  if (Array.isArray(trainings) && trainings.every(isTraining)) return [parsed.data as CatalogueFile];
  notices.push(failure('syntax', parsed.url, 'it has no list "trainings" with an id and a title each'));
  return [];
}

function isTraining(value: unknown): boolean {
  const training = value as { id?: unknown; title?: unknown } | null;
  return typeof training?.id === 'string' && typeof training.title === 'string';
}

function parseJson(outcome: Outcome, notices: LoadFailure[]): { data: unknown; url: string } | null {
  if (outcome.status === 'rejected') {
    notices.push(outcome.reason as LoadFailure);
    return null;
  }
  const { bytes, url } = outcome.value;
  try {
    // Only the core reads a compact file.
    if (isCompact(new Uint8Array(bytes)))
      throw new Error('a compact file stands alone: one source, no overlay, no only');
    return { data: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown, url };
  } catch (error) {
    notices.push(failure('syntax', url, (error as Error).message));
    return null;
  }
}
