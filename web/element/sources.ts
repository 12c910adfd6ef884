// SPDX-License-Identifier: MIT
// From the element's `src`, `integrity` and `overlay` to the one catalogue that the core opens.
import { fetchFile } from '../core/fetch-file.js';
import type { FetchedFile } from '../core/fetch-file.js';
import { failure, LoadFailure } from '../core/failures.js';
import { mergeCatalogues } from './merge.js';
import type { CatalogueFile } from './merge.js';
import { applyOverlay } from './overlay.js';
import type { OverlayIssue } from './overlay.js';

/** The largest catalogue that is taken, in bytes: about a million trainings. */
const kMaxBytes = 512 * 1024 * 1024;

/** Attributes as written. `base`: address of the page, for relative ones. */
export interface SourceOptions {
  /** Addresses separated by spaces. */
  src: string;
  /** Hashes in the order of `src`; `-` for a source that is not pinned. */
  integrity?: string;
  overlay?: string;
  base: string;
  signal?: AbortSignal;
}

/**
 * `json`: what the core opens; the very bytes of the file when there is one source and no overlay.
 * `failures`: sources that could not be had while others could; `issues`: parts of the overlay left aside.
 */
export interface LoadedSources {
  json: Uint8Array | string;
  failures: LoadFailure[];
  issues: OverlayIssue[];
}

/** Addresses of `src`, absolute. Throws LoadFailure `syntax` for one that is no address. */
export function sourceUrls(src: string, base: string): string[] {
  return src.split(/\s+/).filter(Boolean).map((text) => absolute(text, base));
}

/**
 * Fetches everything at once and makes one catalogue. One of several sources may fail: the others are
 * shown and the failure is told. Throws the first LoadFailure when none could be had.
 */
export async function loadSources({ src, integrity = '', overlay = '', base, signal }: SourceOptions): Promise<LoadedSources> {
  const urls = sourceUrls(src, base);
  const hashes = integrity.split(/\s+/).filter(Boolean).map((hash) => (hash === '-' ? '' : hash));
  const files = urls.map((url, index) => fetchJson(url, hashes[index] ?? '', signal));
  const overlayUrl = overlay === '' ? '' : absolute(overlay, base);
  const overlayFile = overlayUrl === '' ? null : settle(fetchJson(overlayUrl, '', signal));
  const only = files.length === 1 && !overlayFile ? files[0] : undefined;
  if (only) return { json: new Uint8Array((await only).bytes), failures: [], issues: [] };
  const settled = await Promise.all(files.map(settle));
  const failures = settled.filter((outcome): outcome is LoadFailure => outcome instanceof LoadFailure);
  const catalogues = settled.flatMap((outcome) => (outcome instanceof LoadFailure ? [] : parseCatalogue(outcome, failures)));
  if (catalogues.length === 0) throw failures[0] ?? failure('syntax', src, 'no address');
  return withOverlay(mergeCatalogues(catalogues), await overlayFile, failures);
}

function withOverlay(merged: CatalogueFile, file: FetchedFile | LoadFailure | null, failures: LoadFailure[]): LoadedSources {
  if (file instanceof LoadFailure) failures.push(file);
  if (file === null || file instanceof LoadFailure) return { json: JSON.stringify(merged), failures, issues: [] };
  const overlay = parseJson(file, failures);
  if (overlay === undefined) return { json: JSON.stringify(merged), failures, issues: [] };
  const { trainings, issues } = applyOverlay(merged.trainings, overlay, file.url);
  return { json: JSON.stringify({ ...merged, trainings }), failures, issues };
}

/** A file that says that it is JSON. Servers that know no type send text/plain or octet-stream; HTML is a page. */
async function fetchJson(url: string, integrity: string, signal: AbortSignal | undefined): Promise<FetchedFile> {
  const file = await fetchFile(url, { integrity, signal });
  if (file.bytes.byteLength > kMaxBytes) throw failure('size', url, String(kMaxBytes));
  if (/json|text\/plain|octet-stream|^$/.test(file.type)) return file;
  if (file.url !== url) throw failure('redirected', url, file.url);
  throw failure('type', url, file.type);
}

// Only what can be told as a failure is kept; an abort goes on as it is.
function settle(file: Promise<FetchedFile>): Promise<FetchedFile | LoadFailure> {
  return file.catch((error: unknown) => {
    if (error instanceof LoadFailure) return error;
    throw error;
  });
}

function parseCatalogue(file: FetchedFile, failures: LoadFailure[]): CatalogueFile[] {
  const data = parseJson(file, failures) as CatalogueFile | undefined;
  if (data === undefined) return [];
  const trainings = data !== null && typeof data === 'object' ? data.trainings : undefined;
  if (Array.isArray(trainings) && trainings.every(isTraining)) return [data];
  failures.push(failure('syntax', file.url, 'it has no list "trainings" with an id and a title each'));
  return [];
}

function isTraining(value: unknown): boolean {
  const training = value as { id?: unknown; title?: unknown } | null;
  return typeof training === 'object' && typeof training?.id === 'string' && typeof training.title === 'string';
}

function parseJson(file: FetchedFile, failures: LoadFailure[]): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file.bytes)) as unknown;
  } catch (error) {
    failures.push(failure('syntax', file.url, (error as Error).message));
    return undefined;
  }
}

function absolute(text: string, base: string): string {
  try {
    return new URL(text, base).href;
  } catch {
    throw failure('syntax', text, 'it is no address');
  }
}
