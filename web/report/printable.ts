// SPDX-License-Identifier: MIT
// Words of pages and names of files, made safe to print: they may neither steer a terminal nor command a CI.

/** Control characters, and those that turn the order of reading (Unicode TR36, 2.10). Tabs are harmless. */
const kControls = /(?!\t)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** What runners of CI take for a command: `::` at the start of a line, `##[` and `##vso[` anywhere in it. */
const kCommandStart = /^\s*::/;
const kCommandInside = /##(?=\[|vso\[)/g;

/** `words` on one line: a character that a terminal would obey is shown as `\u001b`. */
export function printable(words: string): string {
  return words.replace(kControls, escaped).replace(kCommandInside, '#\\u0023');
}

/** A file's name at the start of a line: as a path, it is no command and still leads to the file. */
export function printableFile(name: string): string {
  return printable(kCommandStart.test(name) ? `./${name}` : name);
}

/** JSON that may be shown on a terminal: JSON itself escapes only the first 32 of these characters. */
export function printableJson(json: string): string {
  return json.replace(/[^\n]+/g, (line) => line.replace(kControls, escaped));
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
