// SPDX-License-Identifier: MIT
// One page per facet value, for visitors without script and without :has(): a copy of the published
// page without the other trainings.
import englishTexts from '../../data/strings/en.json' with { type: 'json' };
import frenchTexts from '../../data/strings/fr.json' with { type: 'json' };
import english from '../../data/strings/page.en.json' with { type: 'json' };
import french from '../../data/strings/page.fr.json' with { type: 'json' };
import type { StaticPage } from '../compiler/index.js';
import { isOpen, parse5Tree, parseHtml, type HtmlElement, type HtmlNode } from '../extract/parse5-tree.js';
import { classes, findAll, findFirst, textOf } from '../extract/tree.js';
import { fill } from '../report/fill.js';
import { kElementFile, kJsonLdId, kOembedType, kStyleFile } from './head.js';
import { deepenAddresses, hasBase } from './relative.js';
import { escapeHtml, Splice } from './splice.js';

const tree = parse5Tree();
const withClass =
  (name: string) =>
  (node: HtmlNode): boolean =>
    classes(tree, node).includes(name);

/** Whether the node is of the whole list alone: the filter's script or style sheet, or the link to embed it. */
function isOfWhole(node: HtmlNode): boolean {
  const address = tree.attribute(node, 'src') ?? tree.attribute(node, 'href') ?? '';
  const file = address.slice(address.lastIndexOf('/') + 1);
  if (tree.name(node) === 'script') return file === kElementFile;
  return tree.name(node) === 'link' && (file === kStyleFile || tree.attribute(node, 'type') === kOembedType);
}

function itemsOf(list: HtmlElement): HtmlElement[] {
  const isItem = (node: HtmlNode): boolean => tree.name(node) === 'li' && tree.attribute(node, 'data-id') !== null;
  return [...tree.children(list)].filter(isItem) as HtmlElement[];
}

/** The published page, parsed once. Every facet page is a part of it. */
export class FacetPages {
  readonly #document: HtmlNode;
  readonly #widget: HtmlElement;
  readonly #lists: HtmlElement[];
  readonly #strings: typeof french;
  readonly #texts: typeof frenchTexts | typeof englishTexts;
  readonly #isBased: boolean;

  /**
   * `home`: the full page's address relative to itself ('' or 'formations.html'). `folder`: the
   * catalogue's folder relative to it ('' or 'formations/'). Both are paths from the site's root in a page
   * with a `<base href>`. `isSearchable`: search engines may list the pages of values too.
   * Returns null for a page without a catalogue element, or with one that does not close.
   */
  static of(html: string, home: string, folder: string, isSearchable: boolean, lang: string): FacetPages | null {
    const document = parseHtml(html);
    const widget = findFirst(tree, document, (node) => tree.name(node) === 'catalogue-formations');
    const isWhole = widget !== null && Boolean(widget.sourceCodeLocation && !isOpen(widget as HtmlElement));
    return isWhole ? new FacetPages(html, home, folder, isSearchable, lang, document, widget as HtmlElement) : null;
  }

  private constructor(
    readonly html: string,
    readonly home: string,
    readonly folder: string,
    readonly isSearchable: boolean,
    lang: string,
    document: HtmlNode,
    widget: HtmlElement,
  ) {
    this.#document = document;
    this.#isBased = hasBase(document);
    this.#widget = widget;
    this.#lists = findAll(tree, widget, withClass('catalogue-list')) as HtmlElement[];
    const isEnglish = lang.toLowerCase().startsWith('en');
    this.#strings = isEnglish ? english : french;
    this.#texts = isEnglish ? englishTexts : frenchTexts;
  }

  /** The ids of the page's trainings, in order; none when a list is inside another. */
  ids(): string[] {
    const isNested = this.#lists.some((list) => findFirst(tree, list, withClass('catalogue-list')) !== null);
    if (isNested) return [];
    return this.#lists.flatMap((list) => itemsOf(list).map((item) => tree.attribute(item, 'data-id')!));
  }

  /** The HTML of one value's page. */
  write(page: StaticPage): string {
    const deeper = this.#isBased ? '' : '../'.repeat((this.folder + page.path).split('/').length - 1);
    const splice = new Splice();
    this.#keepOnly(new Set(page.ids), splice);
    this.#setHeading(page, splice);
    this.#replaceWidget(page, deeper, splice);
    this.#markHead(page, deeper, splice);
    if (!this.isSearchable) this.#hideFromSearch(splice);
    deepenAddresses(this.#document, deeper, splice);
    return splice.apply(this.html);
  }

  /** Removes the other trainings, and the sections that become empty. */
  #keepOnly(ids: Set<string>, splice: Splice): void {
    let previous: HtmlElement | null = null;
    for (const list of this.#lists) {
      const items = itemsOf(list);
      const others = items.filter((item) => !ids.has(tree.attribute(item, 'data-id')!));
      if (others.length === items.length) this.#removeList(list, previous, splice);
      else for (const item of others) this.#remove(item, splice);
      previous = list;
    }
  }

