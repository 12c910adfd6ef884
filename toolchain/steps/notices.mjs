// SPDX-License-Identifier: MIT
// Writes the licence notices of other people's software, as their licences ask of whoever hands it on:
// what the wasm holds, then each npm package that a bundle took in.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from '../lib/paths.mjs';

const packageDir = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** Folders of the npm packages among a bundle's inputs, as esbuild's metafile names them. */
export const packagesIn = (metafile) =>
  Object.keys(metafile.inputs).flatMap((path) => packageDir.exec(path)?.[0] ?? []);

function noticeOf(dir) {
  const { name, version, license } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
  const file = readdirSync(dir).find((path) => /^licen[cs]e/i.test(path));
  const text = file ? readFileSync(join(dir, file), 'utf8').trim() : '';
  return `${'-'.repeat(72)}\n${name} ${version} (${license})\n\n${text}\n`;
}

/** @param {Iterable<string>} dirs  package folders, from the top of the repository */
export function writeNotices(dirs) {
  const sorted = [...new Set(dirs)]
    .sort()
    .map((dir) => fromRoot(dir))
    .filter((dir) => existsSync(dir));
  return [readFileSync(fromRoot('LICENSES/in-wasm.txt'), 'utf8'), ...sorted.map(noticeOf)].join('\n');
}
