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

/** The facts that differ. Where the words of durations are the same and their minutes are not, these are told too. */
export function changesOf(before: CatalogueTraining, after: CatalogueTraining): FactChange[] {
  return factNames.flatMap((fact) => {
    const [old, now] = [wordsOf(before, fact), wordsOf(after, fact)];
    if (old !== now) return [{ fact, before: old, after: now }];
    const [meant, means] = fact === 'durations' ? [minutesOf(before), minutesOf(after)] : ['', ''];
    return meant === means ? [] : [{ fact, before: `${old} (${meant})`, after: `${now} (${means})` }];
  });
}

/** '' for a fact that is not known. */
function wordsOf(training: CatalogueTraining, fact: FactName): string {
  if (fact === 'durations') return (training.durations ?? []).map(durationWords).join(' | ');
  if (fact === 'licence') return licenceWords(training);
  const value = training[fact];
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
}

/** "30-240 min | 1440 min". */
function minutesOf({ durations = [] }: CatalogueTraining): string {
  return durations.map(({ text: _, ...minutes }) => `${durationWords(minutes)} min`).join(' | ');
}

function durationWords({ min, max, span, text = '' }: CatalogueDuration): string {
  return text || [min, max ?? span].filter((minutes) => minutes !== undefined).join('-');
}

function licenceWords({ licence = {} }: CatalogueTraining): string {
  return licence.id ?? licence.family ?? licence.text ?? licence.url ?? '';
}
