// SPDX-License-Identifier: MIT
// This package with the compact file that `build` makes of a large catalogue.
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fromRoot } from '../../../toolchain/lib/paths.mjs';

export { build, files, finds, ranksAsOracle, start } from './ours.mjs';

export const name = 'catalogue-formations, compact file';

/** The compact file of a catalogue's, made anew after each build. */
export function fileOf(path) {
  const target = path.replace(/(\.lines)?\.json$/, '.bin');
  const madeAt = (file) => statSync(file).mtimeMs;
  const isFresh = existsSync(target) && madeAt(target) > Math.max(madeAt(path), madeAt(fromRoot('lib/compiler.js')));
  if (!isFresh) execFileSync(process.execPath, [fromRoot('tests/bench/compact.mjs'), path, target]);
  return target;
}
