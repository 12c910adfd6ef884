// SPDX-License-Identifier: MIT
// The pages of a site that opted in: their data, and the paths of their files.
import { basename, dirname, extname, join } from 'node:path';
import { catalogueOptions, reportUrlOf } from '../extract/page.js';
import type { ExtractOptions } from '../extract/options.js';
import { checkedInData, dateInData } from '../extract/page-facts.js';
import type { RawPage } from '../extract/records.js';

/** The data of a page that the plugin keeps. */
export interface OptedPage {
  given: Partial<RawPage>;
  extract: ExtractOptions;
  /** Where mistakes are told of, '' where the page does not say. */
  reportUrl: string;
}

/** Data of a page as Eleventy gives them to computed data. */
export interface PageData {
  page?: { url?: string | false; inputPath?: string };
  [key: string]: unknown;
}

/** The page's facts when its front matter or a data file has `catalogue: true`, else null. */
export function optedPage(data: PageData): OptedPage | null {
  const choice = data.catalogue;
  if (choice !== true && (typeof choice !== 'object' || choice === null)) return null;
  const first = (...keys: string[]): string =>
    (keys.map((key) => data[key]).find((value) => typeof value === 'string') as string | undefined) ?? '';
  return {
    given: {
      title: first('title', 'titre'),
      updated: dateInData(data),
      lang: first('lang'),
      licence: first('licence', 'license'),
      checked: checkedInData(data),
    },
    extract: catalogueOptions(data),
    reportUrl: reportUrlOf(data),
  };
}

/** The paths of a page's files: beside index.html, or in a folder named after a page of another name. */
export interface PagePlaces {
  /** On disk. */
  folder: string;
  /** Relative to the page: '' or 'name/'. */
  relativeFolder: string;
  /** The page relative to its folder: '' or 'name.html'. */
  home: string;
  /** From the page to the site's root: '' or '../../'. */
  toRoot: string;
  /** The folder on disk that is the site's root, wherever Eleventy writes. */
  siteRoot: string;
}

/** outputPath: on disk; url: on the site ("/publications/formations/"). */
export function placesOf(outputPath: string, url: string): PagePlaces {
  const file = basename(outputPath);
  const isIndex = file === 'index.html';
  const name = basename(file, extname(file));
  const depth = url.split('/').length - 2;
  return {
    folder: isIndex ? dirname(outputPath) : join(dirname(outputPath), name),
    relativeFolder: isIndex ? '' : `${name}/`,
    home: isIndex ? '' : url.endsWith('/') ? '' : url.slice(url.lastIndexOf('/') + 1),
    toRoot: '../'.repeat(Math.max(0, depth)),
    siteRoot: join(
      dirname(outputPath),
      '../'.repeat(url.slice(0, url.lastIndexOf('/')).split('/').filter(Boolean).length),
    ),
  };
}
