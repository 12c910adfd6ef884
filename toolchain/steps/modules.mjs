// SPDX-License-Identifier: MIT
// Builds the WebAssembly modules: CMake and Emscripten; then, for visitors, npm's wasm-opt. Result, in build/modules/:
// catalogue-runtime.wasm, catalogue-parts.wasm, catalogue-reader.wasm, catalogue-compiler.wasm and its JavaScript,
// catalogue-compiler.mjs.
import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fromRoot } from '../lib/paths.mjs';
import { findCommand, run, ToolchainError } from '../lib/run.mjs';
import { unlessUpToDate } from '../lib/stamps.mjs';

/** What Emscripten writes for each module, and this keeps. */
const outputs = {
  'catalogue-runtime': ['wasm'],
  'catalogue-parts': ['wasm'],
  'catalogue-reader': ['wasm'],
  'catalogue-compiler': ['wasm', 'mjs'],
};

const moduleNames = Object.keys(outputs);

/** Path of a finished module's file: `wasm` is its code, `mjs` the JavaScript around it. */
export const modulePath = (name, extension) => fromRoot('build/modules', `${name}.${extension}`);

const linkedPath = (name, extension) => fromRoot('build/wasm/modules', `${name}.${extension}`);

// What any browser since 2021 runs, and nothing newer (RGESN 2.4): no SIMD, no threads, no GC.
const features = ['--mvp-features', '--enable-sign-ext', '--enable-bulk-memory', '--enable-mutable-globals'];
const strip = ['--strip-debug', '--strip-producers', '--strip-target-features'];
/**
 * Passes of wasm-opt over what visitors download: only the second sees what flattening leaves behind. The compiler
 * module has none: it would be 0.9 KB smaller of 116, and each build ten seconds longer.
 */
const visitorPasses = [
  ['--flatten', '--rereloop', '-O3'],
  ['-Oz', ...strip],
];
const passes = {
  'catalogue-runtime': visitorPasses,
  'catalogue-parts': visitorPasses,
  'catalogue-reader': visitorPasses,
  'catalogue-compiler': [],
};

async function finish(name) {
  mkdirSync(fromRoot('build/modules'), { recursive: true });
  for (const extension of outputs[name]) copyFileSync(linkedPath(name, extension), modulePath(name, extension));
  const wasm = modulePath(name, 'wasm');
  for (const pass of passes[name])
    await run(fromRoot('node_modules/.bin/wasm-opt'), [wasm, ...features, ...pass, '--converge', '-o', wasm]);
}

const kMostLines = 8;

/** The first lines of a failed build that say what is wrong, without the commands around them. */
export function errorLines(output) {
  const lines = output
    .split('\n')
    .filter((line) => /\berror\b/i.test(line) && !/^(?:em\+\+|emcc|g?make)[:[]/.test(line));
  return (lines.length > 0 ? lines : output.trimEnd().split('\n').slice(-kMostLines)).slice(0, kMostLines);
}

async function runCMake(args) {
  const { status, output } = await run('cmake', args, { env: emscriptenEnvironment(), allowFailure: true });
  if (status !== 0) throw new ToolchainError(`cmake ${args.join(' ')}: failed\n${errorLines(output).join('\n')}`);
}

/** Configures (when needed) and builds with CMake, on two cores at most. */
async function compile() {
  await runCMake(['--preset', 'wasm']);
  await runCMake(['--build', '--preset', 'wasm', '--parallel', '2']);
}

/**
 * The PATH that Emscripten sees: an emsdk's folders when EMSDK names one, and none of npm's, which npm puts first:
 * Emscripten would run the Binaryen that it finds there, and not its own.
 */
export function emscriptenEnvironment() {
  const isNpm = (dir) => dir.endsWith('node_modules/.bin') || dir.includes('node-gyp-bin');
  const dirs = (process.env.PATH ?? '').split(delimiter).filter((dir) => !isNpm(dir));
  const { EMSDK } = process.env;
  if (EMSDK && !findCommand('emcc')) dirs.unshift(`${EMSDK}/upstream/emscripten`, EMSDK);
  return { PATH: dirs.join(delimiter) };
}

/** Builds the modules; says how many bytes each file has. */
export async function buildModules() {
  await compile();
  for (const name of moduleNames) {
    const inputs = [
      ...outputs[name].map((extension) => linkedPath(name, extension)),
      fromRoot('toolchain/steps/modules.mjs'),
    ];
    const made = outputs[name].map((extension) => modulePath(name, extension));
    await unlessUpToDate(name, { inputs, outputs: made }, () => finish(name));
  }
  return moduleNames.map((name) => `${name} ${statSync(modulePath(name, 'wasm')).size} B`).join(', ');
}
