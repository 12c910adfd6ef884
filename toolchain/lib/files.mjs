// SPDX-License-Identifier: MIT
// Files: reading folders, hashing, and writing only what changed, so that watchers and caches see no change.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** All files under a folder, as sorted absolute paths; none when it does not exist. */
export function filesUnder(dir, keep = () => true) {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true })
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isFile() && keep(path))
    .sort();
}

/** Subresource Integrity digest: SHA-384 in base64, without its `sha384-` prefix. */
export const sha384 = (bytes) => createHash('sha384').update(bytes).digest('base64');

/** The same with SHA-256: a third shorter, for the hashes that scripts hold of each other. */
export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('base64');

/** Eight hexadecimal digits of SHA-256, for names that change with their content. */
export const shortHash = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 8);

/** Bytes at brotli's highest quality (11), as a static host sends them. */
export function brotli(bytes) {
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}

/** Writes a file and its folders, unless it has these bytes already. Returns whether it wrote. */
export function writeIfChanged(path, content) {
  const bytes = Buffer.from(content);
  if (existsSync(path) && readFileSync(path).equals(bytes)) return false;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return true;
}
