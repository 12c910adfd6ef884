// SPDX-License-Identifier: MIT
// A page's template commands, made invisible to a reader of Markdown or HTML without moving a character.

const kBlank = /[^\r\n]/g;
const kRaw = /\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}/g;
const kComment = /\{#[\s\S]*?#\}/g;
const kLiquidComment = /\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g;
const kCommand = /\{%[\s\S]*?%\}/g;
const kExpressionLine = /^[^\S\r\n]*\{\{[\s\S]*?\}\}[^\S\r\n]*$/gm;
const kExpression = /\{\{([\s\S]*?)\}\}/g;
const kQuotedAddress = /^\s*-?\s*(['"])([^'"\r\n]*)\1\s*(?:\|\s*(?:url|relativeUrl|safe)\s*)*-?\s*$/;

/**
 * Nunjucks and Liquid commands and comments become spaces of the same length, line ends kept, so
 * that every position stays true; so does an expression alone on its lines. `{{ "/path" | url }}` becomes its address, padded. Any other
 * expression keeps its characters, its spaces made unbreakable so that a link around it still reads.
 */
export function blankTemplate(text: string): string {
  if (!/\{[{%#]/.test(text)) return text;
  return text
    .replace(kRaw, (whole, inside: string) => {
      const at = whole.indexOf(inside, whole.indexOf('%}') + 2);
      return blank(whole.slice(0, at)) + inside + blank(whole.slice(at + inside.length));
    })
    .replace(kComment, blank)
    .replace(kLiquidComment, blank)
    .replace(kCommand, blank)
    .replace(kExpressionLine, blank)
    .replace(kExpression, (whole, inside: string) => {
      const address = kQuotedAddress.exec(inside);
      return address ? (address[2] ?? '').padEnd(whole.length) : whole.replace(/ /g, '\u00a0');
    });
}

/**
 * What plugins of site builders add to Markdown, made invisible in the same way: containers
 * (`:::callout`) and attributes behind headings and links (`{.fr-btn}`, `{#ancre}`).
 */
export function blankExtensions(text: string): string {
  return text
    .replace(/^[^\S\r\n]{0,3}:::.*$/gm, blank)
    .replace(/\{[.#][^{}\r\n]*\}(?=[^\S\r\n]*$)/gm, blank)
    .replace(/(?<=\))\{[.#:][^{}\r\n]*\}/g, blank);
}

/** True when a template engine would write part of this text. */
export function hasTemplate(text: string): boolean {
  return /\{\{|\{%/.test(text);
}

function blank(text: string): string {
  return text.replace(kBlank, ' ');
}
