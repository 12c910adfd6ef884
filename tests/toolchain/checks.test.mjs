// SPDX-License-Identifier: MIT
// The checks of the build: sizes and names, by compiler, and the messages when they fail.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { differences, excesses, limitsFor, plainName, report } from '../../toolchain/steps/checks.mjs';
import { describeCompiler, testedVersions, versionIn } from '../../toolchain/steps/compiler.mjs';
import { errorLines, modulePath } from '../../toolchain/steps/modules.mjs';

test('the hash in a built name does not hide the file from its budget', () => {
  assert.equal(plainName('catalogue-runtime.0123abcd.wasm'), 'catalogue-runtime.wasm');
  assert.equal(plainName('catalogue-formations.js'), 'catalogue-formations.js');
});

test('a file one byte over its budget is an excess, and so is a sum', () => {
  const manifest = [
    { path: 'a.0123abcd.js', brotli: 101 },
    { path: 'b.wasm', brotli: 50 },
  ];
  assert.deepEqual(excesses(manifest, { 'a.js': 101, 'b.wasm': 50, 'a.js + b.wasm': 151 }), []);
  assert.equal(excesses(manifest, { 'a.js': 100 }).length, 1);
  assert.equal(excesses(manifest, { 'a.js + b.wasm': 150 }).length, 1);
});

test('a budget for a file that is no longer built is an excess', () => {
  assert.equal(excesses([{ path: 'a.js', brotli: 1 }], { 'a.js + gone.js': 100 }).length, 1);
});

test('limits are those of all compilers and of the one at hand; of one that is not tested, the former', () => {
  const budget = { files: { 'a.js': 1 }, compilers: { '3.1.6': { 'b.wasm': 2 }, '3.1.69': { 'b.wasm': 3 } } };
  assert.deepEqual(limitsFor(budget, '3.1.69'), { 'a.js': 1, 'b.wasm': 3 });
  assert.deepEqual(limitsFor(budget, '9.9.9'), { 'a.js': 1 });
});

test('a name that is new or gone is told; one that Emscripten may add is neither', () => {
  const reviewed = { reviewed: ['open', 'query'], emscripten: ['stackSave'] };
  assert.deepEqual(differences('m', ['open', 'query', 'stackSave'], reviewed), []);
  assert.deepEqual(differences('m', ['open', 'abort'], reviewed), ['m: abort is new', 'm: query is missing']);
});

test('a fault stops the build with a tested compiler, and warns with another', (t) => {
  const warn = t.mock.method(console, 'warn', () => {});
  const [tested] = testedVersions();
  assert.equal(report([], 'faults', tested), '');
  assert.throws(() => report(['a is new'], 'faults', tested), { message: 'faults\n  a is new' });
  assert.equal(report(['a is new'], 'faults', '9.9.9'), ', with warnings');
  assert.match(warn.mock.calls[0].arguments[0], /^warning: faults\n {2}a is new$/);
});

test('the version of the compiler is read from what it prints, and told with those that are tested', () => {
  const version = versionIn('emcc (Emscripten gcc/clang-like replacement + linker emulating GNU ld) 3.1.69 (abc)\n');
  assert.equal(version, '3.1.69');
  assert.match(describeCompiler(version), /^Emscripten 3\.1\.69 \(tested: .*3\.1\.69/);
  assert.match(describeCompiler('9.9.9'), /NOT TESTED/);
  assert.throws(() => versionIn('command not found'), /does not tell its version/);
});

test('of a failed build, the lines that say why are told, and no command line of a thousand letters', () => {
  const log = [
    '[ 93%] Linking CXX executable modules/catalogue-runtime.wasm',
    'wasm-ld: error: symbol exported via --export not found: nothing',
    `em++: error: '/usr/bin/wasm-ld ${'-o x '.repeat(300)}' failed (returned 1)`,
    'gmake[2]: *** [CMakeFiles/catalogue-runtime.dir/build.make:130: modules/catalogue-runtime.wasm] Error 1',
    'gmake: *** [Makefile:91: all] Error 2',
  ].join('\n');
  assert.deepEqual(errorLines(log), ['wasm-ld: error: symbol exported via --export not found: nothing']);
  assert.deepEqual(errorLines('CMake could not\nfind a compiler\n'), ['CMake could not', 'find a compiler']);
});

test('the visitors’ wasm imports nothing: no JavaScript of Emscripten stands between it and the page', async () => {
  const module = await WebAssembly.compile(readFileSync(modulePath('catalogue-runtime', 'wasm')));
  assert.deepEqual(WebAssembly.Module.imports(module), []);
});
