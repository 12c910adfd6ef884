// SPDX-License-Identifier: MIT
// data/tables/query.json -> web/core/query-words.ts: TypeScript reads no exact types from JSON, and a package's types
// must name each facet. The file is kept in Git, so that editors and type checks need no build.
import { readFileSync } from 'node:fs';
import { writeIfChanged } from '../lib/files.mjs';
import { fromRoot } from '../lib/paths.mjs';

export const queryWordsPath = fromRoot('web/core/query-words.ts');

/** One word a line where they would make a line longer than the formatter's. */
const tuple = (words) => {
  const quoted = words.map((word) => `'${word}'`);
  return `[${quoted.length > 8 ? `\n  ${quoted.join(',\n  ')},\n` : quoted.join(', ')}] as const`;
};

/** The file's content for a table of query words. */
export const queryWords = ({ facets, rights }) => `// SPDX-License-Identifier: MIT
// Written by toolchain/steps/query-words.mjs from data/tables/query.json: edit that file.

/** The facets, by query key, in the order in which they are shown. */
export const facetKeys = ${tuple(facets)};
export type FacetKey = (typeof facetKeys)[number];

/** Values of the facet \`droit\`. */
export const rightValues = ${tuple(rights)};
export type Right = (typeof rightValues)[number];
`;

export const readQueryTable = () => JSON.parse(readFileSync(fromRoot('data/tables/query.json'), 'utf8'));

export function writeQueryWords() {
  return writeIfChanged(queryWordsPath, queryWords(readQueryTable())) ? 'web/core/query-words.ts' : 'unchanged';
}
