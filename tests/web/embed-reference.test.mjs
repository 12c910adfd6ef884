// SPDX-License-Identifier: MIT
// The reference that partners read says what the code does: neither more nor less.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { importTypeScript } from './import-typescript.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path) => readFileSync(root + path, 'utf8');
const reference = JSON.parse(read('data/integration/reference.json'));
const names = (key) => reference[key].map(({ name }) => name);
const matches = (text, pattern) => [...new Set([...text.matchAll(pattern)].map((match) => match[1]))].sort();

test('every attribute that the element reads is documented, and no other', () => {
  const settings = read('web/element/settings.ts');
  const element = read('web/element/element.ts');
  const others = ['reader/index', 'reader/place', 'element/needs', 'element/styles'];
  const readOnes = new Set([
    ...matches(others.map((name) => read(`web/${name}.ts`)).join(''), /host\.getAttribute\('([\w-]+)'\)/g),
    ...matches(settings, /\btext\('([\w-]+)'\)/g),
    ...matches(element, /this\.getAttribute\('([\w-]+)'\)/g),
    'lang',
  ]);
  assert.deepEqual([...names('attributes')].sort(), [...readOnes].sort());
});

test('every documented attribute has its type', () => {
  const typed = matches(read('web/element/attributes.ts'), /^ {2}'?([\w-]+)'?\?:/gm);
  assert.deepEqual(typed, [...names('attributes')].sort());
});

test('every event that the element fires is documented', () => {
  assert.deepEqual(
    [...names('events')].sort(),
    matches(read('web/element/events.ts'), /'(catalogue-\w+)': CustomEvent/g),
  );
});

test('every failure to load has its documented code', () => {
  const codes = Object.keys(JSON.parse(read('data/strings/failures.fr.json')));
  assert.ok(codes.length >= 10);
  assert.deepEqual(
    codes.filter((code) => !names('errors').includes(code)),
    [],
  );
});

test('no documented error code is unknown to the code', () => {
  const sources = ['web/core', 'web/element', 'web/reader', 'data/strings']
    .flatMap((folder) => readdirSync(root + folder, { recursive: true }).map((file) => `${folder}/${file}`))
    .filter((path) => /\.\w+$/.test(path))
    .map(read)
    .join('\n');
  assert.deepEqual(
    names('errors').filter((code) => !new RegExp(`['"]?\\b${code}\\b['"]?`).test(sources)),
    [],
  );
});

test('documented parts are names that the core writes', () => {
  const written = matches(read('data/templates/roles.json'), /"own": "([\w-]+)"/g);
  assert.deepEqual(
    names('parts').filter((part) => !written.includes(part)),
    [],
  );
});

test('documented properties are those that the neutral look reads', () => {
  const used = matches(read('web/styles/neutral.css'), /var\((--catalogue-[\w-]+)/g);
  assert.deepEqual([...names('properties')].sort(), used);
});

test('the documented policy lines are those of the diagnosis', async () => {
  const { diagnosePolicy } = await importTypeScript('web/integration/policy-diagnosis.ts');
  for (const way of ['tag', 'frame']) {
    const policy = "default-src 'none'; trusted-types 'none'";
    const { lacks } = diagnosePolicy(policy, { way, host: 'https://host.example/', page: 'https://page.example' });
    const documented = reference.policy
      .filter(({ ways }) => ways.includes(way))
      .map(({ name }) => name.replace('{host}', 'https://host.example'));
    assert.deepEqual([...new Set(lacks.map(({ line }) => line))].sort(), documented.sort(), way);
  }
});

test('each entry speaks both languages, and the two guides have the same texts', () => {
  for (const [key, entries] of Object.entries(reference)) {
    for (const entry of entries) assert.ok(entry.fr && entry.en, `${key} ${entry.name}`);
  }
  const shape = (value) =>
    typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
      : 'text';
  const guide = (lang) => shape(JSON.parse(read(`data/integration/guide.${lang}.json`)));
  assert.deepEqual(guide('fr'), guide('en'));
});
