// SPDX-License-Identifier: MIT
// Mistakes of real pages: each is reported with its place, and the rest of the page is published.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scratch } from './command-line.mjs';

const { put, run, read } = scratch('mistakes');

const sound = (title) =>
  `<h2>${title} (Org)</h2>\n<p><span class="fr-tag">Durée : 2 heures</span> <span class="fr-tag">Licence CC BY 4.0</span></p>\n<p>Texte de ${title}.</p>\n<p><a href="https://exemple.fr/${title}">Voir</a></p>\n`;
const page = (content) =>
  `<!DOCTYPE html>\n<html lang="fr"><head><title>F</title></head><body><main>\n${content}</main></body></html>\n`;

/**
 * Twelve pages: a mistake between two good trainings. `code`: the finding at the line of the mistake, null where
 * HTML itself mends it. `at`: lines between the mistake and its finding. `left`: what is published when a good
 * training cannot stand in a list.
 */
const mistakes = {
  'an empty heading': ['<h2></h2>\n<p class="fr-tag">Durée : 1 h</p>\n', 'title-missing'],
  'a heading of spaces': ['<h2>&nbsp; </h2>\n<p class="fr-tag">Durée : 1 h</p>\n', 'title-missing'],
  'a heading of an image alone': [
    '<h2><img src="a.png" alt=""></h2>\n<p class="fr-tag">Durée : 1 h</p>\n',
    'title-missing',
  ],
  'a heading never closed': ['<h2>Bêta\n<p class="fr-tag">Durée : 1 h</p>\n<p>Texte.</p>\n', 'unclosed-heading'],
  'a heading closed as another': ['<h2>Bêta</h3>\n<p class="fr-tag">Durée : 1 h</p>\n<p>Texte.</p>\n', null],
  'a tag never closed': ['<h2>Bêta</h2> <span class="fr-tag">Durée : 1 h\n<p>Texte.</p>\n', 'unclosed-tag'],
  'a tag inside the heading': ['<h2>Bêta <span class="fr-tag">Durée : 1 h</span></h2>\n<p>Texte.</p>\n', null],
  'a heading of a tag alone': ['<h2><span class="fr-tag">Durée : 1 h</span></h2>\n<p>Texte.</p>\n', 'title-missing'],
  'a link never closed': [
    '<h2><a href="/b">Bêta</h2>\n<p class="fr-tag">Durée : 1 h</p>\n<p>Texte.</p>\n',
    'unclosed-element',
    { left: ['Alpha', 'Bêta'] },
  ],
  'bold text never closed': [
    '<h2>Bêta</h2>\n<p class="fr-tag">Durée : 1 h</p>\n<p><b>Texte.</p>\n',
    'unclosed-element',
    { at: 2 },
  ],
  'a box never opened': ['<h2>Bêta</h2>\n<p class="fr-tag">Durée : 1 h</p>\n</div></section>\n', null],
  'a box never closed': ['<div><h2>Bêta</h2>\n<p class="fr-tag">Durée : 1 h</p>\n', 'unclosed-element'],
};

for (const [name, [markup, code, { at = 0, left } = {}]] of Object.entries(mistakes)) {
  test(`${name} is told with its line, and every sound training is published and exported`, () => {
    put('page.html', page(sound('Alpha') + markup + sound('Gamma')));
    const { stdout } = run(['check', 'page.html']);
    const line = 3 + at + sound('Alpha').split('\n').length - 1;
    if (code !== null)
      assert.match(stdout, new RegExp(`^page\\.html:${line}:\\d+: (?:erreur|avertissement): .*\\[${code}\\]$`, 'm'));
    const built = run(['build', 'page.html', '--out', 'site']);
    assert.doesNotMatch(built.stderr, /refusé|interne/);
    const titles = JSON.parse(read('site/catalogue.json')).trainings.map(({ title }) => title);
    const expected = left ?? (code === 'title-missing' ? ['Alpha', 'Gamma'] : ['Alpha', 'Bêta', 'Gamma']);
    if (left) assert.match(built.stderr, /^page\.html:\d+:\d+: erreur: « Gamma.*\[training-without-place\]$/m);
    assert.deepEqual(titles, expected);
    assert.match(
      built.stderr,
      new RegExp(`^${expected.length}\\sformations\\s: `, 'm'),
      'as many as the catalogue holds',
    );
    assert.equal(read('site/index.html').match(/<li data-id=/g).length, expected.length);
    assert.match(read('site/index.html'), /Durée : 1 h/, 'the words of the mistake stay on the page');
    const all = left ? ['Alpha', 'Bêta', 'Gamma'] : expected;
    const exported = JSON.parse(run(['export', 'page.html']).stdout).trainings;
    assert.deepEqual(
      exported.map(({ title }) => title),
      all,
    );
    assert.equal(run(['export', '--format', 'csv', 'page.html']).stdout.split('\r\n').length, all.length + 2);
  });
}

test('an h1 around the list keeps it on the pages of values', () => {
  const items = ['Alpha', 'Bêta'].map((title, index) => {
    const tags = `<span class="fr-tag">Durée : ${index ? '30 min' : '2 h'}</span> <span class="fr-tag">Licence CC BY 4.0</span>`;
    return `<li><h2>${title} (Org)</h2><p>${tags}</p><p>Texte.</p><a href="/${index}">Voir</a></li>`;
  });
  put('h1.html', page(`<h1>Nos formations\n<ul>${items.join('\n')}</ul></h1>\n`));
  run(['build', 'h1.html', '--out', 'h1']);
  assert.match(read('h1/duree/30-min-au-plus/index.html'), /<li[^>]* data-id="beta"/);
  assert.doesNotMatch(read('h1/duree/30-min-au-plus/index.html'), /data-id="alpha"/);
});

test('an address between angle brackets at the start of any block is read', () => {
  const link = '<https://example.org>';
  const blocks = [
    link,
    `- ${link}`,
    `> ${link}`,
    `1. ${link} et plus`,
    `| a |\n|---|\n| ${link} |`,
    `# ${link}`,
    `*${link}*`,
  ];
  for (const block of blocks) {
    put('page.md', `# P\n\n## Alpha\n\n<span class="fr-tag">Durée : 2 h</span>\n\n${block}\n`);
    assert.doesNotMatch(run(['check', 'page.md']).stderr, /interne/, block);
    const [training] = JSON.parse(run(['export', 'page.md']).stdout).trainings;
    if (!block.startsWith('#')) assert.equal(training.url, 'https://example.org', block);
  }
});

test('a page that the core refuses is left as it was, and the other pages are published', () => {
  put('longue.md', `## ${'a'.repeat(70_000)}\n\n<span class="fr-tag">Durée : 2 h</span>\n`);
  put('bonne.html', page(sound('Alpha')));
  const { status, stderr } = run(['build', 'longue.md', 'bonne.html', '--out', 'deux']);
  assert.match(stderr, /^longue\.md:1:1: erreur: le catalogue de cette page est refusé/m);
  assert.equal(status, 1);
  assert.equal(JSON.parse(read('deux/bonne/catalogue.json')).trainings.length, 1);
  assert.match(read('deux/longue/index.html'), /aaaa/);
});
