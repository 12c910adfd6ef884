// SPDX-License-Identifier: MIT
// Makes texts of pages and names of files safe to print: a terminal or a CI must not obey them.

/** Control characters, and those that change the direction of text (Unicode TR36, 2.10). Tabs are harmless. */
const kControls = /(?!\t)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** What CI runners take for a command: `::` at the start of a line, `##[` and `##vso[` anywhere in it. */
const kCommandStart = /^\s*::/;
const kCommandInside = /##(?=\[|vso\[)/g;

/** `text` on one line. A control character is shown as its escape, such as `\u001b`. */
export function printable(text: string): string {
  return text.replace(kControls, escaped).replace(kCommandInside, '#\\u0023');
}

/** A file's name at the start of a line. `./` before it keeps it from being a command. */
export function printableFile(name: string): string {
  return printable(kCommandStart.test(name) ? `./${name}` : name);
}

/** JSON that is safe on a terminal: JSON itself escapes only the first 32 control characters. */
export function printableJson(json: string): string {
  return json.replace(/[^\n]+/g, (line) => line.replace(kControls, escaped));
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
