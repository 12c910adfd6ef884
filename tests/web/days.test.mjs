// SPDX-License-Identifier: MIT
// The day on which an editor last looked: read from a tag, a page or a cell, shown, exported, and told when it is too old.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { openCompiler } from '../../lib/compiler.js';
import { openCatalogue } from '../../lib/core.js';
import { goodPage, scratch } from './command-line.mjs';
import { importTypeScript } from './import-typescript.mjs';

const { put, run } = scratch('days');
let age;
let compiler;
before(async () => {
  age = await importTypeScript('web/report/age.ts', 'node');
  compiler = await openCompiler();
});

/** The day `days` ago, as editors write it, and as data. */
const daysAgo = (days) => {
  const iso = new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  return { iso, words: iso.split('-').reverse().join('/') };
};
const tagged = (words) => goodPage().replace('</span> <span', `</span> <span class="fr-tag">${words}</span> <span`);
const daysOf = (file, ...args) =>
  JSON.parse(run(['export', file, ...args]).stdout).trainings.map(({ checked }) => checked);
const told = (...args) =>
  JSON.parse(run(['check', '--format', 'json', ...args]).stdout)
    .findings.filter(({ code }) => code.startsWith('checked-'))
    .map(({ code, line, column, cell }) => `${cell ?? `${line}:${column}`} ${code}`);

test('a tag, the front matter and a column say the day; the nearest wins', () => {
  put('tag.md', tagged('Vérifiée le 3 mars 2026'));
  put(
    'page.md',
    `---\nverifiee: 2026-02-01\n---\n${goodPage()}${goodPage('Beta').replace('Durée', 'Vérifiée le 4 mars 2026</span> <span class="fr-tag">Durée')}`,
  );
  put('words.md', `---\nverifiee_le: 1er février 2026\n---\n${goodPage()}`);
  put('liste.csv', 'Titre;Vérifiée le\r\nAlpha;03/03/2026\r\nBeta;2026-03-04\r\nGamma;\r\n');
  assert.deepEqual(daysOf('tag.md'), ['2026-03-03']);
  assert.deepEqual(daysOf('page.md'), ['2026-02-01', '2026-03-04']);
  assert.deepEqual(daysOf('words.md'), ['2026-02-01']);
  assert.deepEqual(daysOf('liste.csv'), ['2026-03-03', '2026-03-04', undefined]);
});

test('a built page has the days of its front matter', () => {
  run(['build', 'page.md', '--out', 'site']);
  assert.deepEqual(daysOf('site/catalogue.json'), ['2026-02-01', '2026-03-04']);
});

test('days that are none, and those of another century, are errors at their place', () => {
  put('faux.md', tagged('Vérifiée le 31 février 2026'));
  put('vieux.md', tagged('Vérifiée le 3 mars 1926'));
  put('tete.md', `---\nverifiee: bientôt\n---\n${goodPage()}`);
  put('faux.csv', 'Titre;Vérifiée le\r\nAlpha;03/03/26\r\nBeta;46084\r\n');
  assert.deepEqual(told('faux.md'), ['3:46 checked-impossible']);
  assert.deepEqual(told('vieux.md'), ['3:46 checked-century']);
  assert.deepEqual(told('tete.md'), ['0:0 checked-not-understood']);
  assert.deepEqual(told('faux.csv'), ['B2 checked-not-understood', 'B3 checked-not-understood']);
});

test('a check older than declared, missing or to come is told; without a declared age only one to come', () => {
  put(
    'ages.csv',
    `Titre;Vérifiée le\r\nAlpha;${daysAgo(100).words}\r\nBeta;${daysAgo(10).words}\r\nGamma;\r\nDelta;${daysAgo(-9).words}\r\n`,
  );
  assert.deepEqual(told('ages.csv'), ['B5 checked-future']);
  assert.deepEqual(told('--max-age', '90 jours', 'ages.csv'), [
    'B2 checked-old',
    'A4 checked-missing',
    'B5 checked-future',
  ]);
  assert.deepEqual(told('--max-age', '12 mois', 'ages.csv'), ['A4 checked-missing', 'B5 checked-future']);
  put('page-age.md', `---\nverifiee: ${daysAgo(100).iso}\ncatalogue:\n  maxAge: 3 semaines\n---\n${goodPage()}`);
  assert.deepEqual(told('page-age.md'), ['6:1 checked-old']);
  assert.deepEqual(told('--max-age', '1 an', 'page-age.md'), [], 'the command line wins');
  assert.match(run(['check', '--max-age', 'souvent', 'ages.csv']).stderr, /--max-age attend/);
});

test('an age counts calendar months, whose last days differ', () => {
  const before = (today, words) => age.dayBefore(today, age.readAge(words));
  assert.equal(before('2026-03-31', '1 mois'), '2026-02-28');
  assert.equal(before('2028-02-29', '1 an'), '2027-02-28');
  assert.equal(before('2026-01-15', '2 months'), '2025-11-15');
  assert.equal(before('2026-03-01', '1 jour'), '2026-02-28');
  assert.equal(before('2026-03-01', '2 semaines'), '2026-02-15');
  for (const words of ['', '12', 'mois', '-1 mois', '1,5 an', '99999 jours'])
    assert.equal(age.readAge(words), null, words);
});

test('the day is exported in every format that has a word for it', () => {
  assert.match(run(['export', '--format', 'csv', 'tag.md']).stdout, /;verifiee_le;.*;2026-03-03;/s);
  assert.match(run(['export', '--format', 'jsonld', 'tag.md']).stdout, /"dateModified":"2026-03-03"/);
  assert.match(run(['export', '--format', 'html', 'tag.md']).stdout, /Vérifiée le 03\/03\/2026/);
});

test('drawn items show the day, and are sorted by it where one is known', async () => {
  const trainings = ['2026-01-05', undefined, '2026-03-03', '2025-12-31'].map((checked, i) => ({
    id: `t${i}`,
    title: `T${i}`,
    ...(checked && { checked }),
  }));
  const catalogue = await openCatalogue(JSON.stringify({ trainings }), { lang: 'fr' });
  const { ids, html, query } = catalogue.query('tri=verification', { html: true });
  assert.deepEqual([ids, query], [['t2', 't0', 't3', 't1'], 'tri=verification']);
  assert.match(html, /Vérifiée le 03\/03\/2026/);
  catalogue.close();
  const { trainings: written } = JSON.parse(
    JSON.stringify(
      compiler.normalise({ records: [{ heading: 'A', tags: [{ text: 'Vérifiée le 3 mars 2026' }] }] }).catalogue,
    ),
  );
  assert.equal(written[0].checked, '2026-03-03');
});
