// SPDX-License-Identifier: MIT
// Set-up: what counts as installed, and the size budget's arithmetic.
import assert from 'node:assert/strict';
import test from 'node:test';
import { excesses, plainName } from '../../toolchain/build/checks.mjs';
import { repairGlue } from '../../toolchain/build/modules.mjs';
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

test('a glue of an unknown shape stops the build rather than shipping unrepaired', () => {
  assert.throws(() => repairGlue('export default function () {}'), /glue changed/);
});

test('a repaired glue tells that its wasm is refused, whatever Closure calls its names', async () => {
  for (const name of ['a', 'b', 'module']) {
    const glue =
      `var Module=function(Module){var ${name}=Module;var z;${name}.ready=new Promise(y=>{z=y});` +
      `WebAssembly.instantiate(${name}.wasm).then(function(x){var w=(x.instance||x).exports;z(w)});\nreturn Module.ready};export default Module;`;
    const { default: start } = await import(`data:text/javascript,${encodeURIComponent(repairGlue(glue))}`);
    await assert.rejects(start({ wasm: new Uint8Array([1, 2, 3]) }), WebAssembly.CompileError, name);
  }
});
