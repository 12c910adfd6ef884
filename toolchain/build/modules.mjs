// SPDX-License-Identifier: MIT
// Builds the two WebAssembly modules: CMake and Emscripten, a cut of the visitors' one, then npm's wasm-opt, and
// a repair of the glue. Result: build/modules/catalogue-{runtime,compiler}.mjs and the files of `wasmFiles`
import { readFileSync, statSync } from 'node:fs';
import { delimiter } from 'node:path';
import { writeIfChanged } from '../lib/files.mjs';
import { fromRoot } from '../lib/paths.mjs';
import { findCommand, run, ToolchainError } from '../lib/run.mjs';
import { unlessUpToDate } from '../lib/stamps.mjs';
import { kLanguages, splitModule } from './split.mjs';

export const moduleNames = ['catalogue-runtime', 'catalogue-compiler'];

/** The name of the visitors' wasm in one of kLanguages. */
export const runtimeIn = (language) => `catalogue-runtime-${language}`;

/** The wasm files of each module: the visitors' is there once per language, and brings the text search at need. */
export const wasmFiles = {
  'catalogue-runtime': [...kLanguages.map(runtimeIn), 'catalogue-search'],
  'catalogue-compiler': ['catalogue-compiler'],
};

/** Path of a finished module's file: `mjs` is its glue, `wasm` its code. */
export const modulePath = (name, extension) => fromRoot('build/modules', `${name}.${extension}`);

const linkedPath = (name, extension) => fromRoot('build/wasm/modules', `${name}.${extension}`);

// What any browser since 2021 runs, and nothing newer (RGESN 2.4): no SIMD, no threads, no GC.
const features = ['--mvp-features', '--enable-sign-ext', '--enable-bulk-memory', '--enable-mutable-globals'];
// No data lies in the first kilobyte of memory. A function with one caller moves into it when it is small: in a large one
// every local takes two bytes.
const wasmFacts = ['--low-memory-unused', '--one-caller-inline-max-function-size=100'];
// What flattening leaves behind is only seen by a second turn.
const wasmOptTurns = [
  ['--flatten', '--rereloop', '-Oz', '--skip-pass=local-cse'],
  ['-Os', '--strip-debug', '--strip-producers', '--strip-target-features'],
];
const wasmOpt = fromRoot('node_modules/.bin/wasm-opt');

async function squeezeWasm(linked, squeezed) {
  let from = linked;
  for (const turn of wasmOptTurns) {
    await run(wasmOpt, [from, ...features, ...wasmFacts, ...turn, '--converge', '-o', squeezed]);
    from = squeezed;
  }
}

/** Writes the wasm files of a module, as small as they get. */
async function optimise(name) {
  const files = wasmFiles[name];
  const linked = linkedPath(name, 'wasm');
  const parts = files.length > 1 ? await splitModule(linked, fromRoot('build/split'), { wasmOpt, features }) : [linked];
  for (const [i, part] of parts.entries()) await squeezeWasm(part, modulePath(files[i], 'wasm'));
}

/** Replaces the one match of a pattern; a glue of another shape stops the build. */
function replaceOnce(text, pattern, replacement, what) {
  if (text.split(pattern).length !== 2) throw new ToolchainError(`the Emscripten glue changed: cannot find ${what}`);
  return text.replace(pattern, () => replacement);
}

/**
 * The minimal runtime forgets to reject its promise: a wasm that is refused would leave the page
 * waiting for ever. This lets `start()` reject, and drops the names that nobody reads. It also keeps what the
 * wasm exports, for the part that is instantiated later.
 */
export function repairGlue(glue) {
  const shape = /(\w+)\.ready=new Promise\((\w+)=>\{(\w+)=\2\}\)/.exec(glue);
  if (!shape) throw new ToolchainError('the Emscripten glue changed: cannot find its promise');
  const [promise, module, argument, resolve] = shape;
  const repaired = replaceOnce(
    glue,
    promise,
    `${module}.ready=new Promise((${argument},reject)=>{${resolve}=${argument};${module}.failed=reject})`,
    'its promise',
  );
  const kept = replaceOnce(repaired, /=(?=\(\w+\.instance\|\|\w+\)\.exports)/, `=${module}.exports=`, 'its exports');
  return replaceOnce(
    kept,
    /\}\);\s*return Module\.ready\s*\}/,
    '}).catch(Module.failed);return Module.ready}',
    'its end',
  );
}

async function finish(name) {
  writeIfChanged(modulePath(name, 'mjs'), repairGlue(readFileSync(linkedPath(name, 'mjs'), 'utf8')));
  await optimise(name);
}

/** Configures (when needed) and builds with CMake, on two cores at most. */
async function compile() {
  const env = emscriptenEnvironment();
  await run('cmake', ['--preset', 'wasm'], { env });
  await run('cmake', ['--build', '--preset', 'wasm', '--parallel', '2'], { env });
}

/**
 * The PATH that Emscripten sees: an emsdk's folders when EMSDK names one, and none of npm's. npm puts
 * node_modules/.bin first, and Emscripten would pick npm's newer Binaryen there: it renames imports
 * in the wasm in an order that the glue does not follow.
 */
export function emscriptenEnvironment() {
  const isNpm = (dir) => dir.endsWith('node_modules/.bin') || dir.includes('node-gyp-bin');
  const dirs = (process.env.PATH ?? '').split(delimiter).filter((dir) => !isNpm(dir));
  const { EMSDK } = process.env;
  if (EMSDK && !findCommand('emcc')) dirs.unshift(`${EMSDK}/upstream/emscripten`, EMSDK);
  return { PATH: dirs.join(delimiter) };
}

/** Builds both modules; says how many bytes each file has. */
export async function buildModules() {
  await compile();
  for (const name of moduleNames) {
    const inputs = [
      linkedPath(name, 'wasm'),
      linkedPath(name, 'mjs'),
      fromRoot('toolchain/build/modules.mjs'),
      fromRoot('toolchain/build/split.mjs'),
    ];
    const outputs = [modulePath(name, 'mjs'), ...wasmFiles[name].map((file) => modulePath(file, 'wasm'))];
    await unlessUpToDate(name, { inputs, outputs, extra: [...wasmFacts, ...wasmOptTurns].join() }, () => finish(name));
  }
  return Object.values(wasmFiles)
    .flat()
    .map((file) => `${file} ${statSync(modulePath(file, 'wasm')).size} B`)
    .join(', ');
}
