// SPDX-License-Identifier: MIT
// The built files of dist/ that a page may ask for.
import { readdirSync, readFileSync } from 'node:fs';
import { fromRoot } from '../../../toolchain/lib/paths.mjs';

/** {'/dist/name': bytes} of the scripts, styles and modules. */
export const distOf = () =>
  Object.fromEntries(
    readdirSync(fromRoot('dist'))
      .filter((name) => /\.(js|css|wasm)$/.test(name))
      .map((name) => [`/dist/${name}`, readFileSync(fromRoot('dist', name))]),
  );
