// SPDX-License-Identifier: MIT
// Which compiler makes the wasm, and whether the project was tested with it.
import { run, ToolchainError } from '../lib/run.mjs';
import { emscriptenEnvironment } from './modules.mjs';
import { budget } from './reviewed.mjs';

/** Versions of Emscripten with which every suite has passed: those that have a size budget. */
export const testedVersions = () => Object.keys(budget().compilers);

export const isTested = (version) => testedVersions().includes(version);

/** The version in what `emcc --version` prints, e.g. `3.1.6`. */
export function versionIn(output) {
  const [version] = /\d+\.\d+\.\d+/.exec(output) ?? [];
  if (!version) throw new ToolchainError(`emcc --version does not tell its version:\n${output}`);
  return version;
}

export async function emscriptenVersion() {
  const { output } = await run('emcc', ['--version'], { env: emscriptenEnvironment() });
  return versionIn(output);
}

/** What a person reads at the start of a build. */
export function describeCompiler(version) {
  const tested = `tested: ${testedVersions().join(', ')}`;
  return isTested(version)
    ? `Emscripten ${version} (${tested})`
    : `Emscripten ${version}, which is NOT TESTED (${tested}): sizes and names are compared, and stop nothing`;
}
