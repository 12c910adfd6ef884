// SPDX-License-Identifier: MIT
// Imports a TypeScript module of web/ in Node, bundled as the browsers get it.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

/** The exports of `path` (from the repository's root). */
export async function importTypeScript(path) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../${path}`, import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}
