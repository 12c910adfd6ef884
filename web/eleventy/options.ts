// SPDX-License-Identifier: MIT
// The options of the plugin.
import type { ExtractOptions } from '../extract/options.js';
import type { SkinChoice } from '../publish/publish.js';

/** Options of `eleventyConfig.addPlugin(catalogueFormations, options)`; every one may be left out. */
export interface PluginOptions extends ExtractOptions {
  /** Path of the site under which the element's files are. Default: `/catalogue-formations/`. */
  assets?: string;
  /** Copies those files from the package into the output. Default: true. */
  copyAssets?: boolean;
  /** The skin of the panel. Default: `auto`, DSFR when the page has it, else neutral. */
  skin?: SkinChoice;
  /** Lets search engines and the site's own search list the pages of values too. Default: false. */
  searchable?: boolean;
  /** Where mistakes in a training are told of: a page, or `mailto:…`. A page may say its own. Default: nowhere. */
  reportUrl?: string;
  /** Public address of the site (`https://exemple.fr`), for absolute addresses in linked data. */
  siteUrl?: string;
  /** Fails the build on errors (`true`) or on warnings too (`'warnings'`). Default: false. */
  strict?: boolean | 'warnings';
  /** Prints diagnostics of at least this severity; `'none'` prints nothing. Default: `'warning'`. */
  report?: 'error' | 'warning' | 'advice' | 'none';
}

export type KnownOptions = Required<
  Pick<PluginOptions, 'assets' | 'copyAssets' | 'skin' | 'searchable' | 'reportUrl' | 'siteUrl' | 'strict' | 'report'>
> & {
  extract: ExtractOptions;
};

/** Options with their defaults. The path starts and ends with a slash. */
export function knownOptions(options: PluginOptions = {}): KnownOptions {
  const {
    assets = '/catalogue-formations/',
    copyAssets = true,
    skin = 'auto',
    searchable = false,
    reportUrl = '',
    siteUrl = '',
    strict = false,
    report = 'warning',
    ...extract
  } = options;
  return {
    assets: `/${assets}/`.replace(/\/{2,}/g, '/'),
    copyAssets,
    skin,
    searchable,
    reportUrl,
    strict,
    report,
    extract,
    siteUrl: siteUrl.replace(/\/+$/, ''),
  };
}
