// SPDX-License-Identifier: MIT
// Writes dist/wordpress/catalogue-formations.zip: the WordPress plugin with the files that visitors load, ready to install.
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';
import { filesUnder } from '../../toolchain/lib/files.mjs';
import { fromRoot } from '../../toolchain/lib/paths.mjs';

const kFolder = 'catalogue-formations/';
const kSource = fromRoot('web/hosts/wordpress');

/** Two builds give the same bytes: every file bears the first day that the format knows. */
const kDay = new Date(1980, 0, 1);

/** What visitors load: beside each other in dist/, without the compiler. */
const kVisitorFile = /^catalogue-(?!compiler)[^/]*$/;

/** Called by the build when the visitors' files exist. Adds the plugin to `assets`. */
export async function build({ dist, assets, write }) {
  const built = [...assets.values()].flatMap((asset) => (asset.file ? [asset] : Object.values(asset)));
  const visitorFiles = built.map(({ file }) => file).filter((file) => kVisitorFile.test(file));
  const files = {
    ...sources(assets.get('element').integrity),
    ...Object.fromEntries(
      ['fr', 'en'].map((lang) => [`texts.${lang}.json`, readFileSync(fromRoot(`data/strings/wordpress.${lang}.json`))]),
    ),
    LICENSE: readFileSync(fromRoot('LICENSE')),
    ...Object.fromEntries(
      [...visitorFiles, 'third-party.txt'].map((file) => [`assets/${file}`, readFileSync(join(dist, file))]),
    ),
  };
  const entries = Object.entries(files).map(([path, content]) => [kFolder + path, new Uint8Array(content)]);
  const zip = zipSync(Object.fromEntries(entries.sort()), { level: 9, mtime: kDay });
  assets.set('wordpress', write('wordpress/catalogue-formations.zip', zip));
}

/** The plugin's own files, with the version and the loader's hash written into them. */
function sources(integrity) {
  const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
  const fill = (path) =>
    readFileSync(path, 'utf8').replaceAll('{{version}}', version).replaceAll('{{integrity}}', integrity);
  return Object.fromEntries(
    filesUnder(kSource).map((path) => [relative(kSource, path).split(sep).join('/'), Buffer.from(fill(path))]),
  );
}
