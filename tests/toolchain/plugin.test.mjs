// SPDX-License-Identifier: MIT
// The WordPress plugin in dist/: whole, of this version, with the hash of the loader that it brings.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { fromRoot } from '../../toolchain/lib/paths.mjs';
import { sha384 } from '../../toolchain/lib/files.mjs';
import { readManifest } from '../../toolchain/steps/manifest.mjs';

const zip = unzipSync(readFileSync(fromRoot('dist/wordpress/catalogue-formations.zip')));
const text = (path) => new TextDecoder().decode(zip[`catalogue-formations/${path}`]);

test('the plugin brings every file that a page of visitors may load, byte for byte', () => {
  const wanted = readManifest().filter(({ path }) => /^catalogue-(?!compiler)[^/]*(?<!\.bundler\.js)$/.test(path));
  assert.ok(wanted.length >= 8);
  for (const { path, sha384: digest } of wanted)
    assert.equal(sha384(zip[`catalogue-formations/assets/${path}`] ?? ''), digest, path);
});

test('the plugin says the version of the package, and the hash of its loader', () => {
  const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
  assert.match(text('catalogue-formations.php'), new RegExp(`^ \\* Version: ${version.replaceAll('.', '\\.')}$`, 'm'));
  const loader = sha384(zip['catalogue-formations/assets/catalogue-formations.js']);
  assert.ok(text('includes/scripts.php').includes(`'integrity' => 'sha384-${loader}'`));
  for (const path of Object.keys(zip))
    assert.doesNotMatch(text(path.slice('catalogue-formations/'.length)), /\{\{\w+\}\}/);
});

test('the texts of the plugin are the same in both languages', () => {
  const keys = (lang) => Object.keys(JSON.parse(text(`texts.${lang}.json`)));
  assert.deepEqual(keys('fr'), keys('en'));
  for (const name of text('editor.js')
    .match(/\['src'[^\]]+\]/)[0]
    .match(/\w+/g))
    assert.ok(keys('fr').includes(name) && keys('fr').includes(`${name}-help`), name);
});
