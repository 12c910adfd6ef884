// SPDX-License-Identifier: MIT
// publiccode.yml says what catalogues of public code ask for, within their limits.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import yaml from 'js-yaml';
import { fromRoot } from '../../toolchain/lib/paths.mjs';

const publiccode = yaml.load(readFileSync(fromRoot('publiccode.yml'), 'utf8'));
const { version, license } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));

test('every mandatory key of the standard is there', () => {
  for (const key of [
    'publiccodeYmlVersion',
    'name',
    'url',
    'platforms',
    'categories',
    'developmentStatus',
    'softwareType',
    'description',
    'legal',
    'maintenance',
    'localisation',
  ]) {
    assert.ok(publiccode[key] !== undefined, key);
  }
  assert.equal(publiccode.softwareType, 'addon');
  assert.ok(['concept', 'development', 'beta', 'stable', 'obsolete'].includes(publiccode.developmentStatus));
  assert.ok(new URL(publiccode.url));
  assert.equal(typeof publiccode.localisation.localisationReady, 'boolean');
});

test('descriptions are within the lengths of the standard, in each language that it names', () => {
  assert.deepEqual(Object.keys(publiccode.description).sort(), [...publiccode.localisation.availableLanguages].sort());
  for (const [language, { shortDescription, longDescription, features }] of Object.entries(publiccode.description)) {
    assert.ok(shortDescription.length <= 150, `${language}: ${shortDescription.length}`);
    assert.ok(
      longDescription.length >= 150 && longDescription.length <= 10000,
      `${language}: ${longDescription.length}`,
    );
    assert.ok(features.length > 0);
  }
});

test('it agrees with package.json', () => {
  assert.equal(publiccode.legal.license, license);
  if (publiccode.softwareVersion) assert.equal(publiccode.softwareVersion, version);
});

test('community maintenance names whom to write to', () => {
  assert.equal(publiccode.maintenance.type, 'community');
  assert.ok(publiccode.maintenance.contacts.every(({ name }) => name));
});
