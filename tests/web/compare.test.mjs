// SPDX-License-Identifier: MIT
// What a change means: which trainings came, went or changed, which choices and shared addresses are lost.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { goodPage, root, scratch } from './command-line.mjs';

const { put, run, read } = scratch('compare');
const training = (id, more = {}) => ({
  id,
  title: id.toUpperCase(),
  provider: 'Org',
  url: `https://exemple.fr/${id}`,
  ...more,
});
const catalogue = (...trainings) => JSON.stringify({ title: 'T', updated: '2026-03-03', trainings });
const compared = (before, after, ...args) => {
  put('avant.json', before);
  put('apres.json', after);
  return run(['compare', ...args, 'avant.json', 'apres.json']);
};
const asJson = (before, after) => JSON.parse(compared(before, after, '--format', 'json').stdout);
const ids = (list) => list.map(({ id }) => id);

test('the same catalogue is told as such, and ends with 0', () => {
  const same = catalogue(training('a'), training('b'));
  const { status, stdout } = compared(same, same);
  assert.equal(stdout, 'Rien ne change. Formations : 2.\n');
  assert.equal(status, 0);
});

test('trainings are known again by id, then by address, then by title and provider', () => {
  const before = catalogue(training('a'), training('b'), training('c', { url: '' }), training('d'));
  const after = catalogue(
    training('a', { title: 'Autre', url: 'https://exemple.fr/x' }),
    training('b2', { url: 'http://exemple.fr/b/' }),
    training('c2', { title: 'ç', url: '' }),
    training('e'),
  );
  const { added, removed, changed, lost } = asJson(before, after);
  assert.deepEqual([ids(added), ids(removed), ids(changed)], [['e'], ['d'], ['a', 'b2', 'c2']]);
  assert.deepEqual(changed[0].changes, [
    { fact: 'title', before: 'A', after: 'Autre' },
    { fact: 'url', before: 'https://exemple.fr/a', after: 'https://exemple.fr/x' },
  ]);
  assert.deepEqual(
    lost.filter(({ address }) => address.startsWith('#')),
    [
      { address: '#b', instead: '#b2' },
      { address: '#c', instead: '#c2' },
      { address: '#d', instead: '' },
    ],
  );
});

test('choices that vanish lead to what most of their trainings are now, counts that move are told', () => {
  const licence = (id) => ({ licence: { id, text: id } });
  const before = catalogue(
    training('a', { themes: ['Éco-conception'], ...licence('CC-BY-4.0') }),
    training('b', { themes: ['Éco-conception'], ...licence('CC-BY-4.0') }),
    training('c', { themes: ['Achats'], ...licence('MIT') }),
  );
  const after = catalogue(
    training('a', { themes: ['Écoconception'], ...licence('CC-BY-4.0') }),
    training('b', { themes: ['Écoconception'], ...licence('MIT') }),
    training('c', { ...licence('MIT') }),
  );
  const { vanished, counts, lost } = asJson(before, after);
  assert.deepEqual(
    vanished.map(({ key, label, before: count }) => [key, label, count]),
    [
      ['theme', 'Achats', 1],
      ['theme', 'Éco-conception', 2],
    ],
  );
  const byAddress = Object.fromEntries(lost.map(({ address, instead }) => [address, instead]));
  assert.equal(byAddress['?theme=eco-conception'], '?theme=ecoconception');
  assert.equal(byAddress['?theme=achats'], '');
  const moved = counts.find(({ key, value }) => key === 'licence' && value === 'CC-BY');
  assert.deepEqual([moved.before, moved.after], [2, 1]);
});

test('a page of a choice that a build no longer writes is told with the page to lead to', () => {
  const licences = (...all) => catalogue(...all.map((id, i) => training(`t${i}`, { licence: { id, text: id } })));
  const { lost } = asJson(licences('CC-BY-4.0', 'MIT', 'MIT'), licences('CC-BY-SA-4.0', 'MIT', 'MIT'));
  const byAddress = Object.fromEntries(lost.map(({ address, instead }) => [address, instead]));
  assert.equal(byAddress['licence/cc-by/'], 'licence/cc-by-sa/');
});

test('only what is lost ends with 1', () => {
  const status = (before, after) => compared(catalogue(...before), catalogue(...after)).status;
  assert.equal(status([training('a')], [training('a'), training('b')]), 0);
  assert.equal(status([training('a')], [training('a', { description: 'Neuf' })]), 0);
  assert.equal(status([training('a'), training('b')], [training('a')]), 1);
});

