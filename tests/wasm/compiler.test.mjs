// SPDX-License-Identifier: MIT
// The compiler module as Node uses it: records in, meanings and sentences out.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { openCompiler } from '../../lib/compiler.js';

const root = new URL('../../', import.meta.url);
const tag = (text, url = '', line = 3) => ({ text, url, line, column: 1 });
let compiler;

before(async () => {
  compiler = await openCompiler();
});

test('gives a catalogue that holds the meaning and the words', () => {
  const { catalogue, diagnostics } = compiler.normalise({
    page: { title: 'Formations', updated: '2021-11-09' },
    records: [
      {
        heading: 'MOOC Numérique Responsable (INR)',
        description: 'Deux modules.',
        line: 1,
        column: 1,
        tags: [
          tag('Durées : 30 minutes ou 4 heures'),
          tag('Licence CC BY-NC-ND 4.0', 'https://creativecommons.org/licenses/by-nc-nd/4.0/'),
        ],
        links: [{ text: 'Voir le MOOC', url: 'https://www.academie-nr.org/' }],
      },
    ],
  });
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(catalogue, {
    title: 'Formations',
    updated: '2021-11-09',
    trainings: [
      {
        id: 'mooc-numerique-responsable',
        title: 'MOOC Numérique Responsable',
        provider: 'INR',
        url: 'https://www.academie-nr.org/',
        description: 'Deux modules.',
        durations: [
          { min: 30, max: 30, basis: 'stated', text: '30 minutes' },
          { min: 240, max: 240, basis: 'stated', text: '4 heures' },
        ],
        licence: {
          id: 'CC-BY-NC-ND-4.0',
          url: 'https://creativecommons.org/licenses/by-nc-nd/4.0/',
          text: 'Licence CC BY-NC-ND 4.0',
        },
      },
    ],
  });
});

test('a licence without a version has a family, several that agree have rights, what has no end has no max', () => {
  const training = (...tags) =>
    compiler.normalise({ records: [{ heading: 'A', tags: tags.map((text) => tag(text)) }] });
  const [family] = training('Licence CC BY-SA', 'Durée : plus de 2 heures').catalogue.trainings;
  assert.deepEqual(family.licence, { family: 'CC-BY-SA', text: 'Licence CC BY-SA' });
  assert.deepEqual(family.durations, [{ min: 120, basis: 'stated', text: 'plus de 2 heures' }]);
  const vague = training('Licence Creative Commons - Partage à l’identique').catalogue.trainings[0].licence;
  assert.deepEqual([vague.status, vague.rights], ['ambiguous', ['modification', 'partage']]);
  // Two licences on one training: what both grant.
  const both = training('Licence CC BY 4.0', 'Licence CC BY-NC').catalogue.trainings[0].licence;
  assert.deepEqual(both.rights, ['modification', 'partage']);
  const unknown = training('Licence CC BY 4.0', 'Licence inventée').catalogue.trainings[0].licence;
  assert.deepEqual([unknown.id, unknown.rights], [undefined, undefined]);
  const codes = (...tags) => training(...tags).diagnostics.map(({ code }) => code);
  assert.ok(codes('Licence CC0 (mostly)').includes('licence-partial'));
  assert.ok(codes('Durée : 12 séances de 2 heures, soit 20 heures').includes('duration-contradictory'));
});

test('counts a day as the site declares it', () => {
  const minutes = (options) =>
    compiler
      .normalise({ options, records: [{ heading: 'A', tags: [tag('Durées : 1 jour ou une demi-journée')] }] })
      .catalogue.trainings[0].durations.map(({ min, basis }) => [min, basis]);
  assert.deepEqual(minutes({}), [
    [420, 'convention'],
    [210, 'convention'],
  ]);
  assert.deepEqual(minutes({ hoursPerDay: 6, hoursPerHalfDay: 3 }), [
    [360, 'convention'],
    [180, 'convention'],
  ]);
});

test('refuses records that it cannot read, and says where', () => {
  const refused = (raw, code, where) =>
    assert.throws(() => compiler.normalise(raw), { name: 'CompileError', code, where });
  refused({ records: 3 }, 'wrong-type', '/records');
  refused({}, 'records-missing', '/records');
  refused([], 'not-an-object', '');
  refused({ records: [{ heading: 'A', tags: [{ text: 7 }] }] }, 'wrong-type', '/records/0/tags/0/text');
  refused({ records: [], options: { hoursPerDay: 30 } }, 'bad-option', '/options/hoursPerDay');
});

test('reads a page that holds half a surrogate pair', () => {
  const { catalogue } = compiler.normalise({
    records: [{ heading: 'A \ud83d B', tags: [tag('Durée : 2 h \ude00 😀')] }],
  });
  assert.equal(catalogue.trainings[0].title, 'A \ufffd B');
  assert.match(catalogue.trainings[0].durations[0].text, /\ufffd 😀$/);
});

