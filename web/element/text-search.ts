// SPDX-License-Identifier: MIT
// Readies the text search where a query has words.
import type { OpenedCatalogue } from './open.js';
import type { CodedError } from './parts.js';

export const hasText = (query: string): boolean => /(^|&)q=/.test(query);

/** Readies it. Gives why it cannot be had; the next search tries again. */
export async function searchFailure(catalogue: OpenedCatalogue, query: string): Promise<CodedError | undefined> {
  if (!hasText(query)) return undefined;
  return catalogue.prepareText().then(
    () => undefined,
    (error: CodedError) => error,
  );
}
