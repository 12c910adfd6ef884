// SPDX-License-Identifier: MIT
// `report`: what it counts is what the pages say, over time too; what it cannot read, it says.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { faults } from '../browser/validator.mjs';
import { scratch } from './command-line.mjs';

const { put, run, shell, read } = scratch('report');

const tags = (...texts) => texts.map((text) => `<span class="fr-tag">${text}</span>`).join(' ');
const training = (title, ...texts) =>
  `## ${title}\n\n${tags(...texts)}\n\nTexte.\n\n[Voir](https://exemple.fr/${title.length})\n`;
put(
  'page.md',
  [
    '---\ntitle: Formations <b>\n---\n',
    training('Alpha (INR)', 'Durée : 2 heures', 'Licence CC BY 4.0', 'Écoconception', 'Niveau : débutant'),
    training('Alpha, suite (INR)', 'Durée : 4 heures', 'ecoconception'),
    training('Gamma', 'Durée : à votre rythme'),
  ].join('\n'),
);
const json = (...args) => JSON.parse(run(['report', ...args, '--format', 'json']).stdout);

test('the numbers are those of the pages', () => {
  const health = json('page.md');
  assert.equal(health.trainings, 3);
  assert.deepEqual(health.unknown, { duration: 1, licence: 2 });
  const told = Object.fromEntries(health.facets.map((facet) => [facet.key, facet.told]));
  assert.deepEqual(told, {
    duree: 2,
    licence: 1,
    droit: 1,
    modalite: 0,
    organisme: 2,
    theme: 2,
    langue: 0,
    niveau: 1,
    public: 0,
    certification: 0,
    accessibilite: 0,
  });
  assert.deepEqual(health.freshness, { recent: 0, ageing: 0, old: 0, unknown: 3 });
  assert.deepEqual(
    health.remarks.siblings.map(({ file, line, code }) => [file, line, code]),
    [['page.md', 15, 'sibling-tags']],
  );
  assert.equal(health.remarks.outOfReach.length, 1);
  assert.match(health.date, /^\d{4}-\d{2}-\d{2}$/);
});

test('every error and warning of `check` is in one list of the report', () => {
  const { findings } = JSON.parse(run(['check', 'page.md', '--format', 'json']).stdout);
  const told = Object.values(json('page.md').remarks).flat();
  const worth = findings.filter(({ severity }) => severity !== 'advice');
  assert.ok(worth.length > 1);
  for (const { message } of worth) assert.equal(told.filter((remark) => remark.message === message).length, 1, message);
});

test('the page is valid, needs no other file, and shows the words of the pages as words', async () => {
  const { stdout, status } = run(['report', 'page.md']);
  assert.equal(status, 0);
  assert.deepEqual(await faults(stdout), []);
  assert.doesNotMatch(stdout, /<script|<link|<img|src=|url\(|@import/);
  assert.match(stdout, /Formations &lt;b&gt;|Formations &#60;b&#62;/);
  assert.match(stdout, /page\.md:15/);
});

test('earlier reports show what has changed, the oldest first', async () => {
  const now = json('page.md');
  put('mars.json', JSON.stringify({ ...now, date: '2020-03-01', trainings: 7 }));
  put('juin.json', JSON.stringify({ ...now, date: '2020-06-01' }));
  const { stdout } = run(['report', 'page.md', '--previous', 'juin.json', '--previous', 'mars.json']);
  assert.deepEqual(await faults(stdout), []);
  assert.ok(stdout.indexOf('1 mars 2020') < stdout.indexOf('1 juin 2020') && stdout.includes('1 mars 2020'));
});

test('what is no report is refused by name, with what to give', () => {
  for (const [name, text] of [
    ['liste.json', '[]'],
    ['cassee.json', '{"report":1'],
    ['nombre.json', JSON.stringify({ ...json('page.md'), trainings: -1 })],
    ['date.json', JSON.stringify({ ...json('page.md'), date: '2020-13-45' })],
  ]) {
    put(name, text);
    const { status, stderr, stdout } = run(['report', 'page.md', '--previous', name]);
    assert.deepEqual([status, stdout], [2, ''], name);
    assert.match(stderr, new RegExp(`${name}.*report --format json`));
  }
});

test('a page without a training gives a report that says so', async () => {
  put('vide.md', '# Rien\n\nRien.\n');
  const { stdout, status } = run(['report', 'vide.md']);
  assert.equal(status, 0);
  assert.deepEqual(await faults(stdout), []);
  assert.match(stdout, /0 formation/);
});

test('the first example of docs/report.md runs as it stands', () => {
  const text = readFileSync(new URL('../../docs/report.md', import.meta.url), 'utf8');
  const [, line] = /```sh\nnpx catalogue-formations (.*)\n```/.exec(text);
  put('formations.md', training('Alpha (INR)', 'Durée : 2 heures'));
  assert.equal(shell(`$CLI ${line}`).status, 0);
  assert.match(read('sante.html'), /<h1>Santé du catalogue/);
});

test('what is known of links is told, with how many were tried; what is not known is not called fine', () => {
  const at = new Date().toISOString();
  const link = (url, outcome, status) => ({ url, outcome, status, at });
  const links = [link('https://exemple.fr/11', 'dead', 404), link('https://exemple.fr/18', 'ok', 200)];
  put('liens.json', JSON.stringify({ version: 1, links }));
  const health = json('page.md', '--links-cache', 'liens.json');
  assert.deepEqual(health.links, { addresses: 3, asked: 2 });
  assert.deepEqual(
    health.remarks.links.map(({ code, line }) => [code, line]),
    [['link-dead', 11]],
  );
  assert.match(run(['report', 'page.md', '--links-cache', 'liens.json']).stdout, /2 sur 3/);
  assert.equal(json('page.md').links, null);
  assert.match(run(['report', 'page.md']).stdout, /n’ont pas été essayés/);
});
