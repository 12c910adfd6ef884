// SPDX-License-Identifier: MIT
// Reads a whole file (Markdown with front matter, or HTML) into raw records, with places in that file.
import { extract, type Extraction } from './extract.js';
import { readFrontMatter, type FrontMatter } from './front-matter.js';
import { renderMarkdown } from './markdown.js';
import type { ExtractOptions } from './options.js';
import { checkedInData, dateInData } from './page-facts.js';
import { parse5Tree, parseHtml, type HtmlDocument, type HtmlNode } from './parse5-tree.js';
import type { RawPage } from './records.js';
import type { Tree } from './tree.js';
import { blankExtensions, blankTemplate } from './template.js';

export type PageKind = 'markdown' | 'html';

export interface PageExtraction extends Extraction<HtmlNode> {
  kind: PageKind;
  frontMatter: FrontMatter;
  /** The page's content as HTML: as written, or rendered from its Markdown. */
  html: string;
  document: HtmlDocument;
  /** Reads the document, with places in the editor's file. */
  tree: Tree<HtmlNode>;
}

/** Options of one page, which its front matter may set under `catalogue:`. */
export interface PageOptions extends ExtractOptions {
  kind?: PageKind;
  given?: Partial<RawPage>;
}

/**
 * Reads a page. `text` is the file's text, with or without a byte order mark. Places are those of
 * the file: 1-based lines counted from its first, columns in UTF-16 units.
 * Throws PageError when the front matter cannot be read, or elements nest too deep.
 */
export function extractPage(text: string, options: PageOptions = {}): PageExtraction {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  const kind = options.kind ?? guessKind(source);
  const frontMatter = readFrontMatter(source);
  const isTemplate = kind === 'markdown' || frontMatter.offset > 0;
  const body = source.slice(frontMatter.offset);
  const plain = isTemplate ? blankTemplate(body) : body;
  const content = kind === 'markdown' ? blankExtensions(plain) : plain;
  const { html, tree } =
    kind === 'markdown' ? readMarkdown(content, frontMatter.line) : readHtml(content, frontMatter.line);
  const document = parseHtml(html);
  const given = { ...factsOf(frontMatter.data), ...options.given };
  const extraction = extract<HtmlNode>(tree, document, { ...catalogueOptions(frontMatter.data), ...options }, given);
  return { ...extraction, kind, frontMatter, html, document, tree };
}

function readMarkdown(content: string, firstLine: number) {
  const { html, locate } = renderMarkdown(content, firstLine);
  return { html, tree: parse5Tree((_, offset) => locate(offset)) };
}

function readHtml(content: string, firstLine: number) {
  const tree = parse5Tree(({ line, column }) => ({ line: line + firstLine - 1, column }));
  return { html: content, tree };
}

/** HTML starts with a tag or a comment; all else is Markdown. */
export function guessKind(text: string): PageKind {
  return /^\s*<(?:!doctype|!--|html|head|body|main|article|section|div|h[1-6])\b/i.test(text) ? 'html' : 'markdown';
}

/** `catalogue: { hoursPerDay: 6, … }` of the front matter; `true` sets nothing. */
export function catalogueOptions(data: Record<string, unknown>): ExtractOptions {
  const value = data.catalogue;
  if (typeof value !== 'object' || value === null) return {};
  const { hoursPerDay, hoursPerHalfDay, tagClasses, tagAttribute } = value as Record<string, unknown>;
  return {
    ...(isHours(hoursPerDay) && { hoursPerDay }),
    ...(isHours(hoursPerHalfDay) && { hoursPerHalfDay }),
    ...(Array.isArray(tagClasses) && { tagClasses: tagClasses.map(String) }),
    ...(typeof tagAttribute === 'string' && { tagAttribute }),
  };
}

/** `catalogue: { reportUrl: mailto:… }` of the front matter, or ''. */
export function reportUrlOf(data: Record<string, unknown>): string {
  const { reportUrl } = Object(data.catalogue) as { reportUrl?: unknown };
  return typeof reportUrl === 'string' ? reportUrl.trim() : '';
}

function isHours(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value <= 24;
}

/** `catalogue: { maxAge: 12 mois }` of the front matter, or ''. */
export function maxAgeOf(data: Record<string, unknown>): string {
  const { maxAge } = Object(data.catalogue) as { maxAge?: unknown };
  return typeof maxAge === 'string' ? maxAge.trim() : '';
}

/** The page's facts in its front matter. */
function factsOf(data: Record<string, unknown>): Partial<RawPage> {
  const first = (...keys: string[]): string => {
    const value = keys.map((key) => data[key]).find((found) => typeof found === 'string' || typeof found === 'number');
    return value === undefined ? '' : String(value).trim();
  };
  return {
    title: first('title', 'titre'),
    updated: dateInData(data),
    url: first('canonical'),
    lang: first('lang', 'locale'),
    licence: first('licence', 'license'),
    checked: checkedInData(data),
  };
}
