// SPDX-License-Identifier: MIT
// The JavaScript fuzzers, for a fixed number of inputs. `npm run fuzz` runs them for longer.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';

const targets = new URL('../fuzz/js/', import.meta.url);
const executions = 300;

for (const file of readdirSync(targets).filter((name) => name.endsWith('.mjs'))) {
  test(`${file}: ${executions} mutated inputs are read or refused, and nothing else`, async () => {
    const { run } = await import(new URL(file, targets));
    assert.equal(await run({ executions, seed: 20_000 }), executions);
  });
}

test('a fuzzer names the input that fails', async () => {
  const { fuzzLoop } = await import(new URL('lib/fuzz-loop.mjs', targets));
  const make = (chance) => chance.below(100);
  const check = (input) => assert.ok(input < 90, 'too large');
  await assert.rejects(fuzzLoop({ executions: 1000, seed: 1 }, make, check), (error) => {
    assert.ok(error.input >= 90);
    assert.match(error.message, /^seed \d+: too large/);
    return true;
  });
});
