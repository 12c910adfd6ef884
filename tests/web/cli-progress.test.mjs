// SPDX-License-Identifier: MIT
// The progress bar: on a terminal only, and gone when the work is done.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importTypeScript } from './import-typescript.mjs';

const { Progress } = await importTypeScript('web/cli/progress.ts');

/** A stream that keeps what is written to it. */
const stream = (isTTY) => {
  const written = [];
  return { isTTY, written, write: (text) => written.push(text) };
};

test('shows on a terminal how much is done, and wipes itself at the end', () => {
  const terminal = stream(true);
  const progress = new Progress(4, true, terminal);
  progress.step('lecture');
  progress.step('compréhension');
  assert.match(terminal.written[0], /█{8}░{22} 25 % lecture$/);
  assert.match(terminal.written[1], /█{15}░{15} 50 % compréhension$/);
  progress.end();
  assert.equal(terminal.written.at(-1), '\r\u001b[K');
});

test('writes nothing into a file or a pipe, nor where quiet is wanted', () => {
  for (const [isTTY, isWanted] of [
    [false, true],
    [undefined, true],
    [true, false],
  ]) {
    const silent = stream(isTTY);
    const progress = new Progress(2, isWanted, silent);
    progress.step('lecture');
    progress.end();
    assert.deepEqual(silent.written, []);
  }
});
