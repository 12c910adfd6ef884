// SPDX-License-Identifier: MIT
// Which parts of earlier deployments a build removes: those that visitors of the deployment before do not need either.
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderNamed, kIndexFile } from '../publish/parts-files.js';

const kFolder = 'parts';
const kName = /^[0-9a-f]{16}$/;

/**
 * Folders of parts in the catalogue's folder, relative to it, that neither `index`, the new one, nor the index that it
 * replaces names. None when the index stays the same, or the one that is there cannot be read.
 */
export function oldParts(folder: string, index: Uint8Array): string[] {
  const path = join(folder, kIndexFile);
  const parts = join(folder, kFolder);
  if (!existsSync(path) || !lstatSync(parts, { throwIfNoEntry: false })?.isDirectory()) return [];
  const replaced = readFileSync(path);
  const named = replaced.equals(index) ? null : namedBy(replaced);
  if (named === null) return [];
  const found = readdirSync(parts).filter((name) => kName.test(name));
  return found.map((name) => `${kFolder}/${name}`).filter((old) => old !== named && old !== folderNamed(index));
}

function namedBy(index: Uint8Array): string | null {
  try {
    return folderNamed(index);
  } catch {
    return null;
  }
}
