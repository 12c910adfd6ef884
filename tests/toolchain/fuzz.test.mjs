// SPDX-License-Identifier: MIT
// The fuzzers are guided by the code that they run: every library has counters, and each fuzzer must cover a number of
// edges.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkEdges, leastEdges } from '../../toolchain/fuzz.mjs';
import { javaScriptFuzzers } from '../../toolchain/fuzz/javascript.mjs';
import { nativeFuzzers } from '../../toolchain/fuzz/native.mjs';
import { writeSeeds } from '../../toolchain/fuzz/seeds.mjs';
import { filesUnder } from '../../toolchain/lib/files.mjs';
import { fromRoot } from '../../toolchain/lib/paths.mjs';
import { run } from '../../toolchain/lib/run.mjs';

test('every file of the core is compiled with counters for the fuzzers', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  try {
    // Configured only: any compiler will do.
    await run('cmake', ['--preset', 'native-fuzz', '-B', folder, '-DCMAKE_CXX_COMPILER=g++']);
    const commands = JSON.parse(readFileSync(join(folder, 'compile_commands.json'), 'utf8'));
    const core = commands.filter(({ file }) => file.startsWith(fromRoot('wasm/src')));
    assert.ok(core.length > 50, `${core.length} files`);
    for (const { file, command } of commands) assert.match(command, /-fsanitize=fuzzer-no-link/, file);
    const sources = filesUnder(fromRoot('wasm/src'), (path) => path.endsWith('.cpp'));
    assert.deepEqual(core.map(({ file }) => file).sort(), sources);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('each native fuzzer finds nothing wrong with its seeds', { timeout: 600_000 }, async () => {
  await run('cmake', ['--preset', 'native-debug']);
  await run('cmake', ['--build', '--preset', 'native-debug', '--target', 'fuzzer_replays', '--parallel', '2']);
  for (const name of nativeFuzzers()) {
    const seeds = filesUnder(writeSeeds(name));
    assert.ok(seeds.length >= 3, name);
    const { status, output } = await run(fromRoot('build/native-debug', `${name}_fuzzer_replay`), seeds, {
      allowFailure: true,
    });
    assert.equal(status, 0, output.split('\n').slice(-40).join('\n'));
    assert.match(output, new RegExp(`^${seeds.length} seeds$`, 'm'));
  }
});

test('each fuzzer has a number of edges that it must see, and fails below it', () => {
  const names = [...nativeFuzzers(), ...javaScriptFuzzers()].sort();
  assert.deepEqual(Object.keys(leastEdges()), names);
  for (const [name, least] of Object.entries(leastEdges())) {
    checkEdges(name, least);
    assert.throws(() => checkEdges(name, least - 1), /sees [\d,]+ edges, fewer than/);
  }
});
