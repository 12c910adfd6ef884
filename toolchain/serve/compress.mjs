// SPDX-License-Identifier: MIT
// Puts a brotli copy beside each file that becomes smaller, as a static host does at deployment.
import { existsSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { brotli, filesUnder, writeIfChanged } from '../lib/files.mjs';

const compressible = /\.(?:html|css|js|mjs|json|wasm|svg|xml|txt|csv|parts|bin)$/;

const isFresh = (file, twin) => existsSync(twin) && statSync(twin).mtimeMs === statSync(file).mtimeMs;

function compress(file) {
  const twin = `${file}.br`;
  if (isFresh(file, twin)) return;
  writeIfChanged(twin, brotli(readFileSync(file)));
  const { atime, mtime } = statSync(file);
  utimesSync(twin, atime, mtime);
}

/** Compresses a folder. Removes the copies of files that are gone. */
export function compressFolder(dir) {
  for (const file of filesUnder(dir)) {
    if (compressible.test(file)) compress(file);
    else if (file.endsWith('.br') && !existsSync(file.slice(0, -3))) rmSync(file);
  }
}
