// SPDX-License-Identifier: MIT
// A page's template commands, made invisible to a reader of Markdown or HTML without moving a character.

const kBlank = /[^\r\n]/g;
const kOpening = /\{[#%{]/g;
const kClosing: Record<string, string> = { '{#': '#}', '{%': '%}', '{{': '}}' };
const kQuotedAddress = /^\s*-?\s*(['"])([^'"\r\n]*)\1\s*(?:\|\s*(?:url|relativeUrl|safe)\s*)*-?\s*$/;
/** Commands whose content is not what it looks like, and the command that ends each. */
const kEndings: Record<string, RegExp> = {
  raw: /\{%-?\s*endraw\s*-?%\}/g,
  comment: /\{%-?\s*endcomment\s*-?%\}/g,
};

/**
 * Nunjucks and Liquid commands and comments become spaces of the same length, line ends kept, so
 * that every position stays true; so does an expression alone on its lines. `{{ "/path" | url }}`
 * becomes its address, padded. Any other expression keeps its characters, its spaces made
 * unbreakable so that a link around it still reads. Linear; what is never closed stays as it is.
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
 * Just behind the command that starts at `open`, its content included for raw and comment; -1
 * without end. `unended` remembers which of the two have no end further on.
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

/** "raw" for `{%- raw %}`; '' for what is no command. */
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

/** Nothing but white space before and behind, on the lines where it starts and ends. */
function isAlone(text: string, open: number, end: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', open - 1) + 1, open);
  const after = text.slice(end, (text.indexOf('\n', end) + 1 || text.length + 1) - 1);
  return before.trim() === '' && after.trim() === '';
}

/**
 * What plugins of site builders add to Markdown, made invisible in the same way: containers
 * (`:::callout`) and attributes behind headings and links (`{.fr-btn}`, `{#ancre}`).
 */
export function blankExtensions(text: string): string {
  return text
    .replace(/^[^\S\r\n]{0,3}:::.*$/gm, blank)
    .replace(/\{[.#][^{}\r\n]{0,200}\}(?=[^\S\r\n]{0,20}$)/gm, blank)
    .replace(/(?<=\))\{[.#:][^{}\r\n]{0,200}\}/g, blank);
}

/** True when a template engine would write part of this text. */
export function hasTemplate(text: string): boolean {
  return /\{\{|\{%/.test(text);
}

function blank(text: string): string {
  return text.replace(kBlank, ' ');
}
