// SPDX-License-Identifier: MIT
// The facts of a training as words, to tell in which of them it has changed.
import type { CatalogueDuration, CatalogueTraining } from '../compiler/index.js';

/** Facts of a training that visitors see, in the order in which changes are told. */
export const factNames = [
  'title',
  'provider',
  'url',
  'durations',
  'licence',
  'modalities',
  'languages',
  'themes',
  'levels',
  'audiences',
  'certifications',
  'accessibility',
  'checked',
  'description',
] as const;
export type FactName = (typeof factNames)[number];

export interface FactChange {
  fact: FactName;
  before: string;
  after: string;
}

/** The facts that differ. */
export function changesOf(before: CatalogueTraining, after: CatalogueTraining): FactChange[] {
  return factNames
    .map((fact) => ({ fact, before: wordsOf(before, fact), after: wordsOf(after, fact) }))
    .filter((change) => change.before !== change.after);
}

/** '' for a fact that is not known. */
function wordsOf(training: CatalogueTraining, fact: FactName): string {
  if (fact === 'durations') return (training.durations ?? []).map(durationWords).join(' | ');
  if (fact === 'licence') return licenceWords(training);
  const value = training[fact];
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
}

function durationWords({ min, max, span, text = '' }: CatalogueDuration): string {
  return text || [min, max ?? span].filter((minutes) => minutes !== undefined).join('-');
}

function licenceWords({ licence = {} }: CatalogueTraining): string {
  return licence.id ?? licence.family ?? licence.text ?? licence.url ?? '';
}