test('text and Markdown say the same, and no word of a catalogue is Markdown', () => {
  const before = catalogue(training('a', { provider: '' }));
  const after = catalogue(training('a', { provider: '**Org** [x](y)' }), training('b'));
  const text = compared(before, after).stdout;
  assert.match(
    text,
    /^Avant : 1 ; après : 2\. Formations ajoutées : 1 ; retirées : 0 ; modifiées : 1\.\n\nFormations ajoutées \(1\)\n {2}B \(Org\) https/,
  );
  assert.match(text, /A : organisme « \*\*Org\*\* \[x\]\(y\) », inconnu jusque-là/);
  const markdown = compared(before, after, '--format', 'markdown').stdout;
  assert.match(markdown, /^## Avant : 1 ; après : 2/);
  assert.match(markdown, /^### Formations ajoutées \(1\)\n\n- B \(Org\)/m);
  assert.match(markdown, /- A : organisme « \\\*\\\*Org\\\*\\\* \\\[x\\\]\(y\) »/);
});

test('the Atom feed of novelties holds the trainings that are new, and no other', () => {
  const { stdout } = compared(catalogue(training('a')), catalogue(training('a'), training('b')), '--format', 'atom');
  assert.deepEqual(
    [...stdout.matchAll(/<entry>[\s\S]*?<title>([^<]*)/g)].map(([, title]) => title),
    ['B'],
  );
  assert.match(stdout, /<updated>2026-03-03T/);
});

test('a page is compared with a sheet, and with a git revision on standard input', () => {
  put('page.md', goodPage());
  put('liste.csv', 'Titre;Organisme;Durée;Licence;Lien\r\nAlpha;Org;3 heures;CC BY 4.0;https://exemple.fr/Alpha\r\n');
  const { changed } = JSON.parse(run(['compare', '--format', 'json', 'page.md', 'liste.csv']).stdout);
  const durations = changed[0].changes.find(({ fact }) => fact === 'durations');
  assert.deepEqual(durations, { fact: 'durations', before: '2 heures', after: '3 heures' });
  const { stdout, status } = run(['compare', '-', 'page.md'], { input: goodPage() });
  assert.deepEqual([stdout, status], ['Rien ne change. Formations : 1.\n', 0]);
});

test('standard input has the form of the other file', () => {
  const sheet = 'Titre;Durée\r\nAlpha;2 heures\r\n';
  put('seule.csv', sheet);
  put('seul.json', run(['export', 'seule.csv']).stdout);
  for (const [file, input] of [
    ['seule.csv', sheet],
    ['seul.json', read('seul.json')],
  ]) {
    const { stdout, status } = run(['compare', '-', file], { input });
    assert.deepEqual([stdout, status], ['Rien ne change. Formations : 1.\n', 0], file);
  }
});

test('a long description is told where it changed', () => {
  const words = 'Cette formation présente les enjeux du numérique, puis les gestes de chaque métier, enfin les';
  put('avant.md', goodPage().replace('Texte.', `${words} achats.`));
  put('après.md', goodPage().replace('Texte.', `${words} usages.`));
  const { stdout } = run(['compare', 'avant.md', 'après.md']);
  assert.match(stdout, /« …chaque métier, enfin les achats\. » devient « …chaque métier, enfin les usages\. »/);
});

test('misuse ends with 2 and one sentence', () => {
  for (const args of [
    ['compare', 'page.md'],
    ['compare', 'a.md', 'b.md', 'c.md'],
    ['compare', '-', '-'],
    ['compare', '--format', 'xml', 'page.md', 'page.md'],
  ]) {
    const { status, stderr, stdout } = run(args);
    assert.match(stderr, /^catalogue-formations : [^\n]+\n$/);
    assert.deepEqual([status, stdout], [2, '']);
  }
});

test('the guide’s example says what the guide shows', () => {
  const guide = readFileSync(join(root, 'docs/compare.md'), 'utf8');
  const [before, after] = [...guide.matchAll(/```csv\n([\s\S]*?)```/g)].map(([, text]) => text);
  put('ancien.csv', before);
  put('nouveau.csv', after);
  const [, command] = /```sh\nnpx catalogue-formations (.*)\n```/.exec(guide);
  const { stdout } = run(command.split(' '));
  assert.equal(stdout, /```text\n([\s\S]*?)```/.exec(guide)[1]);
});
