// SPDX-License-Identifier: MIT
// The table that a site's statement quotes is what the tests prove.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { conformityText } from '../../toolchain/conformity.mjs';

test('docs/conformity.md names, for each criterion, a test that exists', () => {
  assert.equal(readFileSync(new URL('../../docs/conformity.md', import.meta.url), 'utf8'), conformityText());
});
