// SPDX-License-Identifier: MIT
// The example publication site: Eleventy 3, the DSFR, and the catalogue plugin, as a State site
// would put them together.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAssets } from './build-assets.mjs';
import { breadcrumb, frenchDate, isoDate } from './filters.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const publication = join(root, 'data/formations.md');
const output = process.env.SITE_OUTPUT ?? join(root, 'build/site');

/** The plugin as the package gives it. */
async function loadPlugin() {
  const path = join(root, 'lib/eleventy.js');
  return existsSync(path) ? (await import(path)).default : undefined;
}

export default async function configure(eleventyConfig) {
  const assets = await buildAssets(output);
  eleventyConfig.addGlobalData('assets', assets);
  eleventyConfig.addFilter('frenchDate', frenchDate);
  eleventyConfig.addFilter('isoDate', isoDate);
  eleventyConfig.addFilter('breadcrumb', breadcrumb);

  // The publication page lives with the data; the site gives it its address.
  eleventyConfig.addTemplate('publications/formations.md', readFileSync(publication, 'utf8'));
  eleventyConfig.addWatchTarget(publication, { resetConfig: true });

  // dist/ at the top: the guide and the frame are at /integration/ and /embed/.
  eleventyConfig.addPassthroughCopy({ [join(root, 'dist')]: '/' });
  eleventyConfig.addPassthroughCopy('img');

  const plugin = await loadPlugin();
  if (plugin) eleventyConfig.addPlugin(plugin, { assets: '/', copyAssets: false });

  return {
    dir: { input: '.', output },
    markdownTemplateEngine: false,
  };
}
