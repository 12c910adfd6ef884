// SPDX-License-Identifier: MIT
// The built core as a program imports it: opening, refusing, answering, closing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { CatalogueError, openCatalogue } from '../../lib/core.js';
import { memoryBytes, watchMemories } from '../bench/wasm-memory.mjs';
import { makeCatalogue } from '../oracle/generator.mjs';

watchMemories();
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

const golden = (name) => readFileSync(new URL(`../golden/${name}`, import.meta.url));
const nine = golden('nine.catalogue.json');

const refusal = async (json, options) => {
  const error = await openCatalogue(json, options).then(
    () => assert.fail('accepted'),
    (reason) => reason,
  );
  assert.ok(error instanceof CatalogueError);
  return error;
};

/** An answer in the form of tests/core/ask.h, which writes those of the native core. */
function inBrief({ query, total, page, pages, ids, facets, duration, exits, hidden, warnings }) {
  const lists = Object.values(facets);
  const selected = lists.map((choices) => choices.flatMap((choice, i) => (choice.selected ? [i] : [])));
  return JSON.stringify({
    query,
    total,
    page,
    pages,
    ids,
    counts: lists.map((choices) => choices.map(({ count }) => count)),
    selected,
    duration: duration.map(Object.values),
    exits: exits.map(Object.values),
    hidden: hidden.map(Object.values),
    warnings: warnings.map(Object.values),
  });
}

test('answers of the module are byte for byte those of the native core', async () => {
  const catalogue = await openCatalogue(nine);
  const queries = golden('answers.queries.txt').toString().split('\n').slice(0, -1);
  const answers = queries.map((query) => inBrief(catalogue.query(query, { pageSize: 4 })));
  assert.deepEqual(answers, golden('answers.expected.jsonl').toString().split('\n').slice(0, -1));
});

test('text, bytes and a buffer open the same catalogue', async () => {
  const inputs = [nine.toString(), new Uint8Array(nine), new Uint8Array(nine).buffer];
  const [first, ...others] = await Promise.all(inputs.map((json) => openCatalogue(json)));
  for (const other of others) assert.deepEqual(other.query('duree=-240'), first.query('duree=-240'));
});

test('labels follow the language', async () => {
  const label = async (lang) => (await openCatalogue(nine, { lang })).query().facets.duree.at(-1).label;
  assert.equal(await label('fr'), 'Durée inconnue');
  assert.notEqual(await label('en'), await label('fr'));
});

test('a refused catalogue tells its code, place and a sentence', async () => {
  const error = await refusal('{"trainings":[{"id":"a","title":"A","provider":3}]}');
  assert.equal(error.code, 'wrong-type');
  assert.equal(error.where, '/trainings/0/provider');
  assert.match(error.message, /type attendu/);
  assert.match((await refusal('{', { lang: 'en' })).message, /well-formed/);
});

test('bytes that are not UTF-8, cut or empty are refused', async () => {
  assert.equal((await refusal(new Uint8Array([...Buffer.from('{"title":"'), 0xe9, 0x22, 0x7d]))).code, 'invalid-utf8');
  assert.equal((await refusal(nine.subarray(0, nine.length / 2))).code, 'invalid-json');
  assert.equal((await refusal('')).code, 'invalid-json');
});

test('a closed catalogue refuses queries and may be closed again', async () => {
  const catalogue = await openCatalogue(nine);
  catalogue.close();
  catalogue.close();
  assert.throws(() => catalogue.query(''), { code: 'closed' });
});

test('two catalogues are open side by side', async () => {
  const [one, two] = await Promise.all([openCatalogue(nine), openCatalogue('{"trainings":[]}')]);
  two.close();
  assert.equal(one.query('').total, 9);
});

test('the text search readied ahead finds the same', async () => {
  const [ready, lazy] = await Promise.all([openCatalogue(nine), openCatalogue(nine)]);
  await ready.prepareText();
  assert.deepEqual(ready.query('q=numerique'), lazy.query('q=numerique'));
});

/** Bytes of the buffers in use and of the engine's memory, without compiled code. */
async function heldBytes() {
  collectGarbage();
  await setTimeout(20); // buffers are freed after the collection, in another thread: the second one waits for that
  collectGarbage();
  return process.memoryUsage().arrayBuffers + memoryBytes();
}

test('1,000 catalogues opened, searched and closed leave no memory behind', async () => {
  const json = Buffer.from(JSON.stringify(makeCatalogue(7, 60)));
  const cycle = async () => {
    const catalogue = await openCatalogue(json);
    catalogue.query('q=donnees&tri=titre');
    catalogue.close();
  };
  for (let i = 0; i < 50; i += 1) await cycle();
  const before = await heldBytes();
  for (let i = 0; i < 1000; i += 1) await cycle();
  const grown = (await heldBytes()) - before;
  assert.ok(grown < 1024 * 1024, `grew by ${grown} bytes`);
});

test('hostile queries are answered, with warnings, in bounded time', async () => {
  const catalogue = await openCatalogue(JSON.stringify(makeCatalogue(3, 2000, { providers: 2000 })));
  const providers = catalogue.query('').facets.organisme.map(({ value }) => `organisme=${value}`);
  const queries = [
    `q=${'numerique+'.repeat(10_000)}`,
    `q=${'a'.repeat(100_000)}`,
    'licence=x&'.repeat(10_000),
    '&'.repeat(100_000),
    '%'.repeat(100_000),
    Array.from({ length: 5000 }, (_, i) => `duree=${i}-${i + 1}`).join('&'),
    providers.join('&'),
    `${providers.join('&')}&duree=100000-&q=zzzzzz`,
    'page=99999999999&duree=%00-%00&tri=&=&==',
  ];
  for (const query of queries) {
    const begin = performance.now();
    const answer = catalogue.query(query);
    assert.ok(performance.now() - begin < 2000, `${query.slice(0, 20)}: ${performance.now() - begin} ms`);
    assert.ok(answer.total <= 2000 && answer.query.length < 200_000);
  }
  assert.ok(catalogue.query(queries[2]).warnings.length > 0);
});

test('both skins say the same facts of a training, in the same order', async () => {
  const catalogue = await openCatalogue(nine);
  const [neutral, dsfr] = ['neutral', 'dsfr'].map((skin) =>
    [
      ...catalogue
        .query('', { html: { skin } })
        .html.matchAll(/<li [^>]*data-id=[\s\S]*?(?=<li [^>]*data-id|<\/ul><nav|$)/g),
    ].map(([item]) =>
      item
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  );
  assert.equal(neutral.length, 9);
  assert.deepEqual(dsfr, neutral);
  assert.match(
    neutral[0],
    /^MOOC Numérique Responsable Proposée par INR .* 30 minutes .* CC BY-NC-ND 4\.0 .*Permet\s: partage\. Ne permet pas\s: modification, usage commercial\./,
  );
});
