// SPDX-License-Identifier: MIT
// The files that browsers load, as the package ships them in dist/.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { kElementFile } from './head.js';
import type { HostedFiles } from './publish.js';

export interface Hosted extends HostedFiles {
  /** Absolute path of their folder. */
  folder: string;
  /** Paths below it of every file that a page may load. */
  files: string[];
}

/** Files that a page made by a build does not load. */
const kNotForPages =
  /^(?:catalogue\.json|catalogue\.(?:fr|en)\.css|catalogue-compiler\..*|catalogue-formations\.bundler\.js|.*\.html|integration\/.*|embed\/(?!frame\.).*|wordpress\/.*)$/;

/** Addresses of the hosted files under `prefix` ('' or a folder with its slash), relative to a page. */
export function hostedFiles(prefix: string): Hosted {
  const folder = fileURLToPath(new URL('../dist/', import.meta.url));
  const manifest = JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')) as { path: string }[];
  const files = manifest.map(({ path }) => path).filter((path) => !kNotForPages.test(path));
  const find = (name: RegExp): string => prefix + (files.find((path) => name.test(path)) ?? '');
  return {
    folder,
    files,
    script: prefix + kElementFile,
    styles: { neutral: find(/^catalogue-neutral\./), dsfr: find(/^catalogue-dsfr\./) },
    frame: { script: find(/^embed\/frame\..*js$/), style: find(/^embed\/frame\..*css$/) },
  };
}
