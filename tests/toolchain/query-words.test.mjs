// SPDX-License-Identifier: MIT
// The words of a query string have one source, also for the types of the package.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { queryWords, queryWordsPath, readQueryTable } from '../../toolchain/steps/query-words.mjs';

test('the facets that TypeScript knows are those of data/tables/query.json: `npm run build` writes them', () => {
  assert.equal(readFileSync(queryWordsPath, 'utf8'), queryWords(readQueryTable()));
});
