// SPDX-License-Identifier: MIT
// Blanks the template commands of a page, so that parsers of Markdown and HTML do not see them. No character moves.

const kBlank = /[^\r\n]/g;
const kOpening = /\{[#%{]/g;
const kClosing: Record<string, string> = { '{#': '#}', '{%': '%}', '{{': '}}' };
const kQuotedAddress = /^\s*-?\s*(['"])([^'"\r\n]*)\1\s*(?:\|\s*(?:url|relativeUrl|safe)\s*)*-?\s*$/;
/** Commands whose content a template engine does not run, and the end of each. */
const kEndings: Record<string, RegExp> = {
  raw: /\{%-?\s*endraw\s*-?%\}/g,
  comment: /\{%-?\s*endcomment\s*-?%\}/g,
};

/**
 * Replaces Nunjucks and Liquid commands, comments, and expressions alone on their lines by spaces of the same
 * length. Line ends stay, so that every position stays valid. `{{ "/path" | url }}` becomes its address, padded.
 * Any other expression stays, with no-break spaces, so that a link around it is still a link.
 * Linear. A command that does not close stays as it is.
 */
export function blankTemplate(text: string): string {
  const parts: string[] = [];
  const unended = new Set<string>();
  let done = 0;
  for (let open = nextOpening(text, 0); open >= 0; open = nextOpening(text, done)) {
    const end = endOf(text, open, unended);
    if (end < 0) break;
    parts.push(text.slice(done, open), shown(text, open, end));
    done = end;
  }
  return parts.join('') + text.slice(done);
}

function nextOpening(text: string, from: number): number {
  kOpening.lastIndex = from;
  return kOpening.exec(text)?.index ?? -1;
}

/**
 * The offset after the command that starts at `open`, and after its content for raw and comment; -1
 * when it does not end. `unended`: those of the two that have no end in the rest of the text.
 */
function endOf(text: string, open: number, unended: Set<string>): number {
  const close = text.indexOf(kClosing[text.slice(open, open + 2)]!, open + 2);
  if (close < 0) return -1;
  const command = commandOf(text, open, close);
  const ending = kEndings[command];
  if (!ending || unended.has(command)) return close + 2;
  ending.lastIndex = close + 2;
  if (ending.exec(text)) return ending.lastIndex;
  unended.add(command);
  return close + 2;
}

/** "raw" for `{%- raw %}`; '' for anything else. */
function commandOf(text: string, open: number, close: number): string {
  if (text[open + 1] !== '%') return '';
  return /^-?\s*(\w*)/.exec(text.slice(open + 2, Math.min(close, open + 40)))?.[1] ?? '';
}

function shown(text: string, open: number, end: number): string {
  const whole = text.slice(open, end);
  if (whole.startsWith('{{')) return shownExpression(text, open, end, whole);
  const isRaw = /^\{%-?\s*raw\s*-?%\}/.exec(whole);
  if (!isRaw || !whole.includes('endraw')) return blank(whole);
  const inside = whole.slice(isRaw[0].length, whole.lastIndexOf('{%'));
  return blank(isRaw[0]) + inside + blank(whole.slice(isRaw[0].length + inside.length));
}

function shownExpression(text: string, open: number, end: number, whole: string): string {
  if (isAlone(text, open, end)) return blank(whole);
  const address = kQuotedAddress.exec(whole.slice(2, -2));
  return address ? (address[2] ?? '').padEnd(whole.length) : whole.replace(/ /g, '\u00a0');
}

/** Whether only white space stands before and after it, on its first and last line. */
function isAlone(text: string, open: number, end: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', open - 1) + 1, open);
  const after = text.slice(end, (text.indexOf('\n', end) + 1 || text.length + 1) - 1);
  return before.trim() === '' && after.trim() === '';
}

/**
 * Blanks in the same way what plugins of site builders add to Markdown: containers (`:::callout`), and
 * attributes after headings and links (`{.fr-btn}`, `{#ancre}`).
 */
export function blankExtensions(text: string): string {
  return text
    .replace(/^[^\S\r\n]{0,3}:::.*$/gm, blank)
    .replace(/\{[.#][^{}\r\n]{0,200}\}(?=[^\S\r\n]{0,20}$)/gm, blank)
    .replace(/(?<=\))\{[.#:][^{}\r\n]{0,200}\}/g, blank);
}

/** Whether a template engine would write part of this text. */
export function hasTemplate(text: string): boolean {
  return /\{\{|\{%/.test(text);
}

function blank(text: string): string {
  return text.replace(kBlank, ' ');
}
