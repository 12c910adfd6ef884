// SPDX-License-Identifier: MIT
// Brought when an element has several catalogues, an overlay or a fixed selection: makes one catalogue of them.
import type { FetchedFile } from '../core/fetch-file.js';
import { LoadFailure } from '../core/load-failure.js';
import { mergeCatalogues } from './merge.js';
import type { CatalogueFile } from './merge.js';
import { restrict } from './only.js';
import type { OpenCatalogue } from './only.js';
import { applyOverlay } from './overlay.js';
import type { OverlayIssue } from './overlay.js';
import type { Settings } from './settings.js';
import { soundMembers, soundTrainings } from './sound-trainings.js';
import type { Open } from './sound-trainings.js';

/** What the core opens, in UTF-8, and what could not be had or was left aside while the rest is shown. */
export interface Catalogue {
  json: Uint8Array;
  notices: readonly LoadFailure[];
}

/** The first byte of a compact file (wasm/src/model/compact_file.h), which no JSON has. */
const kCompactMark = 0x89;

type Outcome = PromiseSettledResult<FetchedFile>;

/** The most faults of one file that are told one by one. */
const kMaxTold = 20;

/**
 * One catalogue of `sources`, in their order, with the `overlay` laid over it, cut down to what `only` selects.
 * One of several sources may have failed, and the overlay too: the others are shown and the failure is a notice. So is
 * each training and each part of the overlay that the core refuses. Throws the first failure when no source could be
 * had, and CatalogueError `engine-*`.
 */
export async function combine(
  { src, overlay: overlayAddress, only }: Settings,
  sources: readonly Outcome[],
  overlay: Outcome | undefined,
  open: OpenCatalogue,
): Promise<Catalogue> {
  const notices: LoadFailure[] = [];
  const catalogues = [];
  for (const outcome of sources) catalogues.push(...(await readCatalogue(outcome, open, notices)));
  if (catalogues.length === 0) throw notices[0] ?? new LoadFailure('syntax', src, 'no address');
  const merged = catalogues.length > 1 ? mergeCatalogues(catalogues) : { ...(catalogues[0] as CatalogueFile) };
  if (overlay) merged.trainings = await withOverlay(merged.trainings, overlay, overlayAddress, open, notices);
  const chosen = only ? await restrict(merged, only, open) : { catalogue: merged, notices: [] };
  return { json: new TextEncoder().encode(JSON.stringify(chosen.catalogue)), notices: [...notices, ...chosen.notices] };
}

async function withOverlay(
  trainings: CatalogueFile['trainings'],
  outcome: Outcome,
  address: string,
  open: Open,
  notices: LoadFailure[],
): Promise<CatalogueFile['trainings']> {
  const overlay = parseJson(outcome, notices);
  if (!overlay) return trainings;
  const laid = await applyOverlay(trainings, overlay.data, overlay.url, open);
  notices.push(...leftAside('overlay', address, laid.issues));
  return laid.trainings;
}

async function readCatalogue(outcome: Outcome, open: Open, notices: LoadFailure[]): Promise<CatalogueFile[]> {
  const parsed = parseJson(outcome, notices);
  if (!parsed) return [];
  const { trainings } = (parsed.data ?? {}) as Partial<CatalogueFile>;
  if (!Array.isArray(trainings)) {
    notices.push(new LoadFailure('syntax', parsed.url, 'it has no list "trainings"'));
    return [];
  }
  const issues: OverlayIssue[] = [];
  const file = await soundMembers(parsed.data as CatalogueFile, open, (where, code) => issues.push({ where, code }));
  const { sound, refused } = await soundTrainings(trainings, open);
  issues.push(...refused.map(({ index, where, code }) => ({ where: `/trainings/${index}${where}`, code })));
  notices.push(...leftAside('source', parsed.url, issues));
  return [{ ...file, trainings: sound }];
}

function leftAside(code: 'source' | 'overlay', url: string, issues: readonly OverlayIssue[]): LoadFailure[] {
  const told = issues.slice(0, kMaxTold).map(({ where, code: why }) => new LoadFailure(code, url, `${where} (${why})`));
  const more = issues.length - told.length;
  return more ? [...told, new LoadFailure(code, url, `+ ${more}`)] : told;
}

function parseJson(outcome: Outcome, notices: LoadFailure[]): { data: unknown; url: string } | null {
  if (outcome.status === 'rejected') {
    notices.push(outcome.reason as LoadFailure);
    return null;
  }
  const { bytes, url } = outcome.value;
  try {
    // Only the core reads a compact file.
    if (new Uint8Array(bytes)[0] === kCompactMark)
      throw new Error('a compact file stands alone: one source, no overlay, no only');
    return { data: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown, url };
  } catch (error) {
    notices.push(new LoadFailure('syntax', url, (error as Error).message));
    return null;
  }
}
