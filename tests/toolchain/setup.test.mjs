// SPDX-License-Identifier: MIT
// Set-up: what counts as installed.
import assert from 'node:assert/strict';
import test from 'node:test';
import { isInstalled } from '../../toolchain/setup/npm.mjs';

const locked = {
  '': { name: 'house' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/b': { version: '2.0.0', optional: true },
};

test('node_modules as locked is left alone, also without the optional packages of other systems', () => {
  assert.equal(isInstalled(locked, { 'node_modules/a': { version: '1.0.0' } }), true);
});

test('node_modules that miss a package, hold another version or one too many are stale', () => {
  assert.equal(isInstalled(locked, undefined), false);
  assert.equal(isInstalled(locked, {}), false);
  assert.equal(isInstalled(locked, { 'node_modules/a': { version: '1.0.1' } }), false);
  assert.equal(
    isInstalled(locked, { 'node_modules/a': { version: '1.0.0' }, 'node_modules/c': { version: '1.0.0' } }),
    false,
  );
});
