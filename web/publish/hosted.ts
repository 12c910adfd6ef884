// SPDX-License-Identifier: MIT
// The files that browsers load, as the package ships them in dist/.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { kElementFile } from './head.js';
import type { HostedFiles } from './publish.js';

/** One line of dist/manifest.json. */
interface ManifestFile {
  path: string;
  sha384: string;
}

export interface Hosted extends HostedFiles {
  /** Absolute path of the folder that holds them. */
  folder: string;
  /** Paths below it of every file that a page may load. */
  files: string[];
}

/** What pages without a build step need, and a page made by a build does not. */
const kNotForPages =
  /(?:^|\/)(?:manifest\.json|catalogue\.json|catalogue-compiler\..*|.*\.html|integration\/.*|embed\/.*)$/;

/** Addresses of the hosted files under `prefix` ('' or a folder with its slash), relative to a page. */
export function hostedFiles(prefix: string): Hosted {
  const folder = fileURLToPath(new URL('../dist/', import.meta.url));
  const listed = readManifest(folder);
  const files = listed.map(({ path }) => path).filter((path) => !kNotForPages.test(path));
  const style = (skin: string): string => {
    const name = files.find((path) => new RegExp(`^catalogue-${skin}\\.[0-9a-f]+\\.css$`).test(path));
    return name === undefined ? '' : prefix + name;
  };
  return {
    folder,
    files,
    script: files.includes(kElementFile) ? prefix + kElementFile : '',
    styles: { neutral: style('neutral'), dsfr: style('dsfr') },
  };
}

function readManifest(folder: string): ManifestFile[] {
  const path = `${folder}manifest.json`;
  if (!existsSync(path)) return [];
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as ManifestFile[] | { files: ManifestFile[] };
  return Array.isArray(manifest) ? manifest : manifest.files;
}
