// SPDX-License-Identifier: MIT
// Checks the build against two reviewed files: budget.json (brotli bytes per hosted file) and exports.json (the names
// that each module exports and imports). With a compiler that was not tested, differences are warnings.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ToolchainError } from '../lib/run.mjs';
import { isTested } from './compiler.mjs';
import { modulePath } from './modules.mjs';
import { budget, names } from './reviewed.mjs';

/** A hosted file's name without the hash of its content: `a.0123abcd.js` is `a.js`. */
export const plainName = (path) => path.replace(/\.[0-9a-f]{8}(?=\.\w+$)/, '');

/** The limits for a version of Emscripten. */
export const limitsFor = ({ files, compilers }, version) => ({ ...files, ...compilers[version] });

/**
 * Compares the manifest with limits. A name may sum several files: `"a.js + b.wasm"`.
 * A name that the build no longer makes is an excess too: its budget would limit nothing.
 * @returns {string[]} one sentence per excess
 */
export function excesses(manifest, limits) {
  const sizes = new Map(manifest.map(({ path, brotli }) => [plainName(path), brotli]));
  return Object.entries(limits).flatMap(([sum, limit]) => {
    const files = sum.split(' + ');
    const absent = files.filter((name) => !sizes.has(name));
    if (absent.length) return [`${absent.join(', ')}: not among the built files`];
    const total = files.reduce((bytes, name) => bytes + sizes.get(name), 0);
    return total > limit ? [`${sum}: ${total} bytes of brotli, budget ${limit}`] : [];
  });
}

/** The differences between the names of a module and the reviewed ones, without names that Emscripten may add. */
export function differences(module, actual, { reviewed, emscripten = [] }) {
  const added = actual.filter((name) => !reviewed.includes(name) && !emscripten.includes(name));
  const missing = reviewed.filter((name) => !actual.includes(name));
  return [
    ...added.map((name) => `${module}: ${name} is new`),
    ...missing.map((name) => `${module}: ${name} is missing`),
  ];
}

/** Stops the build, or warns when the compiler was not tested. */
export function report(faults, what, version) {
  if (faults.length === 0) return '';
  const message = `${what}\n${faults.map((fault) => `  ${fault}`).join('\n')}`;
  if (isTested(version)) throw new ToolchainError(message);
  console.warn(`warning: ${message}`);
  return ', with warnings';
}

export function checkBudget(manifest, version) {
  const faults = excesses(manifest, limitsFor(budget(), version));
  return `${manifest.length} files${report(faults, 'over the size budget (toolchain/budget.json)', version)}`;
}

/** What a wasm of visitors exports and imports, as WebAssembly tells it. */
async function wasmNames(name) {
  const module = await WebAssembly.compile(readFileSync(modulePath(name, 'wasm')));
  return {
    exports: WebAssembly.Module.exports(module).map(({ name }) => name),
    imports: WebAssembly.Module.imports(module).map(({ module: from, name }) => `${from}.${name}`),
  };
}

/** The functions that embind gives to JavaScript, with those that Emscripten adds; those of C start with `_`. */
async function boundNames() {
  const { default: start } = await import(pathToFileURL(modulePath('catalogue-compiler', 'mjs')).href);
  const wasm = await WebAssembly.compile(readFileSync(modulePath('catalogue-compiler', 'wasm')));
  const module = await start({
    instantiateWasm(imports, receive) {
      WebAssembly.instantiate(wasm, imports).then(receive);
      return {};
    },
  });
  return Object.keys(module).filter(
    (key) => /^[^_]/.test(key) && typeof module[key] === 'function' && key !== 'instantiateWasm',
  );
}

/** The differences of a visitors' module. */
async function wasmDifferences(name, reviewed) {
  const { exports, imports } = await wasmNames(name);
  return [
    ...differences(`${name} exports`, exports, reviewed.exports),
    ...differences(`${name} imports`, imports, reviewed.imports),
  ];
}

export async function checkExports(version) {
  const { runtime, parts, reader, compiler } = names();
  const faults = [
    ...(await wasmDifferences('catalogue-runtime', runtime)),
    ...(await wasmDifferences('catalogue-parts', parts)),
    ...(await wasmDifferences('catalogue-reader', reader)),
    ...differences('catalogue-compiler binds', await boundNames(), compiler.binds),
  ];
  return `as reviewed${report(faults, 'names that differ from toolchain/exports.json', version)}`;
}
