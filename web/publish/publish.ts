// SPDX-License-Identifier: MIT
// Turns a page's final HTML into what is published: the page as a catalogue, its data, its style sheet, and a
// page per facet value.
import type { Catalogue, Compiler, Diagnostic, StaticParts } from '../compiler/index.js';
import { staticFiles } from '../compiler/static-files.js';
import { extract, type Extraction } from '../extract/extract.js';
import type { ExtractOptions } from '../extract/options.js';
import { parse5Tree, parseHtml, type HtmlDocument, type HtmlNode } from '../extract/parse5-tree.js';
import type { RawPage, RawRecord, RawRecords } from '../extract/records.js';
import { closest } from '../extract/tree.js';
import { catalogueDoubts } from '../report/catalogue-doubts.js';
import { addCatalogueData } from './catalogue-data.js';
import { isDsfrPage, normaliseTags } from './dsfr-tags.js';
import { FacetPages } from './facet-pages.js';
import { embedFiles, oembedAddress } from './embed.js';
import { addToHead, kStyleFile } from './head.js';
import { makeLists } from './list.js';
import { keepTrainings, takeSource, type SourcePage } from './match-source.js';
import { hasBase } from './relative.js';
import { Splice, writeAttributes } from './splice.js';
import { placedFlags, structureOf, type Structure } from './structure.js';
import { titledFlags, titledOnly } from './titled.js';

export type SkinChoice = 'auto' | 'neutral' | 'dsfr';

/** Files that the page links to; addresses are relative to the page. */
export interface HostedFiles {
  script: string;
  /** Style sheet of each skin. */
  styles: { neutral: string; dsfr: string };
  /** Of the page that other sites show in a frame. */
  frame: { script: string; style: string };
}

export interface PublishOptions {
  extract?: ExtractOptions;
  /** What the caller knows of the page. */
  given?: Partial<RawPage>;
  skin?: SkinChoice;
  hosted: HostedFiles;
  /** The page's address relative to its folder: '' for index.html, else its file name. */
  home: string;
  /** The folder of the catalogue's files, relative to the page: '' or 'formations/'. */
  folder: string;
  /** Whether search engines, the site's own included, may list the pages of values. Default: false. */
  searchable?: boolean;
  /** Where mistakes in a training are told of: a page, or `mailto:…`. Default: nowhere. */
  reportUrl?: string;
  /** The page's path on its site, for pages with a `<base href>`. */
  sitePath?: string;
  /** What was read elsewhere and made into the page's HTML: a spreadsheet. One record per training of the page. */
  records?: RawRecord[];
  /** The editor's file. It gives diagnostics their places, and tells the page's trainings from the layout's. */
  source?: SourcePage;
}

export interface Published {
  /** The page. */
  html: string;
  /** Other files by path relative to the catalogue's folder. */
  files: Map<string, string | Uint8Array>;
  catalogue: Catalogue;
  diagnostics: Diagnostic[];
  raw: RawRecords;
}

/**
 * A page that is left as it was, and the reason: "no-training", "no-place" (a list may not stand there),
 * "broken-markup" (unclosed elements would break the list) or "published-already" (its trainings are
 * in a `catalogue-formations` element).
 */
export interface Unpublished {
  reason: 'no-training' | 'no-place' | 'broken-markup' | 'published-already';
  raw: RawRecords;
  /** Those of the trainings that it holds. */
  diagnostics: Diagnostic[];
}

/** The diagnostic for the editor of a page that is left as it was. */
export function unpublishedWhy(reason: Unpublished['reason']): Diagnostic {
  if (reason === 'no-training') return { severity: 'warning', code: 'page-without-training' };
  return { severity: reason === 'published-already' ? 'warning' : 'error', code: reason };
}

function unplacedWhy({ heading, line, column }: RawRecord): Diagnostic {
  return { severity: 'error', code: 'training-without-place', line, column, args: { title: heading } };
}

/** Whether mistakes can be told of at this address: a page's, relative or not, or a mail's. */
function isReportUrl(url: string): boolean {
  return !URL.canParse(url) || ['http:', 'https:', 'mailto:'].includes(new URL(url).protocol);
}

function badReportUrl(url = ''): Diagnostic[] {
  return isReportUrl(url) ? [] : [{ severity: 'warning', code: 'bad-report-url', args: { url } }];
}

const tree = parse5Tree();

/** Publishes one page. Throws CompileError where the core refuses the records. */
export function publishPage(compiler: Compiler, html: string, options: PublishOptions): Published | Unpublished {
  const document = parseHtml(html);
  const extraction = extract<HtmlNode>(tree, document, options.extract, options.given);
  const { raw } = extraction;
  if (options.records?.length === raw.records.length) raw.records = options.records;
  takeSource(extraction, options.source);
  if (raw.records.length === 0) return { reason: 'no-training', raw, diagnostics: [] };
  if (isPublished(extraction)) return { reason: 'published-already', raw, diagnostics: [] };
  const isPlaced = placedFlags(extraction);
  if (!isPlaced.includes(true)) return { reason: 'no-place', raw, diagnostics: [] };
  const unplaced = raw.records.filter((_, index) => !isPlaced[index]).map(unplacedWhy);
  keepTrainings(extraction, isPlaced);
  const meaning = compiler.normalise(raw);
  const diagnostics = [
    ...unplaced,
    ...badReportUrl(options.reportUrl),
    ...catalogueDoubts(raw, meaning.catalogue),
    ...meaning.diagnostics,
  ];
  keepTrainings(extraction, titledFlags(meaning));
  if (raw.records.length === 0) return { reason: 'no-training', raw, diagnostics };
  const structure = structureOf(extraction, html);
  if (structure === null) return { reason: 'no-place', raw, diagnostics };
  const { catalogue } = titledOnly(meaning);
  const page = new PageWriter(compiler, document, html, options, catalogue, raw);
  const published = page.write(structure, extraction.outline.root);
  const files = page.files(published);
  if (files === null) return { reason: 'broken-markup', raw, diagnostics };
  return { html: published, files, catalogue, diagnostics, raw };
}

