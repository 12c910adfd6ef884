// SPDX-License-Identifier: MIT
// The README in both languages says the same, and all of it: attributes, events, query keys, commands.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { fromRoot } from '../../toolchain/lib/paths.mjs';

const kReadmes = ['README.md', 'README.fr.md'];
const read = (path) => readFileSync(fromRoot(path), 'utf8');
const reference = JSON.parse(read('data/integration/reference.json'));
const scripts = JSON.parse(read('package.json')).scripts;

/** What stands between backquotes in the first column of tables. */
const firstColumn = (text) =>
  [...text.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );

/** Code blocks without their comments, which are in the language of the page. */
const code = (text) =>
  [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```/gm)].map(([, language, block]) =>
    language === 'html' || language === '' ? block : block.replace(/\s*(?:#|\/\/) .*$/gm, ''),
  );

for (const path of kReadmes) {
  test(`${path} lists every attribute and event of the element`, () => {
    const names = firstColumn(read(path));
    const missing = [...reference.attributes, ...reference.events]
      .map(({ name }) => name)
      .filter((name) => !names.includes(name));
    assert.deepEqual(missing, []);
  });

  test(`every command that ${path} names is there, and every local link leads somewhere`, () => {
    const text = read(path);
    const commands = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
    assert.deepEqual(
      commands.filter((name) => !(name in scripts)),
      [],
    );
    const links = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)]
      .map(([, link]) => link)
      .filter((link) => !/^https?:/.test(link));
    assert.deepEqual(
      links.filter((link) => !existsSync(fromRoot(link))),
      [],
    );
    assert.ok(!/\]\(http:\/\/localhost/.test(text), 'a link to a server that may not run');
  });
}

test('the README says the same in both languages', () => {
  const [english, french] = kReadmes.map(read);
  assert.deepEqual(code(french), code(english));
  assert.deepEqual(firstColumn(french), firstColumn(english));
  const headings = (text) => [...text.matchAll(/^#+ /gm)].map(([marks]) => marks);
  assert.deepEqual(headings(french), headings(english));
});

test('every local link of the documents leads somewhere', () => {
  const pages = [
    'CONTRIBUTING.md',
    'SECURITY.md',
    ...[
      'architecture',
      'compare',
      'extending',
      'glossary',
      'links',
      'report',
      'selection',
      'maintenance',
      'publishing',
      'size',
      'spreadsheets',
      'templates',
    ].map((name) => `docs/${name}.md`),
  ];
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map(([, link]) => link)
      .filter((link) => !/^[a-z]+:/.test(link) && !existsSync(join(fromRoot(dirname(page)), link)))
      .map((link) => `${page}: ${link}`),
  );
  assert.deepEqual(broken, []);
});
