// SPDX-License-Identifier: MIT
// Writes dist/manifest.json: one entry per hosted file, `{path, bytes, brotli, sha384}`. `path` is
// from dist/, `brotli` is bytes at quality 11, `sha384` is base64: `integrity="sha384-" + sha384`.
import { existsSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { brotli, filesUnder, sha384, writeIfChanged } from '../lib/files.mjs';
import { fromRoot } from '../lib/paths.mjs';

const manifestPath = fromRoot('dist/manifest.json');

/** Reads the manifest of the last build; empty when there was none. */
export const readManifest = () => (existsSync(manifestPath) ? JSON.parse(readFileSync(manifestPath, 'utf8')) : []);

/** Writes the manifest, compressing only files that changed. Returns its entries. */
export function writeManifest() {
  const known = new Map(readManifest().map((entry) => [`${entry.path} ${entry.sha384}`, entry]));
  const files = filesUnder(fromRoot('dist'), (path) => path !== manifestPath);
  const entries = files.map((file) => {
    const bytes = readFileSync(file);
    const path = relative(fromRoot('dist'), file).split(sep).join('/');
    const digest = sha384(bytes);
    return (
      known.get(`${path} ${digest}`) ?? { path, bytes: bytes.length, brotli: brotli(bytes).length, sha384: digest }
    );
  });
  writeIfChanged(manifestPath, `${JSON.stringify(entries, null, 2)}\n`);
  return entries;
}