function isPublished({ trainings }: Extraction<HtmlNode>): boolean {
  return trainings.some(
    ({ heading }) => closest(tree, heading, (node) => tree.name(node) === 'catalogue-formations') !== null,
  );
}

class PageWriter {
  readonly #skin: 'neutral' | 'dsfr';
  readonly #folder: string;
  readonly #home: string;
  readonly #parts: StaticParts;
  /** The catalogue and its parts. */
  readonly #data = new Map<string, Uint8Array>();
  /** The one of them that the page names. */
  readonly #src: string;
  /** What stands beside the catalogue, by what follows its name. */
  readonly #beside: Map<string, string>;
  /** Address of what lets other sites embed the page, or null: a page without address, or too long for a frame. */
  readonly #oembed: string | null;

  constructor(
    readonly compiler: Compiler,
    readonly document: HtmlDocument,
    readonly html: string,
    readonly options: PublishOptions,
    readonly catalogue: Catalogue,
    readonly raw: RawRecords,
  ) {
    const isBased = hasBase(document);
    const path = options.sitePath ?? '';
    this.#folder = (isBased ? path : '') + options.folder;
    this.#home = isBased ? path + options.home : options.home;
    const skin = options.skin ?? 'auto';
    this.#skin = skin === 'auto' ? (isDsfrPage(document) ? 'dsfr' : 'neutral') : skin;
    this.#parts = compiler.renderStatic(catalogue, {
      lang: raw.page.lang,
      skin: this.#skin,
      headingLevel: this.#headingLevel(),
      pageUrl: this.#folder,
      reportUrl: isReportUrl(options.reportUrl ?? '') ? (options.reportUrl ?? '') : '',
    });
    const json = new TextEncoder().encode(`${JSON.stringify(catalogue, null, 2)}\n`);
    const add = (path: string, bytes: Uint8Array): void => void this.#data.set(path, bytes);
    this.#src = addCatalogueData(compiler, json, catalogue.trainings.length, add);
    this.#beside = staticFiles(compiler, catalogue);
    this.#oembed = this.#beside.size > 0 ? oembedAddress(raw.page.url, options.folder) : null;
  }

  write(structure: Structure, content: HtmlNode): string {
    const splice = new Splice();
    splice.insert(structure.start, this.#opening());
    makeLists(structure, this.#parts.items, this.html, splice);
    if (this.#skin === 'dsfr') normaliseTags(content, this.html, structure.start, structure.end, splice);
    splice.insert(structure.end, `${structure.closing}\n${this.#parts.after}\n</catalogue-formations>`);
    addToHead(this.document, this.#headParts(), structure.start, splice);
    return splice.apply(this.html);
  }

  /** All files but the page itself. null when the published page, parsed again, does not list the same trainings. */
  files(published: string): Map<string, string | Uint8Array> | null {
    const writer = FacetPages.of(
      published,
      this.#home,
      this.#folder,
      this.options.searchable ?? false,
      this.raw.page.lang,
    );
    const ids = this.catalogue.trainings.map(({ id }) => id);
    if (writer === null || writer.ids().join() !== ids.join()) return null;
    const files = new Map<string, string | Uint8Array>(this.#data).set(kStyleFile, this.#parts.css);
    for (const [ending, text] of this.#beside) files.set(`catalogue${ending}`, text);
    for (const page of this.#parts.pages) files.set(`${page.path}index.html`, writer.write(page));
    if (this.#oembed) for (const [path, text] of this.#embed()) files.set(path, text);
    return files;
  }

  #embed(): Map<string, string> {
    const { hosted, folder } = this.options;
    const { url } = this.raw.page;
    const lang = this.raw.page.lang.toLowerCase().startsWith('en') ? 'en' : 'fr';
    const list = this.#beside.get(`.${lang}.html`)!;
    return embedFiles({ url, title: this.#title(), lang, hosted, folder, list, filter: `catalogue.${lang}.css` });
  }

  #title(): string {
    return this.catalogue.title || 'Formations';
  }

  #opening(): string {
    const attributes = {
      src: `${this.#folder}${this.#src}`,
      skin: this.#skin,
      lang: this.raw.page.lang,
      'heading-level': String(this.#headingLevel()),
    };
    const { before, links } = this.#parts;
    return `<catalogue-formations${writeAttributes(attributes)}>\n${links}\n${before}\n`;
  }

  #headParts() {
    const { hosted } = this.options;
    return {
      styles: [this.#hostedAddress(hosted.styles[this.#skin]), `${this.#folder}${kStyleFile}`],
      script: this.#hostedAddress(hosted.script),
      jsonLd: this.compiler.exportCatalogue(this.catalogue, 'jsonld', { pageUrl: this.raw.page.url }),
      oembed: this.#oembed === null ? null : { address: this.#oembed, title: this.#title() },
    };
  }

  /** Relative to the page, as given; from the site's root in a page with a `<base href>`. */
  #hostedAddress(address: string): string {
    const { sitePath = '' } = this.options;
    const isKept = sitePath === '' || !hasBase(this.document);
    return isKept ? address : new URL(address, `http://site${sitePath}`).pathname;
  }

  #headingLevel(): number {
    return this.raw.records[0]?.level ?? 2;
  }
}
