// SPDX-License-Identifier: MIT
// Tags as the DSFR requires them: a tag with a link is the link itself, several tags are a list.
// (DSFR, component Tag, pages "code" and "accessibility": no link inside a tag; ul.fr-tags-group.)
import { indexAmongSiblings, isElement, parse5Tree, type HtmlElement, type HtmlNode } from '../extract/parse5-tree.js';
import { classes, findAll, textOf } from '../extract/tree.js';
import type { Splice } from './splice.js';

const tree = parse5Tree();
const isTag = (node: HtmlNode): node is HtmlElement => classes(tree, node).includes('fr-tag');

/** Whether the page uses the DSFR: it has the DSFR's scheme attributes or style sheet. */
export function isDsfrPage(document: HtmlNode): boolean {
  return (
    findAll(tree, document, (node) => {
      if (tree.name(node) === 'html') {
        return tree.attribute(node, 'data-fr-scheme') !== null || tree.attribute(node, 'data-fr-theme') !== null;
      }
      return tree.name(node) === 'link' && /dsfr/i.test(tree.attribute(node, 'href') ?? '');
    }).length > 0
  );
}

/** Makes every tag inside [start, end) valid; its text stays. `html` is the source of `content`. */
export function normaliseTags(content: HtmlNode, html: string, start: number, end: number, splice: Splice): void {
  const inside = (node: HtmlNode): boolean => {
    const location = node.sourceCodeLocation;
    return Boolean(location) && location!.startOffset >= start && location!.endOffset <= end;
  };
  const tags = findAll(tree, content, (node) => isTag(node) && inside(node)) as HtmlElement[];
  for (const run of runsOf(tags)) rewriteRun(run, html, splice);
}

/** Tags that stand side by side in one parent, with nothing but white space between. */
function runsOf(tags: HtmlElement[]): HtmlElement[][] {
  const runs: HtmlElement[][] = [];
  for (const tag of tags) {
    const last = runs.at(-1)?.at(-1);
    if (last && isNextTo(last, tag)) runs.at(-1)!.push(tag);
    else runs.push([tag]);
  }
  return runs;
}

function isNextTo(left: HtmlElement, right: HtmlElement): boolean {
  const parent = tree.parent(left);
  if (parent === null || !isElement(parent) || parent !== tree.parent(right)) return false;
  const between = parent.childNodes.slice(indexAmongSiblings(parent, left) + 1, indexAmongSiblings(parent, right));
  return between.every((node) => !isElement(node) && tree.characters(node).trim() === '');
}

function rewriteRun(run: HtmlElement[], html: string, splice: Splice): void {
  const parent = tree.parent(run[0]!) as HtmlElement;
  const fillsParagraph =
    parent.tagName === 'p' &&
    textOf(tree, parent, isTag) === '' &&
    [...tree.children(parent)].every((node) => !isElement(node) || run.includes(node));
  const location = parent.sourceCodeLocation;
  if (run.length > 1 && fillsParagraph && location?.startTag && location.endTag) {
    const list = `<ul class="fr-tags-group">${run.map((tag) => `<li>${validTag(tag, html)}</li>`).join('')}</ul>`;
    splice.replace(location.startOffset, location.endOffset, list);
  } else if (run.length > 1 && parent.tagName !== 'p' && !['li', 'span', 'a'].includes(parent.tagName)) {
    replaceRun(run, html, splice);
  } else {
    for (const tag of run) replaceTag(tag, html, splice);
  }
}

/** Puts tags that are blocks into one list, from the first to the last. */
function replaceRun(run: HtmlElement[], html: string, splice: Splice): void {
  const start = run[0]!.sourceCodeLocation!.startOffset;
  const end = run.at(-1)!.sourceCodeLocation!.endOffset;
  const list = `<ul class="fr-tags-group">${run.map((tag) => `<li>${validTag(tag, html)}</li>`).join('')}</ul>`;
  splice.replace(start, end, list);
}

function replaceTag(tag: HtmlElement, html: string, splice: Splice): void {
  const { startOffset, endOffset } = tag.sourceCodeLocation!;
  const valid = validTag(tag, html);
  const needsBlock =
    tag.tagName === 'p' && valid.startsWith('<a') && (tree.parent(tag) as HtmlElement).tagName !== 'li';
  if (valid !== html.slice(startOffset, endOffset)) {
    splice.replace(startOffset, endOffset, needsBlock ? `<p>${valid}</p>` : valid);
  }
}

/** The tag's source. When it holds exactly one link, the link becomes the tag. */
function validTag(tag: HtmlElement, html: string): string {
  const location = tag.sourceCodeLocation!;
  const source = html.slice(location.startOffset, location.endOffset);
  const links = findAll(tree, tag, (node) => tree.name(node) === 'a') as HtmlElement[];
  const [link] = links;
  if (tag.tagName === 'a' || links.length !== 1 || !link || !location.startTag || !location.endTag) return source;
  const inner = link.sourceCodeLocation!;
  if (!inner.startTag || !inner.endTag) return source;
  const content =
    html.slice(location.startTag.endOffset, inner.startOffset) +
    html.slice(inner.startTag.endOffset, inner.endTag.startOffset) +
    html.slice(inner.endOffset, location.endTag.startOffset);
  return `<a${attributesOf(tag, link, html)}>${content}</a>`;
}

/** The tag's attributes as written, then the link's that the tag lacks. Classes are joined. */
function attributesOf(tag: HtmlElement, link: HtmlElement, html: string): string {
  const own = tag.sourceCodeLocation?.attrs ?? {};
  const inner = link.sourceCodeLocation?.attrs ?? {};
  const both = [...classes(tree, tag), ...classes(tree, link).filter((name) => name !== 'fr-link')];
  const parts = [` class="${both.join(' ')}"`];
  for (const [from, names] of [
    [own, Object.keys(own)],
    [inner, Object.keys(inner).filter((name) => !(name in own))],
  ] as const) {
    for (const name of names) {
      const place = from[name];
      if (name !== 'class' && place) parts.push(` ${html.slice(place.startOffset, place.endOffset)}`);
    }
  }
  return parts.join('');
}
