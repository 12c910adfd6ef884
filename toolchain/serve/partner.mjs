// SPDX-License-Identifier: MIT
// The foreign partner's site: plain pages without DSFR, as another administration would host them.
// Its pages are those of web/embed/partner/; `{{host}}` and `{{integrity}}` in them are filled in.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { filesUnder, sha384, writeIfChanged } from '../lib/files.mjs';
import { fromRoot } from '../lib/paths.mjs';

export const partnerFolder = fromRoot('build/partner');
const pages = fromRoot('web/embed/partner');

/** The integrity that a webmaster copies from the integration page. */
function elementIntegrity() {
  const element = fromRoot('dist/catalogue-formations.js');
  return existsSync(element) ? `sha384-${sha384(readFileSync(element))}` : '';
}

/**
 * Writes the partner's pages.
 * @param {string} host  the origin of the publication site, e.g. `http://localhost:8080`
 */
export function buildPartner(host, folder = partnerFolder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const values = { host, integrity: elementIntegrity() };
  for (const source of filesUnder(pages)) {
    const text = readFileSync(source, 'utf8');
    writeIfChanged(`${folder}/${relative(pages, source)}`, text.replace(/\{\{(host|integrity)\}\}/g, (_, name) => values[name]));
  }
  return folder;
}
