// SPDX-License-Identifier: MIT
// The plugin for Eleventy 2 and 3: makes catalogues of the pages with `catalogue: true` in their data.
import { knownOptions, type PluginOptions } from './options.js';
import type { PageData } from './pages.js';
import { Publisher } from './publisher.js';

export type { PluginOptions } from './options.js';

/** The part of Eleventy's configuration that the plugin uses; the same in versions 2 and 3. */
export interface EleventyConfig {
  addGlobalData(name: string, value: unknown): unknown;
  addTransform(name: string, transform: (this: TransformContext, html: string) => Promise<string> | string): unknown;
  on(event: string, listener: (event: BuildEvent) => unknown): unknown;
}

interface TransformContext {
  page?: { url?: string | false; inputPath?: string; outputPath?: string | false };
}

interface BuildEvent {
  outputMode?: string;
  results?: { outputPath?: string | false }[];
}

/**
 * `eleventyConfig.addPlugin(catalogueFormations, options)`.
 * A page opts in with `catalogue: true` (or `catalogue: { hoursPerDay: 6 }`) in its data; its final
 * HTML, whatever template and layout wrote it, gets the filter, and its folder gets the catalogue. A bad
 * page is reported in French and left as it was. It breaks a build only with `strict`.
 */
export default function catalogueFormations(eleventyConfig: EleventyConfig, options: PluginOptions = {}): void {
  const publisher = new Publisher(knownOptions(options));

  // Only in computed data do both versions give a page's whole data cascade.
  eleventyConfig.addGlobalData('eleventyComputed.catalogueFormations', () => (data: PageData) => publisher.see(data));

  eleventyConfig.addTransform('catalogue-formations', function transform(html) {
    const { url, inputPath, outputPath } = this.page ?? {};
    const isPage = typeof url === 'string' && typeof outputPath === 'string' && outputPath.endsWith('.html');
    return isPage ? publisher.transform(html, { url, outputPath, inputPath: inputPath ?? '' }) : html;
  });

  eleventyConfig.on('eleventy.after', ({ outputMode = 'fs', results = [] }) => {
    const isWritten = outputMode === 'fs' && !process.argv.includes('--dryrun');
    if (isWritten) publisher.finish(results);
  });
}
