// SPDX-License-Identifier: MIT
// Bundles a script or a style sheet for the pages of dist/: the iframe's and the guide.
import { build } from 'esbuild';
import { squeeze } from '../../toolchain/steps/squeeze.mjs';
import { fromRoot } from '../../toolchain/lib/paths.mjs';

const target = ['chrome91', 'firefox90', 'safari15.1', 'es2020'];

async function bundle(source, options) {
  const { outputFiles } = await build({
    entryPoints: [fromRoot(source)],
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    target,
    logLevel: 'silent',
    ...options,
  });
  return outputFiles[0].contents;
}

/** Bytes of an ES module. `source` is a path from the repository's root. */
export const bundleScript = async (source) => squeeze(await bundle(source, { format: 'esm' }));

/** Bytes of a style sheet with its imports. */
export const bundleStyle = (source) => bundle(source, {});

/** The exports of a TypeScript module that writes pages. */
export async function importModule(source) {
  const bytes = await bundle(source, { format: 'esm' });
  return import(`data:text/javascript;base64,${Buffer.from(bytes).toString('base64')}`);
}
