// SPDX-License-Identifier: MIT
// Imports a TypeScript module in Node, bundled as the browsers get it, or for Node.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

/** Lets the engine start from the module that the build made for Node. */
const builtRuntime = {
  name: 'built-runtime',
  setup(build) {
    build.onResolve({ filter: /^catalogue:runtime-wasm$/ }, ({ path }) => ({ path, namespace: 'built' }));
    build.onLoad({ filter: /.*/, namespace: 'built' }, () => ({
      contents: JSON.stringify({ file: new URL('../../lib/catalogue-runtime.wasm', import.meta.url).href }),
      loader: 'json',
    }));
  },
};

/** The exports of `path` (from the repository's root). `platform`: "neutral", or "node" for what reads files. */
export async function importTypeScript(path, platform = 'neutral') {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../${path}`, import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform,
    target: 'es2022',
    plugins: [builtRuntime],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
}
