// SPDX-License-Identifier: MIT
// Builds the example publication site (web/site) into build/site, from a finished dist/ and lib/. The
// files of dist/ are at its root: the guide at /integration/, the iframe's page at /embed/.
import { rmSync } from 'node:fs';
import { fromRoot } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { compressFolder } from './compress.mjs';

/** The folder that is served. */
export const siteFolder = fromRoot('build/site');

/** Builds in a new process, so that each build reads the plugin and its wasm again. */
export async function buildSite(folder = siteFolder) {
  rmSync(folder, { recursive: true, force: true });
  const eleventy = fromRoot('node_modules/@11ty/eleventy/cmd.cjs');
  const { output } = await run(process.execPath, [eleventy, '--config=eleventy.config.mjs'], {
    cwd: fromRoot('web/site'),
    env: { SITE_OUTPUT: folder },
  });
  compressFolder(folder);
  return /Wrote (\d+) files/.exec(output)?.[0].toLowerCase() ?? '';
}
