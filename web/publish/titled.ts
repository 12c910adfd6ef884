// SPDX-License-Identifier: MIT
// Keeps the trainings that have a title: only these can be published.
import type { Normalised } from '../compiler/index.js';

/** One flag per record: whether its training has a title. */
export function titledFlags({ catalogue }: Normalised): boolean[] {
  return catalogue.trainings.map(({ title }) => title !== '');
}

/** Without the trainings that have no title. A diagnostic tells their editor. */
export function titledOnly(meaning: Normalised): Normalised {
  const isTitled = titledFlags(meaning);
  const trainings = meaning.catalogue.trainings.filter((_, index) => isTitled[index]);
  return { ...meaning, catalogue: { ...meaning.catalogue, trainings } };
}
