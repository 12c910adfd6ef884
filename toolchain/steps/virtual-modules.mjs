// SPDX-License-Identifier: MIT
// The modules named `catalogue:…` that bundles may import (their types: web/types/build.d.ts).
// They tell each bundle the names and hashes of the files built before it: the integrity chain.
import { readFileSync } from 'node:fs';
import { fromRoot } from '../lib/paths.mjs';
import { modulePath } from './modules.mjs';

const packageVersion = () => JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')).version;

/** What bundles hold of a built file: every visitor downloads its hash, so the shorter one. */
function inBundles(key, value) {
  if (key === 'short') return undefined;
  return key === 'integrity' ? this.short : value;
}

/**
 * An esbuild plugin.
 * @param {Map<string, unknown>} built  what is known so far, by name without `catalogue:`
 */
export function virtualModules(built) {
  return {
    name: 'catalogue-virtual-modules',
    setup(build) {
      build.onResolve({ filter: /^catalogue:/ }, ({ path }) => ({
        path: path.slice('catalogue:'.length),
        namespace: 'catalogue',
      }));
      build.onLoad({ filter: /^compiler-glue$/, namespace: 'catalogue' }, () => ({
        contents: readFileSync(modulePath('catalogue-compiler', 'mjs'), 'utf8'),
        loader: 'js',
      }));
      build.onLoad({ filter: /^(runtime|parts)-url$/, namespace: 'catalogue' }, ({ path }) => ({
        contents: `export default new URL('./${built.get(path.replace('url', 'wasm')).file}', import.meta.url);`,
        loader: 'js',
      }));
      build.onLoad({ filter: /.*/, namespace: 'catalogue' }, ({ path }) => {
        const value = path === 'version' ? packageVersion() : built.get(path);
        if (value === undefined) return { errors: [{ text: `catalogue:${path} is not built before this bundle` }] };
        return { contents: JSON.stringify(value, inBundles), loader: 'json' };
      });
    },
  };
}
