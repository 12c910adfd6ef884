// SPDX-License-Identifier: MIT
// The foreign partner's site: plain pages without DSFR, as another administration would host them.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { partnerFiles } from '../../web/partner/files.mjs';
import { writeIfChanged } from '../lib/files.mjs';
import { fromRoot } from '../lib/paths.mjs';

export const partnerFolder = fromRoot('build/partner');

/**
 * Writes the partner's pages.
 * @param {string} host  the origin of the publication site, e.g. `http://localhost:8080`
 */
export function buildPartner(host, folder = partnerFolder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const pages = partnerFiles({
    host: `${host}/`,
    dist: fromRoot('dist'),
    publication: `${host}/publications/formations/`,
  });
  for (const [path, text] of Object.entries(pages)) writeIfChanged(join(folder, path), text);
  return folder;
}
