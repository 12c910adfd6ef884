// SPDX-License-Identifier: MIT
// Renders Markdown to HTML, and maps each piece of the HTML to its place in the source.
import MarkdownIt, { type StateInline, type Token } from 'markdown-it';
import type { Place } from './tree.js';

/** HTML, and the source place of an offset in it: 1-based, columns in UTF-16 units. */
export interface MappedHtml {
  html: string;
  locate(offset: number): Place;
}

/** `verbatim`: the HTML after it equals the source, character for character. */
interface Anchor extends Place {
  offset: number;
  verbatim: boolean;
}

/** Set up as in Eleventy: HTML passes through, indented text is no code block. */
const markdown = new MarkdownIt({ html: true }).disable('code');
const normalizeLink = markdown.normalizeLink;
/** Keeps an address with a template expression as it is. */
markdown.normalizeLink = (url) => (url.includes('{{') ? url.replace(/\u00a0/g, ' ') : normalizeLink(url));

/** Makes inline tokens keep their start in their block's content. */
class PlacedState extends markdown.inline.State {
  override push(...args: Parameters<StateInline['push']>): Token {
    const token = super.push(...args);
    token.meta = { ...(token.meta as object | null), at: this.pos };
    return token;
  }
}
markdown.inline.State = PlacedState;

/** Renders Markdown. `firstLine` is the file's line (1-based) on which `source` starts. */
export function renderMarkdown(source: string, firstLine: number): MappedHtml {
  const normalised = source.replace(/\r\n?/g, '\n');
  const environment: Record<string, unknown> = {};
  const tokens = markdown.parse(normalised, environment);
  const writer = new MappedWriter(normalised.split('\n'), firstLine, environment);
  tokens.forEach((token, index) => writer.write(tokens, token, index));
  return { html: writer.html, locate: (offset) => locateIn(writer.anchors, offset) };
}

class MappedWriter {
  html = '';
  /** First line of the last opened block or table row: cells have no line of their own. */
  #line = 0;
  readonly anchors: Anchor[] = [];

  constructor(
    readonly lines: string[],
    readonly firstLine: number,
    readonly environment: Record<string, unknown>,
  ) {}

  write(tokens: Token[], token: Token, index: number): void {
    if (token.type === 'inline') return this.#writeInline(token);
    if (token.map) {
      this.#line = token.map[0];
      if (token.type === 'html_block') return this.#writeHtmlBlock(token, token.map[0]);
      this.#anchor(token.map[0], firstCharacter(this.lines[token.map[0]]), /*verbatim=*/ false);
    }
    this.#append(tokens, token, index);
  }

  #writeInline(block: Token): void {
    const children = block.children ?? [];
    const starts = this.#contentPlaces(block);
    children.forEach((token, index) => {
      const at = startOf(token);
      if (at !== null) this.#anchorInContent(starts, at, token.type === 'html_inline');
      if (token.type === 'html_inline') this.html += token.content;
      else this.#append(children, token, index);
    });
  }

  #writeHtmlBlock(token: Token, line: number): void {
    token.content.split('\n').forEach((text, index, all) => {
      const source = this.lines[line + index] ?? '';
      this.#anchor(line + index, Math.max(0, source.indexOf(text)), /*verbatim=*/ true);
      this.html += index + 1 < all.length ? `${text}\n` : text;
    });
  }

  /** For each line of a block's content: its offset there, its source line and column. */
  #contentPlaces(block: Token): Anchor[] {
    const first = block.map?.[0] ?? this.#line;
    let offset = 0;
    return block.content.split('\n').map((text, index) => {
      const source = this.lines[first + index] ?? '';
      const column = Math.max(0, source.indexOf(text));
      const place = { offset, line: first + index, column, verbatim: true };
      offset += text.length + 1;
      return place;
    });
  }

  #anchorInContent(starts: Anchor[], at: number, verbatim: boolean): void {
    const start = lastAtOrBefore(starts, at)!;
    this.#anchor(start.line, start.column + at - start.offset, verbatim);
  }

  #append(tokens: Token[], token: Token, index: number): void {
    const rule = markdown.renderer.rules[token.type];
    this.html += rule
      ? rule(tokens, index, markdown.options, this.environment, markdown.renderer)
      : markdown.renderer.renderToken(tokens, index, markdown.options);
  }

  /** line, column: 0-based, in the lines of the source. */
  #anchor(line: number, column: number, verbatim: boolean): void {
    this.anchors.push({ offset: this.html.length, line: line + this.firstLine, column: column + 1, verbatim });
  }
}

/** The start of an inline token in its block's content; null when no rule set it. */
function startOf({ type, markup, meta }: Token): number | null {
  const at = (meta as { at?: number } | null)?.at;
  if (at === undefined) return null;
  // markdown-it is after the bracket when it opens a link, and on the `<` of an autolink.
  return type === 'link_open' && markup === '' ? at - 1 : at;
}

function firstCharacter(line = ''): number {
  return Math.max(0, line.search(/\S/));
}

function locateIn(anchors: Anchor[], offset: number): Place {
  const anchor = lastAtOrBefore(anchors, offset);
  if (!anchor) return { line: 1, column: 1 };
  return { line: anchor.line, column: anchor.column + (anchor.verbatim ? offset - anchor.offset : 0) };
}

/** Binary search among anchors in ascending order of offset. */
function lastAtOrBefore(anchors: Anchor[], offset: number): Anchor | undefined {
  let low = 0;
  let high = anchors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (anchors[middle]!.offset <= offset) low = middle + 1;
    else high = middle;
  }
  return anchors[low - 1];
}
