// SPDX-License-Identifier: MIT
// The facts of a catalogue that a format of `export` cannot say.
import table from '../../data/tables/lost-facts.json' with { type: 'json' };
import type { Catalogue, CatalogueTraining } from '../compiler/index.js';

export interface LostFact {
  /** Of the training. */
  id: string;
  /** `licence.jurisdiction` */
  member: string;
  value: string;
  /** In French. */
  why: string;
}

/** Every lost fact, training by training. */
export function lostFacts({ trainings }: Catalogue, format: Exclude<keyof typeof table, 'about'>): LostFact[] {
  const members = Object.entries(table[format]) as [string, string][];
  return trainings.flatMap((training) =>
    members.flatMap(([member, why]) =>
      valuesAt(training, member).map((value) => ({ id: training.id, member, value, why })),
    ),
  );
}

/** The values of a member: each item's, where it is a list. */
function valuesAt(training: CatalogueTraining, member: string): string[] {
  const [name = '', inner] = member.split('.');
  const value = training[name as keyof CatalogueTraining] as unknown;
  if (value === undefined) return [];
  const items = (Array.isArray(value) ? value : [value]) as unknown[];
  const values = inner === undefined ? items : items.flatMap((item) => (item as Record<string, unknown>)[inner] ?? []);
  return values.map((each) => (typeof each === 'object' ? JSON.stringify(each) : String(each)));
}
