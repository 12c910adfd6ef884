// SPDX-License-Identifier: MIT
// test:debian13 uses the mirror of this machine's apt, and notices when the pages are served.
import assert from 'node:assert/strict';
import test from 'node:test';
import { sourcesOf } from '../../toolchain/debian13/base.mjs';
import { namedPages } from '../../toolchain/newcomer.mjs';

test("Debian 13 comes from the mirrors of the machine's own release, with its updates and security, and no other", () => {
  const listed = [
    'http://mirror.example/debian/ bookworm main',
    'http://mirror.example/debian/ bookworm-updates main',
    'http://safe.example/debian-security/ bookworm-security main',
    'http://elsewhere.example/apt bookwormish main',
    'http://elsewhere.example/apt nodistro main',
    '',
  ].join('\n');
  assert.deepEqual(sourcesOf(listed, 'bookworm'), [
    { uri: 'http://mirror.example/debian/', suite: 'trixie', component: 'main' },
    { uri: 'http://mirror.example/debian/', suite: 'trixie-updates', component: 'main' },
    { uri: 'http://safe.example/debian-security/', suite: 'trixie-security', component: 'main' },
  ]);
});

test('pages are served once npm start has named all four', () => {
  const lines = ['publication', 'integration', 'iframe', 'partner'].map(
    (name) => `  ${name.padEnd(11)}  http://localhost:8080/${name}/`,
  );
  assert.equal(namedPages(`build\n  wasm  1 B (0.1 s)\n${lines.slice(0, 3).join('\n')}\n`), undefined);
  const pages = namedPages(`build\n${lines.join('\n')}\n`);
  assert.deepEqual(
    pages.map(([name]) => name),
    ['publication', 'integration', 'iframe', 'partner'],
  );
  assert.equal(pages[0][1], 'http://localhost:8080/publication/');
});
