// SPDX-License-Identifier: MIT
// Pages that were not written for this project (tests/pages/shapes). <page>.check.txt has the findings of `check` and
// their lines. `--fix` writes tags in Markdown where no word has to change.
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, scratch } from './command-line.mjs';

const pages = join(root, 'tests/pages/shapes');
const names = readdirSync(pages).filter((name) => /\.(?:md|html)$/.test(name));
const { folder, put, run, read } = scratch('shapes');
cpSync(pages, folder, { recursive: true });

const trainings = (name) => JSON.parse(run(['export', name]).stdout || '{"trainings":[]}').trainings;
const findings = (...args) => JSON.parse(run(['check', '--format', 'json', ...args]).stdout).findings;

/** One line per warning or error: place and code. */
const summary = (found) =>
  found
    .filter(({ severity }) => severity !== 'advice')
    .map(({ line, column, code }) => `${line}:${column} ${code}\n`)
    .join('');

for (const name of names.sort()) {
  test(`${name} is a catalogue, or its editor is told which line to change`, () => {
    const said = summary(findings(name));
    assert.equal(said, readFileSync(join(pages, `${name}.check.txt`), 'utf8'));
    assert.match(said, /^[1-9]\d*:\d+ (?:tag-|table-of|catalogue-|heading-repeated)/m);
  });
}

test('what an editor is told to write makes the training that they meant', () => {
  for (const name of names.filter((file) => file.endsWith('.md'))) {
    const found = findings(name).find(({ code }) => code === 'tag-missing');
    if (!found) continue;
    const lines = read(name).split('\n');
    lines[found.line - 1] = /<span class="fr-tag">.*<\/span>/.exec(found.message)[0];
    put(`written-${name}`, lines.join('\n'));
    assert.equal(trainings(`written-${name}`).length, trainings(name).length + 1, `${name}:${found.line}`);
  }
});

test('a class of the page’s own tags is named, and --tag-class reads them', () => {
  const [{ message }] = findings('cards-own-class.html').filter(({ code }) => code === 'tag-class-unknown');
  assert.match(message, /--tag-class duree/);
  const found = JSON.parse(
    run(['export', '--tag-class', 'duree', '--tag-class', 'licence', 'cards-own-class.html']).stdout,
  );
  assert.deepEqual(
    found.trainings.map(({ durations, licence }) => [durations[0].min, licence?.id]),
    [
      [180, 'CC-BY-NC-4.0'],
      [240, undefined],
    ],
  );
});

const fixable = {
  'plain-paragraphs.md': 2,
  'bullets.md': 2,
  'bold-labels.md': 2,
  'two-lines.md': 2,
  'english.md': 2,
  'mixed.md': 2,
};
for (const [name, count] of Object.entries(fixable)) {
  test(`--fix makes ${count} trainings of ${name}: its own words between two tags, and no other byte`, () => {
    const before = read(name);
    const dry = run(['check', '--fix', '--dry-run', name]);
    assert.equal(dry.status, 0);
    assert.equal(read(name), before, '--dry-run writes nothing');
    assert.match(dry.stdout, new RegExp(`^--- ${name}\n\\+\\+\\+ ${name}\n@@ -\\d+,\\d+ \\+\\d+,\\d+ @@\n`));
    run(['check', '--fix', name]);
    const after = read(name);
    assert.equal(
      after.replaceAll('<span class="fr-tag">', '').replaceAll('</span>', ''),
      before.replaceAll('<span class="fr-tag">', '').replaceAll('</span>', ''),
    );
    assert.equal(trainings(name).length, count);
    const minus = dry.stdout
      .split('\n')
      .filter((line) => /^-(?!--)/.test(line))
      .map((line) => line.slice(1));
    const plus = dry.stdout
      .split('\n')
      .filter((line) => /^\+(?!\+\+)/.test(line))
      .map((line) => line.slice(1));
    assert.equal(minus.length, plus.length);
    minus.forEach((line, index) => assert.ok(before.includes(line) && after.includes(plus[index])));
    run(['check', '--fix', name]);
    assert.equal(read(name), after, 'a second time changes nothing');
    assert.equal(run(['check', '--fix', '--dry-run', name]).stdout, '');
  });
}

test('--fix writes each fact of a line, and those of a quote; a line that says more, and a table, stay', () => {
  const page = (first, second, third) =>
    `## Alpha\n\n${first}\n\n## Beta\n\n${second}\n\n## Gamma\n\n${third}\n\n## Delta\n\n| Durée | 3 heures |\n|---|---|\n| Licence | CC BY 4.0 |\n`;
  const tag = (words) => `<span class="fr-tag">${words}</span>`;
  const last = 'Durée : 1 heure{.note}';
  put(
    'facts.md',
    page(
      '**Durée :** 2 h | Licence : [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/) • Gratuit',
      '> Durée : 1 heure',
      last,
    ),
  );
  run(['check', '--fix', 'facts.md']);
  assert.equal(
    read('facts.md'),
    page(
      `${tag('**Durée :** 2 h')} | ${tag('Licence : [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)')} • Gratuit`,
      `> ${tag('Durée : 1 heure')}`,
      last,
    ),
  );
  assert.deepEqual(
    trainings('facts.md').map(({ durations, licence }) => [durations[0].min, licence?.id]),
    [
      [120, 'CC-BY-4.0'],
      [60, undefined],
    ],
  );
});

test('--fix keeps line ends, a byte order mark and the file’s rights, and leaves HTML alone', () => {
  const text = '\ufeff## Alpha\r\n\r\nDurée : 2 heures\r\n\r\nTexte.\r\n';
  put('crlf.md', text);
  assert.match(run(['check', '--fix', 'crlf.md']).stderr, /crlf\.md\s: 1\sétiquette écrite/);
  assert.equal(read('crlf.md'), text.replace('Durée : 2 heures', '<span class="fr-tag">Durée : 2 heures</span>'));
  const html = read('line-breaks.html');
  run(['check', '--fix', 'line-breaks.html']);
  assert.equal(read('line-breaks.html'), html);
  assert.ok(!readdirSync(folder).some((file) => file.endsWith('.tmp')));
});

test('--fix without check, --dry-run without --fix and --fix of standard input are refused', () => {
  for (const args of [
    ['export', '--fix', 'crlf.md'],
    ['check', '--dry-run', 'crlf.md'],
    ['check', '--fix', '-'],
  ]) {
    const { status, stderr } = run(args);
    assert.equal(status, 2);
    assert.match(stderr, /^catalogue-formations : --fix [^\n]+\n$/);
  }
});
