// SPDX-License-Identifier: MIT
// Exports of real pages: each format is checked by a reader that is not ours.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import ts from 'typescript';
import { openCompiler } from '../../lib/compiler.js';
import { extractPage } from '../../lib/extract.js';

const pagesDir = new URL('../pages/', import.meta.url).pathname;
const root = new URL('../../', import.meta.url).pathname;
const names = readdirSync(pagesDir)
  .filter((name) => /\.(?:md|html)$/.test(name))
  .sort();
const schema = JSON.parse(readFileSync(join(root, 'data/schema/catalogue.schema.json'), 'utf8'));

let compiler;
const catalogues = [];

before(async () => {
  compiler = await openCompiler();
  for (const name of [...names.map((page) => join(pagesDir, page)), join(root, 'data/formations.md')]) {
    const { raw } = extractPage(readFileSync(name, 'utf8'), { kind: name.endsWith('.md') ? 'markdown' : 'html' });
    catalogues.push({ name, raw, catalogue: compiler.normalise(raw).catalogue });
  }
});

test('every catalogue fits the JSON Schema', () => {
  const ajv = addFormats(new Ajv2020({ allErrors: true, strict: true }));
  const validate = ajv.compile(schema);
  for (const { name, catalogue } of catalogues) {
    assert.ok(validate(catalogue), `${name}: ${ajv.errorsText(validate.errors)}`);
  }
  const fits = (training) => validate({ trainings: [{ id: 'a', title: 'A', ...training }] });
  assert.equal(fits({ durations: [{ min: 30 }] }), true, 'min without max has no end');
  assert.equal(fits({ durations: [{ max: 30 }] }), false, 'max without min');
  assert.equal(fits({ licence: { family: 'CC-BY-SA' } }), true, 'a family');
  assert.equal(fits({ licence: { rights: ['resale'] } }), false, 'a right that is none');
});

test('a page, its data, a page made of them and the data of that page agree', () => {
  for (const { name, raw, catalogue } of catalogues) {
    const fragment = compiler.exportCatalogue(catalogue, 'html');
    const again = extractPage(fragment, { kind: 'html', given: raw.page });
    assert.deepEqual(compiler.normalise(again.raw).catalogue, catalogue, name);
  }
});

/** Errors of TypeScript on a literal that claims to be of a schema.org type. */
function vocabularyErrors(jsonLd) {
  const folder = mkdtempSync(join(root, 'build/schema-org-'));
  try {
    const file = join(folder, 'list.ts');
    writeFileSync(
      file,
      `import type { ItemList, WithContext } from 'schema-dts';\nexport const list: WithContext<ItemList> = ${jsonLd};\n`,
    );
    const program = ts.createProgram([file], {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      target: ts.ScriptTarget.ES2022,
      types: [],
    });
    const found = [...program.getSemanticDiagnostics(), ...program.getSyntacticDiagnostics()];
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('JSON-LD says nothing that schema.org has no word for', () => {
  const trainings = catalogues.flatMap(({ catalogue }) => catalogue.trainings);
  const all = {
    title: 'Formations',
    url: 'https://exemple.fr/',
    trainings: trainings.map((training, index) => ({ ...training, id: String(index) })),
  };
  const jsonLd = compiler.exportCatalogue(all, 'jsonld');
  assert.deepEqual(vocabularyErrors(jsonLd), []);
  assert.notDeepEqual(vocabularyErrors(jsonLd.replace('"timeRequired"', '"timeNeeded"')), []);
});

test('an Atom feed holds what RFC 4287 asks of a feed and of its entries', () => {
  for (const { name, catalogue } of catalogues) {
    const feed = compiler.exportCatalogue(catalogue, 'atom');
    const entries = feed.split('<entry>').slice(1);
    assert.equal(entries.length, catalogue.trainings.length, name);
    for (const part of [feed.split('<entry>')[0], ...entries]) {
      for (const element of ['id', 'title', 'updated', 'author']) {
        assert.equal(part.match(new RegExp(`<${element}>`, 'g'))?.length, 1, `${name}: one ${element}`);
      }
    }
    const ids = entries.map((entry) => /<id>([^<]*)<\/id>/.exec(entry)[1]);
    assert.equal(new Set(ids).size, ids.length, `${name}: ids are unique`);
  }
});

test('a catalogue that the core refuses is not exported', () => {
  assert.throws(() => compiler.exportCatalogue({ trainings: [{ id: 'a' }] }, 'atom'), {
    name: 'CompileError',
    code: 'missing-member',
  });
});
