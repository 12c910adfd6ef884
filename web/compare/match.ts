// SPDX-License-Identifier: MIT
// Which training of an old catalogue is which of a new one.
import type { Catalogue, CatalogueTraining } from '../compiler/index.js';
import { fold } from '../core/fold.js';

/** `before` is null for a training that is new, `after` for one that has gone. */
export interface Pair {
  before: CatalogueTraining | null;
  after: CatalogueTraining | null;
}

/** How a training is known again, the surest first. '' matches nothing. */
const kKeys: ((training: CatalogueTraining) => string)[] = [
  ({ id }) => id,
  ({ url = '' }) => url.replace(/^https?:\/\//, '').replace(/\/+$/, ''),
  ({ title, provider = '' }) => `${fold(title)}|${fold(provider)}`,
];

/** Pairs by id, then by address, then by title and provider; in the order of the new catalogue, those gone last. */
export function matchTrainings(before: Catalogue, after: Catalogue): Pair[] {
  const left = new Set(before.trainings);
  const found = new Map<CatalogueTraining, CatalogueTraining>();
  for (const key of kKeys) {
    const byKey = new Map([...left].reverse().map((training) => [key(training), training]));
    byKey.delete('');
    for (const training of after.trainings) {
      const match = found.has(training) ? undefined : byKey.get(key(training));
      if (!match || !left.delete(match)) continue;
      found.set(training, match);
    }
  }
  return [
    ...after.trainings.map((training) => ({ before: found.get(training) ?? null, after: training })),
    ...[...left].map((training) => ({ before: training, after: null })),
  ];
}
