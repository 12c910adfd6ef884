// SPDX-License-Identifier: MIT
// What can be published of what was understood: a catalogue holds trainings that have a title.
import type { Normalised } from '../compiler/index.js';

/** Which trainings have a title, one flag per record. */
export function titledFlags({ catalogue }: Normalised): boolean[] {
  return catalogue.trainings.map(({ title }) => title !== '');
}

/** The same without trainings that have no title: their editor is told by a diagnostic, and the rest is published. */
export function titledOnly(meaning: Normalised): Normalised {
  const isTitled = titledFlags(meaning);
  const trainings = meaning.catalogue.trainings.filter((_, index) => isTitled[index]);
  return { ...meaning, catalogue: { ...meaning.catalogue, trainings } };
}
