// SPDX-License-Identifier: MIT
// The counting of tests for the closing line of `npm test`.
import assert from 'node:assert/strict';
import test from 'node:test';
import { closingLine, readJUnit, readTap, sum } from '../../toolchain/test/tally.mjs';

test('a TAP summary is read, and a cancelled test has failed', () => {
  const report =
    'TAP version 13\nok 1 - a\n# tests 9\n# suites 2\n# pass 4\n# fail 2\n# cancelled 1\n# skipped 1\n# todo 1\n';
  assert.deepEqual(readTap(report), { passed: 4, failed: 3, skipped: 2 });
});

test('words in a test name are not taken for the TAP summary', () => {
  assert.deepEqual(readTap('ok 1 - # pass 12 of them\n# pass 1\n# fail 0\n'), { passed: 1, failed: 0, skipped: 0 });
});

test('a CTest report is read from its suite, not from its cases', () => {
  const xml =
    '<?xml version="1.0"?>\n<testsuite name="x" tests="7" failures="2" disabled="1" skipped="1" time="3">' +
    '<testcase failures="9" tests="9"/></testsuite>';
  assert.deepEqual(readJUnit(xml), { passed: 3, failed: 2, skipped: 2 });
});

test('an empty report counts nothing, so that its suite fails', () => {
  assert.deepEqual(readTap(''), { passed: 0, failed: 0, skipped: 0 });
  assert.deepEqual(readJUnit(''), { passed: 0, failed: 0, skipped: 0 });
});

test('the closing line holds the sum, and skipped tests only when there are some', () => {
  const total = sum([
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 2, failed: 1, skipped: 3 },
  ]);
  assert.equal(closingLine(total), '3 passed, 1 failed, 3 skipped');
  assert.equal(closingLine({ ...total, skipped: 0 }), '3 passed, 1 failed');
});
