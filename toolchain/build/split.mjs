// SPDX-License-Identifier: MIT
// Cuts a linked module in two: what every visitor needs, and what only a text search calls. wasm-split does
// the cutting, told by the tags of wasm/include/catalogue/on_search.h. Of the first part there is one per language,
// without the words of the others. docs/size.md says why.
//
// The second part works on the memory and with the functions of the first, which exports them; the first calls
// the second through slots of its table, empty until the second is instantiated.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCommand, run, ToolchainError } from '../lib/run.mjs';

const kTag = 'on_search';
/** In a function's name as the linker writes it. */
const kEntry = new RegExp(`B${kTag.length}${kTag}`);
/** What the second part imports from: the glue gives it the exports of the first. */
const kExportsOfFirst = 'a';
const kSlots = 'slots';
const kNewName = '%';

/** What visible texts are there in, as data/strings names them. */
export const kLanguages = ['fr', 'en'];

const kLetters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

function findWasmSplit() {
  const { EMSDK } = process.env;
  const path = findCommand('wasm-split', EMSDK ? [`${EMSDK}/upstream/bin`] : []);
  if (!path) throw new ToolchainError('wasm-split is missing: it comes with binaryen, which Emscripten needs');
  return path;
}

/** `wasm-opt --print-call-graph` as `{callees: Map of names, roots}`. Roots are exports and what the table holds. */
export function readCallGraph(text) {
  const callees = new Map();
  const roots = [];
  for (const line of text.split('\n')) {
    const [, name, rest] = /^ {2}"([^"]*)" (.*)/.exec(line) ?? [];
    if (name === undefined) continue;
    const callee = /^-> "([^"]*)"/.exec(rest)?.[1];
    if (!callees.has(name)) callees.set(name, []);
    if (callee !== undefined) callees.get(name).push(callee);
    else if (/rounded|"gray"/.test(rest)) roots.push(name);
    else if (/"turquoise"/.test(rest)) callees.delete(name);
  }
  return { callees, roots };
}

/** The functions that are reached through an entry of the second part only, entries included. */
export function deferredFunctions({ callees, roots }) {
  const needed = new Set();
  const waiting = [...roots];
  while (waiting.length > 0) {
    const name = waiting.pop();
    if (needed.has(name) || kEntry.test(name)) continue;
    needed.add(name);
    waiting.push(...(callees.get(name) ?? []));
  }
  return [...callees.keys()].filter((name) => !needed.has(name));
}

/** Names of one letter, then of two, without those that are `taken`. */
function* shortNames(taken) {
  const names = [...kLetters, ...[...kLetters].flatMap((first) => [...kLetters].map((second) => first + second))];
  for (const name of names) if (!taken.has(name)) yield name;
}

/**
 * The two parts as WebAssembly text, made ready: short names for what they share, empty slots in place of
 * imports, and the constants of the second part in the second.
 */
export function tidyParts(first, second) {
  const names = shortNames(new Set(Array.from(first.matchAll(/\(export "([^"]+)"/g), ([, name]) => name)));
  const short = new Map();
  const rename = (text) =>
    text.replace(new RegExp(`"${kNewName}[^"]*"`, 'g'), (long) => {
      if (!short.has(long)) short.set(long, `"${names.next().value}"`);
      return short.get(long);
    });
  const constants = first.match(new RegExp(`^ \\(data \\$${kTag}.*\\n`, 'gm')) ?? [];
  const kept = first
    .replace(new RegExp(`^ \\((data \\$${kTag}|import "${kSlots}").*\\n`, 'gm'), '')
    .replace(/( \$placeholder_\d+)+(?=\)$)/gm, '');
  if (constants.length === 0 || kept.includes('placeholder'))
    throw new ToolchainError('wasm-split cut in an unknown way');
  return [rename(kept), rename(second).replace(/\)\s*$/, `\n${constants.join('')})`)];
}

/** The first part, WebAssembly text, with the words of one language alone (see toolchain/generate/strings.mjs). */
export function inLanguage(first, language) {
  const others = kLanguages.filter((other) => other !== language).join('|');
  const kept = first.replace(new RegExp(`^ \\(data \\$words_(${others}).*\\n`, 'gm'), '');
  if (kept === first || !kept.includes(`(data $words_${language}`))
    throw new ToolchainError(`no words of ${language} to part from others`);
  return kept;
}

/**
 * Cuts `linked`, a module with the names of its functions.
 * @param {string} linked  path of the wasm
 * @param {string} dir  for what is made on the way, and the result
 * @param {{wasmOpt: string, features: string[]}} tools
 * @returns {Promise<string[]>} paths of the first part in each of kLanguages and of the second, WebAssembly text to be optimised
 */
export async function splitModule(linked, dir, { wasmOpt, features }) {
  mkdirSync(dir, { recursive: true });
  const at = (name) => join(dir, name);
  // Accessors of a few instructions first: each that the second part called would be an export of the first.
  const { output } = await run(wasmOpt, [
    linked,
    ...features,
    '--inlining',
    '--one-caller-inline-max-function-size=1',
    '--always-inline-max-function-size=6',
    `--no-inline=*${kTag}*`,
    '--vacuum',
    '--print-call-graph',
    '-g',
    '-o',
    at('whole.wasm'),
  ]);
  const deferred = deferredFunctions(readCallGraph(output));
  if (!deferred.some((name) => kEntry.test(name)))
    throw new ToolchainError(`no function of ${linked} is marked ${kTag}`);
  writeFileSync(at('deferred.txt'), `${deferred.join('\n')}\n`);
  await run(findWasmSplit(), [
    at('whole.wasm'),
    ...features,
    '-g',
    `--split-funcs=@${at('deferred.txt')}`,
    `--export-prefix=${kNewName}`,
    `--import-namespace=${kExportsOfFirst}`,
    `--placeholder-namespace=${kSlots}`,
    '-o1',
    at('first.wasm'),
    '-o2',
    at('second.wasm'),
  ]);
  const paths = [at('first.wat'), at('second.wat')];
  for (const path of paths) await run(wasmOpt, [path.replace(/wat$/, 'wasm'), ...features, '-S', '-o', path]);
  const [first, second] = tidyParts(...paths.map((path) => readFileSync(path, 'utf8')));
  const texts = [
    ...kLanguages.map((language) => [`first-${language}.wat`, inLanguage(first, language)]),
    ['second.wat', second],
  ];
  for (const [name, text] of texts) writeFileSync(at(name), text);
  return texts.map(([name]) => at(name));
}
