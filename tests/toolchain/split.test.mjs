// SPDX-License-Identifier: MIT
// The cut of the visitors' module: what only a text search reaches is in the second file, and nothing is in both.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { modulePath, runtimeIn } from '../../toolchain/build/modules.mjs';
import { deferredFunctions, inLanguage, kLanguages, readCallGraph, tidyParts } from '../../toolchain/build/split.mjs';

const kGraph = `digraph call {
  "start" [style="filled", fillcolor="gray"];
  "log" [style="filled", fillcolor="turquoise"];
  "_Z6searchB9on_searchv" [style="filled", fillcolor="white"];
  "_Z4stemv" [style="filled", fillcolor="white"];
  "_Z4foldv" [style="filled", fillcolor="white"];
  "_Z6calledv" [style="filled", fillcolor="white"];
  "start" -> "_Z6searchB9on_searchv"; // call
  "start" -> "_Z4foldv"; // call
  "_Z6searchB9on_searchv" -> "_Z4stemv"; // call
  "_Z6searchB9on_searchv" -> "_Z4foldv"; // call
  "_Z4stemv" -> "log"; // call
  "_Z6calledv" [style="filled, rounded"];
}`;

test('what an entry alone reaches is deferred; what others call too, the table holds or is imported is not', () => {
  assert.deepEqual(deferredFunctions(readCallGraph(kGraph)).sort(), ['_Z4stemv', '_Z6searchB9on_searchv']);
});

test('shared names become short and free ones, slots are left empty, the tables of the search move', () => {
  const first = `(module
 (import "slots" "3" (func $placeholder_3))
 (data $.rodata (i32.const 1024) "a")
 (data $on_search.1 (i32.const 2048) "words")
 (elem (i32.const 1) $start $placeholder_3)
 (export "a" (func $start))
 (export "%_Z4foldv" (func $fold))
)`;
  const second = '(module\n (import "a" "%_Z4foldv" (func $fold))\n)';
  const [kept, deferred] = tidyParts(first, second);
  assert.doesNotMatch(kept, /placeholder|on_search|foldv/);
  assert.match(kept, /\(export "b" \(func \$fold\)\)/);
  assert.match(kept, /\(elem \(i32.const 1\) \$start\)/);
  assert.match(deferred, /\(import "a" "b" \(func \$fold\)\)/);
  assert.match(deferred, /\(data \$on_search\.1 \(i32\.const 2048\) "words"\)/);
  assert.throws(() => tidyParts('(module)', '(module)'), /unknown way/);
});

const holds = (name, words) => readFileSync(modulePath(name, 'wasm')).includes(words);

test('the glossary is in the second file only', () => {
  for (const language of kLanguages) assert.equal(holds(runtimeIn(language), 'accessibilite'), false);
  assert.equal(holds('catalogue-search', 'accessibilite'), true);
});

test('a visitor downloads the words of one language, and those of no other', () => {
  const said = { fr: 'Filtrer les formations', en: 'Filter the trainings' };
  for (const language of kLanguages) {
    for (const other of kLanguages)
      assert.equal(holds(runtimeIn(language), said[other]), language === other, `${other} in ${language}`);
  }
});

test('words that cannot be told apart by language stop the build', () => {
  const both = '(module\n (data $words_fr (i32.const 1024) "fr")\n (data $words_en (i32.const 2048) "en")\n)';
  assert.equal(inLanguage(both, 'fr'), '(module\n (data $words_fr (i32.const 1024) "fr")\n)');
  assert.throws(() => inLanguage('(module\n (data $.rodata (i32.const 1024) "fr en")\n)', 'fr'), /no words of fr/);
});

test('the second file has no memory of its own: it imports all that it works on', async () => {
  const module = await WebAssembly.compile(readFileSync(modulePath('catalogue-search', 'wasm')));
  const kinds = new Set(WebAssembly.Module.imports(module).map(({ kind }) => kind));
  assert.deepEqual([...kinds].sort(), ['function', 'global', 'memory', 'table']);
  assert.deepEqual(WebAssembly.Module.exports(module), []);
});
