// SPDX-License-Identifier: MIT
// Loaded for several catalogues, an overlay or a fixed selection: combines them into one catalogue.
import type { FetchedFile } from '../core/fetch-file.js';
import { LoadFailure } from '../core/load-failure.js';
import { mergeCatalogues } from './merge.js';
import type { CatalogueFile } from './merge.js';
import { restrict } from './fixed-selection.js';
import type { OpenCatalogue } from './fixed-selection.js';
import { applyOverlay } from './overlay.js';
import type { OverlayIssue } from './overlay.js';
import type { Settings } from './settings.js';
import { soundMembers, soundTrainings } from './sound-trainings.js';
import type { Open } from './sound-trainings.js';

/** A catalogue, JSON in UTF-8. `notices`: files and values that could not be used, while the rest is shown. */
export interface Catalogue {
  json: Uint8Array;
  notices: readonly LoadFailure[];
}

type Outcome = PromiseSettledResult<FetchedFile>;

/** Notices per file; the others are counted in one more. */
const kMaxNotices = 20;

/**
 * Merges `sources` in their order, applies `overlay`, then keeps what `only` selects. A source or an overlay that failed
 * becomes a notice, and so does each training and each part of the overlay that the core refuses. Throws the first
 * failure if no source is left, and CatalogueError `engine-*`.
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
  const applied = await applyOverlay(trainings, overlay.data, overlay.url, open);
  notices.push(...noticesOf('overlay', address, applied.issues));
  return applied.trainings;
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
  notices.push(...noticesOf('source', parsed.url, issues));
  return [{ ...file, trainings: sound }];
}

function noticesOf(code: 'source' | 'overlay', url: string, issues: readonly OverlayIssue[]): LoadFailure[] {
  const notices = issues
    .slice(0, kMaxNotices)
    .map(({ where, code: why }) => new LoadFailure(code, url, `${where} (${why})`));
  const more = issues.length - notices.length;
  return more ? [...notices, new LoadFailure(code, url, `+ ${more}`)] : notices;
}

function parseJson(outcome: Outcome, notices: LoadFailure[]): { data: unknown; url: string } | null {
  if (outcome.status === 'rejected') {
    notices.push(outcome.reason as LoadFailure);
    return null;
  }
  const { bytes, url } = outcome.value;
  try {
    return { data: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown, url };
  } catch (error) {
    notices.push(new LoadFailure('syntax', url, (error as Error).message));
    return null;
  }
}