  #removeList(list: HtmlElement, previous: HtmlElement | null, splice: Splice): void {
    const { startOffset, endOffset } = list.sourceCodeLocation!;
    const before = previous ?? this.#withClass('catalogue-outcome');
    const isSibling = before !== null && tree.parent(before) === tree.parent(list);
    splice.remove(isSibling ? before.sourceCodeLocation!.endOffset : startOffset, endOffset);
  }

  /** Replaces the element by a div: the script must not take these trainings for the whole list. */
  #replaceWidget(page: StaticPage, deeper: string, splice: Splice): void {
    const { startTag, endTag } = this.#widget.sourceCodeLocation!;
    splice.replace(startTag!.startOffset, startTag!.endOffset, '<div class="catalogue-formations">');
    splice.replace(endTag!.startOffset, endTag!.endOffset, '</div>');
    for (const name of ['catalogue-panel', 'catalogue-head', 'catalogue-outcome']) {
      const child = this.#withClass(name);
      if (child) this.#remove(child, splice);
    }
    const links = this.#withClass('catalogue-links');
    if (links) {
      this.#markCurrent(links, page, splice);
      splice.insert(links.sourceCodeLocation!.endOffset, this.#choice(page, deeper));
    }
  }

  #choice(page: StaticPage, deeper: string): string {
    const legends: Record<string, unknown> = this.#texts;
    const legend = String(legends[`legend_${page.key}`] ?? page.key);
    const total = page.ids.length;
    const count = this.#texts.count[total < 2 ? 'one' : 'other'].replace('{n}', String(total));
    const text = fill(this.#strings.choice, { legend, label: page.label, count });
    const home = escapeHtml(deeper + this.home);
    return `<p class="catalogue-selection">${escapeHtml(text)} <a href="${home}">${escapeHtml(this.#strings.all)}</a></p>`;
  }

  #markCurrent(links: HtmlElement, page: StaticPage, splice: Splice): void {
    const target = this.folder + page.path;
    const link = findFirst(tree, links, (node) => tree.attribute(node, 'href') === target) as HtmlElement | null;
    const place = link?.sourceCodeLocation?.startTag;
    if (place) splice.insert(place.startOffset + 2, ' aria-current="page"');
  }

  /** Changes the h1; adds one above the list when the page has none. One that holds the list stays. */
  #setHeading(page: StaticPage, splice: Splice): void {
    const heading = this.#first('h1');
    const isList = withClass('catalogue-list');
    if (heading && (isList(heading) || findFirst(tree, heading, isList))) return;
    if (heading && replaceContent(heading, this.#titleOf(page, textOf(tree, heading)), splice)) return;
    splice.insert(this.#widget.sourceCodeLocation!.startOffset, `<h1>${escapeHtml(page.label)}</h1>\n`);
  }

  #titleOf(page: StaticPage, title: string): string {
    return title === '' ? page.label : fill(this.#strings.title, { label: page.label, title });
  }

  #first(name: string): HtmlElement | null {
    return findFirst(tree, this.#document, (node) => tree.name(node) === name) as HtmlElement | null;
  }

  /** Else a site's own search (Pagefind) would list the page once per value. */
  #hideFromSearch(splice: Splice): void {
    const holder = ['body', 'main'].map((name) => this.#first(name)?.sourceCodeLocation?.startTag).find(Boolean);
    if (holder) splice.insert(holder.startOffset + 5, ' data-pagefind-ignore="all"');
  }

  #markHead(page: StaticPage, deeper: string, splice: Splice): void {
    const added = this.isSearchable ? [] : ['<meta name="robots" content="noindex">'];
    const title = this.#first('title');
    const text = title && this.#titleOf(page, textOf(tree, title));
    if (!title || !replaceContent(title, text ?? '', splice)) added.push(`<title>${escapeHtml(page.label)}</title>`);
    const jsonLd = findFirst(
      tree,
      this.#document,
      (node) => tree.attribute(node, 'id') === kJsonLdId,
    ) as HtmlElement | null;
    if (jsonLd)
      splice.replace(
        jsonLd.sourceCodeLocation!.startOffset,
        jsonLd.sourceCodeLocation!.endOffset,
        [...added, this.#canonical(deeper)].join('\n'),
      );
    for (const node of findAll(tree, this.#document, isOfWhole)) this.#remove(node as HtmlElement, splice);
  }

  /** A link to the full page, which holds all of this one (RFC 6596). Empty when the page already has a canonical link. */
  #canonical(deeper: string): string {
    const isCanonical = (node: HtmlNode): boolean =>
      tree.name(node) === 'link' &&
      (tree.attribute(node, 'rel') ?? '').toLowerCase().split(/\s+/).includes('canonical');
    if (findFirst(tree, this.#document, isCanonical) !== null) return '';
    return `<link rel="canonical" href="${escapeHtml(deeper + this.home)}">`;
  }

  #withClass(name: string): HtmlElement | null {
    return findFirst(tree, this.#widget, withClass(name)) as HtmlElement | null;
  }

  #remove(element: HtmlElement, splice: Splice): void {
    splice.remove(element.sourceCodeLocation!.startOffset, element.sourceCodeLocation!.endOffset);
  }
}

/** Returns false for an element that lacks a start or end tag in the source. */
function replaceContent(element: HtmlElement, text: string, splice: Splice): boolean {
  const place = element.sourceCodeLocation;
  if (!place?.startTag || !place.endTag) return false;
  splice.replace(place.startTag.endOffset, place.endTag.startOffset, escapeHtml(text));
  return true;
}
