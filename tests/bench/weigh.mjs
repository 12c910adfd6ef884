// SPDX-License-Identifier: MIT
// Brotli bytes of an engine's code, as a page would load it.
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { brotli } from '../../toolchain/lib/files.mjs';
import { fromRoot } from '../../toolchain/lib/paths.mjs';

const weights = new Map();

/** A wasm file as it is; a script or a package as a bundler would ship it. */
async function weighOne(file) {
  const path = /^(lib|tests)\//.test(file) ? fromRoot(file) : file;
  if (file.endsWith('.wasm')) return brotli(readFileSync(path)).length;
  const { outputFiles } = await build({
    stdin: {
      contents: `import * as all from ${JSON.stringify(path)}; globalThis.all = all;`,
      resolveDir: fromRoot('tests/bench'),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
  });
  return brotli(Buffer.from(outputFiles[0].contents)).length;
}

/** Sum over `files`: paths from the top of the repository, or names of packages. */
export async function weigh(files) {
  let sum = 0;
  for (const file of files) {
    if (!weights.has(file)) weights.set(file, await weighOne(file));
    sum += weights.get(file);
  }
  return sum;
}
