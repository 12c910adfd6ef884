// SPDX-License-Identifier: MIT
// Indexes in slices what a query will search, so that the page stays responsive: the core would do it at once.
import type { OpenedCatalogue } from './open.js';

export const hasText = (query: string): boolean => /(^|&)q=/.test(query);

export async function prepareText(catalogue: OpenedCatalogue, query: string): Promise<void> {
  if (hasText(query)) await catalogue.prepareText();
}
