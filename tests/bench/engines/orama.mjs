// SPDX-License-Identifier: MIT
// Orama: an enumeration per facet. Its facets count the results of the whole query, so a facet with a choice is counted
// by a second query, without that choice and without hits ("preflight").
import { create, insertMultiple, search } from '@orama/orama';
import { commonFacets as facets } from '../../oracle/facets.mjs';
import { valuesOf } from '../../oracle/oracle.mjs';
import { fold } from '../../oracle/words.mjs';
import { minuteValues } from './minutes.mjs';
import { readTrainings } from './read.mjs';

export const name = 'Orama';
export const finds = ['filter', 'text'];
export const files = ['@orama/orama'];

const where = (asked, met, left) => ({
  ...Object.fromEntries(
    facets
      .filter((key) => key !== left && asked[key].length)
      .map((key) => [key, key === 'droit' ? { containsAll: asked[key] } : { containsAny: asked[key] }]),
  ),
  ...(met && left !== 'duree' ? { minutes: { containsAny: met } } : {}),
});
const counted = (keys) => Object.fromEntries(keys.map((key) => [key, {}]));

export async function build({ json }) {
  const trainings = readTrainings(json);
  const minutes = minuteValues(trainings);
  const schema = {
    at: 'number',
    title: 'string',
    description: 'string',
    provider: 'string',
    ...Object.fromEntries([...facets, 'minutes'].map((key) => [key, 'enum[]'])),
  };
  const db = create({ schema, language: 'french' });
  const rows = trainings.map((training, at) => ({
    id: training.id,
    at,
    title: fold(training.title),
    description: fold(training.description),
    provider: fold(training.provider ?? ''),
    ...Object.fromEntries(facets.map((key) => [key, [...new Set(valuesOf(training, key))]])),
    minutes: minutes.held(training),
  }));
  await insertMultiple(db, rows, 1000);
  return {
    query({ asked, ranges, text }) {
      const met = ranges.length > 0 ? minutes.met(ranges) : null;
      const own = facets.filter((key) => key !== 'droit' && (asked[key].length || (key === 'duree' && met)));
      const words = text
        ? {
            term: fold(text),
            properties: ['title', 'description', 'provider'],
            boost: { title: 4 },
            tolerance: 1,
            threshold: 0,
          }
        : {};
      const order = text ? {} : { sortBy: { property: 'at', order: 'ASC' } };
      const found = search(db, {
        ...words,
        ...order,
        where: where(asked, met),
        facets: counted(facets.filter((key) => !own.includes(key))),
        limit: 20,
      });
      const alone = Object.fromEntries(
        own.map((key) => [
          key,
          search(db, { ...words, where: where(asked, met, key), facets: counted([key]), preflight: true }).facets[key],
        ]),
      );
      return {
        total: found.count,
        ids: found.hits.map(({ id }) => id),
        counts: (key) => new Map(Object.entries((alone[key] ?? found.facets[key]).values)),
      };
    },
  };
}
