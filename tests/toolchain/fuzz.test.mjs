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

test('each native fuzzer compiles', { timeout: 300_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  try {
    // Any compiler, and without the flags of clang's sanitizers: their syntax and types alone.
    await run('cmake', ['--preset', 'native-fuzz', '-B', folder, '-DCMAKE_CXX_COMPILER=g++', '-DCATALOGUE_SANITIZE=']);
    await run('cmake', ['--build', folder, '--target', 'catalogue_data']);
    const commands = JSON.parse(readFileSync(join(folder, 'compile_commands.json'), 'utf8'));
    const fuzzers = commands.filter(({ file }) => file.endsWith('_fuzzer.cpp'));
    assert.equal(fuzzers.length, nativeFuzzers().length);
    for (const { command } of fuzzers) {
      const [compiler, ...options] = command.replace(/ -fsanitize=\S+| -o \S+/g, '').split(' ');
      const { status, output } = await run(compiler, [...options, '-fsyntax-only'], { allowFailure: true });
      assert.equal(status, 0, output);
    }
  } finally {
    rmSync(folder, { recursive: true });
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

test('each native fuzzer starts from seeds of the test cases', () => {
  for (const name of nativeFuzzers()) assert.ok(filesUnder(writeSeeds(name)).length >= 3, name);
});
