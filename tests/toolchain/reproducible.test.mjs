// SPDX-License-Identifier: MIT
// The build is reproducible: a clean build in another folder gives the same bytes. So partners can check the
// hashes, and an incremental build leaves nothing stale.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { filesUnder, sha384 } from '../../toolchain/lib/files.mjs';
import { fromRoot } from '../../toolchain/lib/paths.mjs';

const clone = fromRoot('build/reproducible/another folder, with spaces');

/** The files of a fresh clone, with the changes that are not committed yet. */
function copySources() {
  const list = execFileSync('git', ['ls-files', '-coz', '--exclude-standard'], { cwd: fromRoot(), encoding: 'utf8' });
  for (const path of new Set(list.split('\0').filter(Boolean))) {
    cpSync(fromRoot(path), join(clone, path), { recursive: true });
  }
}

const hashesUnder = (dir) =>
  Object.fromEntries(filesUnder(dir).map((path) => [relative(dir, path), sha384(readFileSync(path))]));

before(() => {
  rmSync(clone, { recursive: true, force: true });
  mkdirSync(clone, { recursive: true });
  copySources();
  // Hard links: the same as a second install, but fast.
  execFileSync('cp', ['-al', fromRoot('node_modules'), join(clone, 'node_modules')]);
  execFileSync(process.execPath, ['toolchain/build.mjs'], { cwd: clone, stdio: 'pipe' });
});

after(() => rmSync(clone, { recursive: true, force: true }));

for (const folder of ['dist', 'lib']) {
  test(`a clean build elsewhere gives the same bytes in ${folder}/`, () => {
    const clean = hashesUnder(join(clone, folder));
    const here = hashesUnder(fromRoot(folder));
    const names = Object.keys({ ...clean, ...here });
    assert.ok(names.length > 2);
    assert.deepEqual(
      names.filter((name) => clean[name] !== here[name]),
      [],
    );
  });
}

test('the manifest tells the truth about every hosted file', () => {
  const manifest = JSON.parse(readFileSync(fromRoot('dist/manifest.json'), 'utf8'));
  const hosted = hashesUnder(fromRoot('dist'));
  delete hosted['manifest.json'];
  assert.deepEqual(Object.fromEntries(manifest.map(({ path, sha384: hash }) => [path, hash])), hosted);
});
