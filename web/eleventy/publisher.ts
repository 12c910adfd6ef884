// SPDX-License-Identifier: MIT
// Publishes the pages of one Eleventy site, from their final HTML to the output folder.
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { openCompiler, type Compiler, type Diagnostic, type Severity } from '../compiler/index.js';
import { extractPage } from '../extract/page.js';
import { hasTemplate } from '../extract/template.js';
import { hostedFiles } from '../publish/hosted.js';
import type { SourcePage } from '../publish/match-source.js';
import { publishPage, unpublishedWhy } from '../publish/publish.js';
import { findingOf, sortFindings, type Finding } from '../report/finding.js';
import { textLine } from '../report/formats.js';
import { markupFaults } from '../report/page-faults.js';
import type { KnownOptions } from './options.js';
import { copyHosted, Output } from './output.js';
import { optedPage, placesOf, type OptedPage, type PageData } from './pages.js';

/** One page, as Eleventy gives it to a transform. */
export interface RenderedPage {
  url: string;
  inputPath: string;
  outputPath: string;
}

const kRank: Record<Severity | 'none', number> = { none: -1, error: 0, warning: 1, advice: 2 };

/** The state of one configuration. It lasts over the rebuilds of `--serve`. */
export class Publisher {
  readonly #pages = new Map<string, OptedPage>();
  readonly #output = new Output();
  readonly #siteRoots = new Set<string>();
  #compiler: Promise<Compiler> | undefined;

  constructor(readonly options: KnownOptions) {}

  /** Called for every page by computed data; remembers those that opted in. */
  see(data: PageData): boolean {
    const url = data.page?.url;
    const page = optedPage(data);
    if (typeof url !== 'string') return page !== null;
    if (page !== null) this.#pages.set(url, page);
    else this.#pages.delete(url);
    return page !== null;
  }

  /** The published page. A page that did not opt in, or cannot be a catalogue, is returned as it was. */
  async transform(html: string, page: RenderedPage): Promise<string> {
    const opted = this.#pages.get(page.url);
    if (!opted) return html;
    const findings: Finding[] = [];
    const published = await this.#publish(html, page, opted, findings).catch((error: unknown) => {
      const detail = error instanceof Error ? error.message : String(error);
      findings.push(findingOf(shown(page.inputPath), { severity: 'error', code: 'refused', args: { detail } }));
      return html;
    });
    this.#report(findings);
    return published;
  }

  async #publish(html: string, page: RenderedPage, opted: OptedPage, findings: Finding[]): Promise<string> {
    this.#compiler ??= openCompiler();
    const compiler = await this.#compiler;
    const places = placesOf(page.outputPath, page.url);
    this.#siteRoots.add(places.siteRoot);
    const { options } = this;
    const source = readSource(page.inputPath, { ...options.extract, ...opted.extract });
    const published = publishPage(compiler, html, {
      extract: { ...options.extract, ...opted.extract },
      given: { ...opted.given, ...(options.siteUrl && { url: options.siteUrl + page.url }) },
      skin: options.skin,
      searchable: options.searchable,
      reportUrl: opted.reportUrl || options.reportUrl,
      home: places.home,
      folder: places.relativeFolder,
      sitePath: page.url.slice(0, page.url.lastIndexOf('/') + 1),
      hosted: hostedFiles(places.toRoot + options.assets.slice(1)),
      ...(source && { source }),
    });
    const add = (diagnostics: Diagnostic[]): void => {
      findings.push(...diagnostics.map((diagnostic) => findingOf(shown(page.inputPath), diagnostic)));
    };
    if (source && source.page.raw.records.length > 0) add(markupFaults(source.page));
    if (!('html' in published)) {
      add([unpublishedWhy(published.reason), ...published.diagnostics]);
      this.#output.set(page.url, new Map());
      return html;
    }
    add(published.diagnostics);
    const files = [...published.files].map(([path, content]) => [join(places.folder, path), content] as const);
    this.#output.set(page.url, new Map(files));
    return published.html;
  }

  #report(findings: Finding[]): void {
    const { report, strict } = this.options;
    for (const finding of sortFindings(findings)) {
      if (kRank[finding.severity] <= kRank[report]) console.warn(`[catalogue-formations] ${textLine(finding)}`);
    }
    const limit = strict === false ? -1 : strict === 'warnings' ? kRank.warning : kRank.error;
    const fatal = sortFindings(findings).find(({ severity }) => kRank[severity] <= limit);
    if (fatal) throw new Error(textLine(fatal));
  }

  /** Called when a build has written its files. `results`: the files of the templates. */
  finish(results: { outputPath?: string | false }[]): void {
    const taken = new Set(results.flatMap(({ outputPath }) => (outputPath ? [resolve(outputPath)] : [])));
    for (const path of this.#output.flush(taken)) {
      this.#report([findingOf(path, { severity: 'warning', code: 'output-taken' })]);
    }
    if (this.#output.isEmpty || !this.options.copyAssets) return;
    for (const root of this.#siteRoots) copyHosted(join(root, this.options.assets));
  }
}

/** `./src/page.md` as people write it. */
function shown(path: string): string {
  return path.replace(/^\.\//, '');
}

/** The editor's file, or null when it is no page that can be read. */
function readSource(inputPath: string, extract: object): SourcePage | null {
  const ending = extname(inputPath).toLowerCase();
  if (!['.md', '.html', '.njk', '.liquid'].includes(ending) || !existsSync(inputPath)) return null;
  const text = readFileSync(inputPath, 'utf8');
  try {
    const page = extractPage(text, { ...extract, kind: ending === '.md' ? 'markdown' : 'html' });
    return { page, isWhole: !hasTemplate(text) };
  } catch {
    return null;
  }
}
