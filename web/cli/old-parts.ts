// SPDX-License-Identifier: MIT
// Which parts of earlier deployments a build removes: those that visitors of the deployment before do not need either.
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kIndexFile, partsNamed } from '../publish/parts-files.js';

const kFolder = 'parts';
const kName = /^[0-9a-f]{16}\.bin$/;

/**
 * Paths in the catalogue's folder of parts that neither `files`, the new ones, nor the index that they replace name. None
 * when the index stays the same, or the one that is there cannot be read.
 */
export function oldParts(folder: string, files: ReadonlyMap<string, Uint8Array | string>): string[] {
  const path = join(folder, kIndexFile);
  const parts = join(folder, kFolder);
  if (!existsSync(path) || !lstatSync(parts, { throwIfNoEntry: false })?.isDirectory()) return [];
  const replaced = readFileSync(path);
  if (replaced.equals(Buffer.from(files.get(kIndexFile) ?? ''))) return [];
  const named = namedBy(replaced, folder);
  if (named === null) return [];
  const found = readdirSync(parts).filter((name) => kName.test(name));
  return found.map((name) => `${kFolder}/${name}`).filter((part) => !files.has(part) && !named.has(part));
}

function namedBy(index: Uint8Array, folder: string): Set<string> | null {
  try {
    return partsNamed(index, (path) => readFileSync(join(folder, path)));
  } catch {
    return null;
  }
}
