// SPDX-License-Identifier: MIT
// Skips work whose inputs have not changed since its last success. Stamps are in build/stamps/.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fromRoot } from './paths.mjs';

/** Hash of the names and contents of files, and of any extra text such as options. */
function fingerprint(paths, extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const path of paths) hash.update(`\0${path}\0`).update(readFileSync(path));
  return hash.digest('hex');
}

/**
 * Runs `work`, unless its inputs are unchanged and its outputs exist.
 * @param {string} name  names the stamp
 * @param {{inputs: string[], outputs: string[], extra?: string}} files
 * @returns {Promise<boolean>} whether the work was done
 */
export async function unlessUpToDate(name, { inputs, outputs, extra }, work) {
  const stamp = fromRoot('build/stamps', name);
  const now = fingerprint(inputs, extra);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now && outputs.every((path) => existsSync(path)))
    return false;
  await work();
  mkdirSync(fromRoot('build/stamps'), { recursive: true });
  writeFileSync(stamp, now);
  return true;
}
