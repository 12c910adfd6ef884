// SPDX-License-Identifier: MIT
// `build` of a catalogue.json that something else made: a page that shows it, and its parts.
import assert from 'node:assert/strict';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { openCatalogue } from '../../lib/core.js';
import { makeCatalogue } from '../oracle/generator.mjs';
import { faults } from '../browser/validator.mjs';
import { filesIn, goodPage, scratch } from './command-line.mjs';
import { readParts } from './read-parts.mjs';

const { folder, put, run, read } = scratch('site');
const at = (path) => join(folder, path);
const bytesOf = (path) => readFileSync(at(path));
const shape = { providers: 40, themes: 20, sentences: 12 };
const kMany = 700;
const catalogue = makeCatalogue(1, kMany, shape);
/** Paths below the folder `parts`. */
const partsIn = (site) =>
  readdirSync(at(`${site}/parts`), { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory()
        ? readdirSync(at(`${site}/parts/${entry.name}`)).map((name) => `${entry.name}/${name}`)
        : [entry.name],
    )
    .sort();

/** Builds a catalogue into the folder `site`. `first`: the title of its first training, for a change of one block. */
function build(site, { trainings = catalogue.trainings, first = '' } = {}) {
  const [head, ...rest] = trainings;
  const changed = first === '' ? trainings : [{ ...head, title: first }, ...rest];
  put(`${site}.json`, JSON.stringify({ ...catalogue, trainings: changed }));
  return run(['build', `${site}.json`, '--out', site]);
}

/** Reads all parts; the paths that it needs. */
function partsNeeded(site, index = bytesOf(`${site}/catalogue.parts`)) {
  const needed = new Set();
  readParts(index, (path) => {
    if (!existsSync(at(`${site}/${path}`))) return undefined;
    needed.add(path.slice('parts/'.length));
    return bytesOf(`${site}/${path}`);
  });
  return [...needed].sort();
}

describe('a catalogue of few trainings', () => {
  const few = catalogue.trainings.slice(0, 40);
  const { status, stderr } = build('few', { trainings: few });

  test('has a page with all of them, which style filters and which names the one file', () => {
    assert.equal(status, 0, stderr);
    const html = read('few/index.html');
    assert.match(html, /<catalogue-formations src="catalogue\.json" skin="neutral" lang="fr" heading-level="2">/);
    assert.equal(html.match(/<li class="catalogue-item" data-id=/g).length, few.length);
    for (const [, address] of html.matchAll(/(?:href|src)="([^":#?]+)"/g))
      assert.ok(existsSync(at(`few/${address}`)), address);
  });

  test('has a page that is valid', async () => {
    assert.deepEqual(await faults(read('few/index.html')), []);
  });

  test('has all its parts in the index', () => {
    assert.ok(!existsSync(at('few/parts')));
    assert.deepEqual(partsNeeded('few'), []);
  });
});

describe('a catalogue of many trainings', () => {
  const { status, stderr } = build('many');

  test('has a page with the start of them, which names the index of its parts', () => {
    assert.equal(status, 0, stderr);
    const html = read('many/index.html');
    assert.match(html, /<catalogue-formations src="catalogue\.parts" skin="neutral" lang="fr" heading-level="2">/);
    assert.match(html, /Ce catalogue compte 700\sformations\s: voici les 20 premières\./);
    assert.equal(html.match(/<h2/g).length, 20);
    assert.ok(!/catalogue-list|data-id/.test(html), 'a widget would take it for the whole list');
    assert.ok(Buffer.byteLength(html) < 60_000);
  });

  test('has a page that is valid', async () => {
    assert.deepEqual(await faults(read('many/index.html')), []);
  });

  test('is whole in a spreadsheet, for who has no script', () => {
    assert.match(
      read('many/index.html'),
      /<a href="catalogue\.csv" download>Toutes les formations \(CSV, [\d,]+\sMo\)</,
    );
    const exported = run(['export', 'many.json', '--format', 'csv']).stdout;
    assert.equal(read('many/catalogue.csv'), exported);
    assert.ok(exported.split('\r\n').length > kMany);
  });

  test('answers from its parts as from the one file', async () => {
    const parts = await openCatalogue(pathToFileURL(at('many/catalogue.parts')));
    const whole = await openCatalogue(bytesOf('many/catalogue.json'));
    for (const query of ['', 'duree=-60&page=2', 'tri=titre', 'theme=R%C3%A9seaux+environnementaux']) {
      await parts.prepare(query);
      assert.deepEqual(parts.query(query, { html: true }), whole.query(query, { html: true }), query);
    }
    parts.close();
    whole.close();
  });

  test('has one file per part, and no other', () => {
    assert.deepEqual(partsIn('many'), partsNeeded('many'));
  });
});

describe('a deployment after another', () => {
  test('that changes nothing touches no file', () => {
    build('same');
    const before = partsIn('same').map((name) => lstatSync(at(`same/parts/${name}`)).mtimeMs);
    build('same');
    assert.deepEqual(
      partsIn('same').map((name) => lstatSync(at(`same/parts/${name}`)).mtimeMs),
      before,
    );
  });

  test('keeps the parts of the one before, and removes those before that', () => {
    const indexes = ['Un', 'Deux', 'Trois'].map((first) => {
      assert.equal(build('next', { first }).status, 0);
      put('next/parts/autre.txt', 'à quelqu’un d’autre');
      return bytesOf('next/catalogue.parts');
    });
    const now = new Set([...partsNeeded('next', indexes[1]), ...partsNeeded('next', indexes[2])]);
    assert.deepEqual(partsIn('next'), [...now, 'autre.txt'].sort());
    assert.throws(() => partsNeeded('next', indexes[0]), /not that of the index/);
  });

  test('that has become small keeps the parts of the one before', () => {
    build('smaller');
    const before = partsIn('smaller');
    assert.equal(build('smaller', { trainings: catalogue.trainings.slice(0, 9) }).status, 0);
    assert.deepEqual(partsIn('smaller'), before);
  });

  test('removes nothing beside an index that it cannot read', () => {
    build('odd');
    const before = partsIn('odd');
    put('odd/catalogue.parts', 'parts 2\nà quelqu’un d’autre');
    assert.equal(build('odd', { first: 'Autre' }).status, 0);
    assert.deepEqual(
      before.filter((name) => !partsIn('odd').includes(name)),
      [],
    );
  });

  test('writes and removes nothing through a folder of parts that is a link out of the site', () => {
    build('linked');
    mkdirSync(at('outside'));
    rmSync(at('linked/parts'), { recursive: true });
    put('outside/0123456789abcdef.bin', 'à quelqu’un d’autre');
    symlinkSync(at('outside'), at('linked/parts'));
    const before = filesIn(at('linked'));
    const { status, stderr } = build('linked', { first: 'Autre' });
    assert.match(stderr, /parts\s: ce lien mène hors du dossier/);
    assert.equal(status, 2);
    assert.deepEqual(filesIn(at('linked')), before);
    assert.deepEqual(readdirSync(at('outside')), ['0123456789abcdef.bin']);
  });
});

test('a catalogue that is refused is told of with its place, and leaves the site as it was', () => {
  build('kept');
  const before = filesIn(at('kept'));
  const trainings = catalogue.trainings.with(650, { id: 'sans-titre' });
  const { status, stderr } = build('kept', { trainings });
  assert.match(
    stderr,
    /^catalogue-formations : kept\.json\s: ce catalogue est refusé \(missing-member \/trainings\/650\)\n$/,
  );
  assert.equal(status, 2);
  assert.deepEqual(filesIn(at('kept')), before);
  assert.equal(run(['build', 'kept.json', '--out', 'new']).status, 2);
  assert.ok(!existsSync(at('new')));
});

test('a catalogue of more than 1 GB is refused with both sizes, unread', () => {
  put('huge.json', '');
  truncateSync(at('huge.json'), 2 ** 30 + 1);
  const { status, stderr } = run(['build', 'huge.json', '--out', 'huge']);
  assert.equal(status, 2);
  assert.match(stderr, /^catalogue-formations : huge\.json\s: 1025\sMo\s; 1024\sMo au plus\n$/);
  assert.ok(!existsSync(at('huge')));
});

describe('a page of an editor', () => {
  const pageOf = (size) => Array.from({ length: size }, (_, i) => goodPage(`Titre ${i}`, 1 + (i % 9))).join('\n');
  const srcOf = (site) => /<catalogue-formations src="([^"]+)"/.exec(read(`${site}/index.html`))[1];

  for (const [size, src] of [
    [600, 'catalogue.json'],
    [601, 'catalogue.parts'],
  ])
    test(`of ${size} trainings names ${src}, and lists them all`, () => {
      put('page.md', pageOf(size));
      const { status, stderr } = run(['build', 'page.md', '--out', `page-${size}`]);
      assert.equal(status, 0, stderr);
      assert.equal(srcOf(`page-${size}`), src);
      assert.equal(read(`page-${size}/index.html`).match(/<li data-id=/g).length, size);
      assert.equal(JSON.parse(read(`page-${size}/catalogue.json`)).trainings.length, size);
      partsNeeded(`page-${size}`);
    });
});
