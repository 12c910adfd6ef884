// SPDX-License-Identifier: MIT
// The built files of dist/ as data for `serve`, and the way to them by plain name.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** dist/manifest.json: [{path, bytes, brotli, sha384}]. */
export const readManifest = () => JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));

/** {'/path': bytes} of every file of dist/, pages of folders under their folder's path too. */
export function distFiles() {
  const files = {};
  for (const { path } of readManifest()) {
    files[`/${path}`] = readFileSync(join(dist, path));
    if (path.endsWith('index.html')) files[`/${path.slice(0, -'index.html'.length)}`] = files[`/${path}`];
  }
  return files;
}

/** The path of the one built file like `pattern`, with a leading slash. */
export function builtPath(pattern) {
  const entry = readManifest().find(({ path }) => pattern.test(path));
  if (!entry) throw new Error(`dist/ holds no file like ${pattern}`);
  return `/${entry.path}`;
}

/** `sha384-…` of a built file. */
export function integrityOf(path) {
  return `sha384-${readManifest().find((entry) => `/${entry.path}` === path).sha384}`;
}

export const readCatalogue = () => JSON.parse(readFileSync(join(dist, 'catalogue.json'), 'utf8'));
