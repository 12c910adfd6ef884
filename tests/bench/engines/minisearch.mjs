// SPDX-License-Identifier: MIT
// MiniSearch, prefix and fuzzy as its guide advises, with accents folded.
import MiniSearch from 'minisearch';
import { fold } from '../../oracle/words.mjs';
import { withFacets } from './text-and-loops.mjs';
import { readTrainings } from './read.mjs';

export const name = 'MiniSearch + loops';
export const finds = ['filter', 'text'];
export const files = ['minisearch'];

export async function build({ json }) {
  const trainings = readTrainings(json);
  const index = new MiniSearch({
    fields: ['title', 'description', 'provider'],
    processTerm: fold,
    searchOptions: { boost: { title: 4 }, prefix: true, fuzzy: 0.15, combineWith: 'AND' },
  });
  index.addAll(trainings.map(({ title, description, provider = '' }, id) => ({ id, title, description, provider })));
  return withFacets(trainings, (text) => index.search(text).map(({ id }) => id));
}