test('never gives two trainings the same id', () => {
  const headings = ['A', 'A', 'A 2', 'a', 'À', '語', '話'];
  const ids = compiler
    .normalise({ records: headings.map((heading) => ({ heading, tags: [] })) })
    .catalogue.trainings.map(({ id }) => id);
  assert.equal(new Set(ids).size, headings.length);
  assert.deepEqual(ids.slice(0, 4), ['a', 'a-3', 'a-2', 'a-4']);
});

const readSentences = () => JSON.parse(readFileSync(new URL('data/strings/check.fr.json', root), 'utf8'));

// Every code that the C++ sources can report, found by the first word of its family.
function reportedCodes() {
  const codes = new Set();
  for (const folder of ['meaning', 'check'])
    for (const name of readdirSync(new URL(`wasm/src/${folder}/`, root)).filter((file) => /\.(cpp|h)$/.test(file)))
      for (const [, code] of readFileSync(new URL(`wasm/src/${folder}/${name}`, root), 'utf8').matchAll(
        /"([a-z]+(?:-[a-z]+)+)"/g,
      ))
        if (
          /^(duration|licence|modality|language|level|certification|accessibility|provider|tag|label|title|link|description|training|duplicate|near|sibling|page|facet|checked)-/.test(
            code,
          )
        )
          codes.add(code);
  return codes;
}

test('has a French sentence for every diagnostic, and none to spare', () => {
  const { suggestion, ...sentences } = readSentences();
  assert.match(suggestion, /\{suggestion\}/);
  const codes = reportedCodes();
  assert.ok(codes.size > 40);
  assert.deepEqual(
    Object.keys(sentences).filter((code) => !codes.has(code)),
    [],
    'sentences without a diagnostic',
  );
  assert.deepEqual(
    [...codes].filter((code) => !sentences[code]),
    [],
    'diagnostics without a sentence',
  );
});

test('gives each sentence the words that it asks for, and a suggestion', () => {
  const { diagnostics } = compiler.normalise({
    page: { intro: 'Des formations en licence libre.' },
    records: [
      {
        heading: 'Achats (INR)',
        line: 4,
        tags: [tag('Durée : 4 heurs'), tag('Licence CC BY-NC'), tag('Langue : anglai'), tag('10h')],
      },
      {
        heading: 'Achats (Inr)',
        line: 9,
        tags: [tag('Durée : 14h – 16h'), tag('Licence CC BY 4.0', 'https://creativecommons.org/licenses/by-nc/4.0/')],
      },
    ],
  });
  const sentences = readSentences();
  assert.ok(diagnostics.length > 8);
  for (const { code, args = {} } of diagnostics)
    for (const [, name] of sentences[code].matchAll(/\{(\w+)\}/g)) assert.ok(args[name], `${code}: {${name}}`);
  const suggestions = diagnostics.flatMap(({ args }) => args?.suggestion ?? []);
  for (const suggestion of ['4 heures', 'anglais', 'Durée : 10h'])
    assert.ok(suggestions.includes(suggestion), suggestion);
});

test('runs where code may not be made from text, as under a policy without unsafe-eval', () => {
  const program = `
    import { openCompiler } from ${JSON.stringify(new URL('lib/compiler.js', root).href)};
    const compiler = await openCompiler();
    const { catalogue } = compiler.normalise({ records: [{ heading: 'A', tags: [{ text: '2 heures' }] }] });
    const { trainings } = compiler.validate(new TextEncoder().encode(JSON.stringify(catalogue)));
    console.log(catalogue.trainings[0].durations[0].min, trainings, compiler.renderStatic(catalogue).items.length);`;
  const args = ['--disallow-code-generation-from-strings', '--input-type=module', '-e', program];
  assert.equal(execFileSync(process.execPath, args, { encoding: 'utf8' }).trim(), '120 1 1');
});

test('a wasm that is no wasm, or not this one, is refused: nobody waits for ever', async () => {
  await assert.rejects(openCompiler(new Uint8Array([1, 2, 3])), WebAssembly.CompileError);
  const asksForMore = Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 7, 1, 1, 97, 1, 98, 0, 0]);
  await assert.rejects(openCompiler(asksForMore));
});

test('the list that is asked for holds every training once, in order, with the values that the style filters by', () => {
  const trainings = Array.from({ length: 1003 }, (_, i) => ({
    id: `t-${i}`,
    title: `data-id="${i}" <b>`,
    durations: [{ min: 10 + i, max: 10 + i }],
  }));
  const { list, items } = compiler.renderStatic({ trainings }, { list: true });
  const found = [...list.matchAll(/<li class="catalogue-item" data-id="([^"]*)"(?: data-duree="([^"]*)")?/g)];
  assert.deepEqual(
    found.map(([, id, duree]) => ({ id, duree })),
    items.map(({ id, attributes }) => ({ id, duree: attributes['data-duree'] })),
  );
  assert.deepEqual(
    items.map(({ id }) => id),
    trainings.map(({ id }) => id),
  );
  assert.equal(list.match(/class="catalogue-list"/g).length, 1);
  assert.ok(list.startsWith('<ul class="catalogue-list"') && list.endsWith('</li></ul>'));
  assert.equal(compiler.renderStatic({ trainings }).list, '');
});
