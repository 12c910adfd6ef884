// SPDX-License-Identifier: MIT
// FlexSearch: one index over the words of a training, forward tokenizer, accents folded.
import FlexSearch from 'flexsearch';
import { fold } from '../../oracle/words.mjs';
import { withFacets } from './text-and-loops.mjs';
import { readTrainings } from './read.mjs';

export const name = 'FlexSearch + loops';
export const finds = ['filter', 'text'];
export const files = ['flexsearch'];

export async function build({ json }) {
  const trainings = readTrainings(json);
  const index = new FlexSearch.Index({ tokenize: 'forward' });
  trainings.forEach(({ title, description, provider = '' }, row) =>
    index.add(row, fold(`${title} ${provider} ${description}`)),
  );
  return withFacets(trainings, (text) => index.search(fold(text), { limit: trainings.length }));
}
