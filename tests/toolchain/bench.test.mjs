// SPDX-License-Identifier: MIT
// The benchmark measures no engine with a wrong answer. The engines without npm packages are checked here.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fromRoot } from '../../toolchain/lib/paths.mjs';

for (const engine of ['ours', 'columns', 'naive'])
  test(`the benchmark’s ${engine} answers as the oracle does`, () => {
    const { status, stderr } = spawnSync(process.execPath, ['tests/bench/check.mjs', engine], {
      cwd: fromRoot(),
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  });
