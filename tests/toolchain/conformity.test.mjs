// SPDX-License-Identifier: MIT
// The table that a site's statement quotes is what the tests prove.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { conformityText } from '../../toolchain/conformity.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const conformity = JSON.parse(read('data/conformity.json'));

test('docs/conformity.md names, for each criterion, a test that exists', () => {
  assert.equal(read('docs/conformity.md'), conformityText());
});

test('data/conformity.json follows its schema', () => {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(read('data/schema/conformity.schema.json')));
  assert.ok(validate(conformity), JSON.stringify(validate.errors));
});

test('what WCAG 2.2 adds, and the user preferences of EN 301 549, each have a test or the reason why they do not apply', () => {
  const criteria = conformity.wcag22.map(({ criterion }) => criterion);
  for (const added of ['2.4.11', '2.5.7', '2.5.8', '3.2.6', '3.3.7', '3.3.8'])
    assert.ok(criteria.includes(added), added);
  assert.equal(new Set(criteria).size, criteria.length);
  assert.ok(conformity.en301549.some(({ clause }) => clause === '9.7'));
});
