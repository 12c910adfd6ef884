// SPDX-License-Identifier: MIT
// Front matter, mutated: read, or refused with a place; never slower than its length allows.
import assert from 'node:assert/strict';
import { PageError, readFrontMatter } from '../../../lib/extract.js';
import { fuzzLoop } from './lib/fuzz-loop.mjs';

const seeds = [
  'title: Formations\ndate: 2024-01-31\nlang: fr\ncatalogue: true\n',
  'title: "Formations : numérique"\ncatalogue:\n  hoursPerDay: 6\n  tagClasses: [tag, badge]\n',
  'base: &base {lang: fr, licence: etalab-2.0}\npage:\n  <<: *base\n  <<: [*base, *base]\n',
  'description: >\n  Plusieurs\n  lignes\nlist:\n  - a\n  - b: {c: [d, "e"]}\n',
  '# note\ntags: !!set {a, b}\nn: 0x1F\nd: 2001-12-14t21:59:43.10-05:00\n? complex\n: value\n',
  '{ "title": "Formations", "catalogue": { "hoursPerDay": 7 } }\n',
];
const pieces = [
  '---',
  '\n',
  '\r',
  ' ',
  '\t',
  '- ',
  ': ',
  '[',
  ']',
  '{',
  '}',
  ',',
  '"',
  "'",
  '|',
  '>',
  '&a ',
  '*a',
  '<<: ',
  '? ',
  '!!js ',
  '#',
  '%',
  '@',
  '\0',
  '\u2028',
  '\ufeff',
  'é',
  '😀',
];
/** Processor time for one block of at most 64 KiB, on a slow machine: far above what it takes, far below a hang. */
const kMostMilliseconds = 2000;

export async function run(bounds) {
  const make = (chance) => {
    let block = chance.pick(seeds);
    for (let left = 1 + chance.below(12); left > 0; left--) {
      const start = chance.below(block.length + 1);
      const piece = chance.below(2) ? chance.pick(pieces) : block.slice(start, start + chance.below(20));
      const times = chance.below(6) ? 1 : 1 + chance.below(3000);
      block = (block.slice(0, start) + piece.repeat(times) + block.slice(start + chance.below(4))).slice(0, 80_000);
    }
    const open = chance.pick(['---\n', '---yaml\n', '---json\n', '---\r\n', `---${' '.repeat(chance.below(50_000))}`]);
    return `${open}${block}${chance.pick(['\n---\n', '\n---', '\r\n---  \r\n', ''])}${chance.pick(['', '# Page\n'])}`;
  };
  return fuzzLoop(bounds, make, check);
}

function check(text) {
  const start = process.cpuUsage();
  const lines = text.split(/\r\n|\n|\r/).length;
  try {
    const { data, offset, line } = readFrontMatter(text);
    assert.equal(typeof data, 'object');
    assert.ok(offset >= 0 && offset <= text.length && line >= 1 && line <= lines);
  } catch (error) {
    if (!(error instanceof PageError)) throw error;
    assert.ok(error.line >= 1 && error.column >= 1 && error.line <= lines + 1, `line ${error.line} of ${lines}`);
  }
  const { user, system } = process.cpuUsage(start);
  assert.ok((user + system) / 1000 < kMostMilliseconds, `${(user + system) / 1000} ms for ${text.length} characters`);
}
