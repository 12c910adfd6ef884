// SPDX-License-Identifier: MIT
// A catalogue in parts answers as the whole one does, from a real server, while parts fail, change or are damaged.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { openCompiler } from '../../lib/compiler.js';
import { openCatalogue } from '../../lib/core.js';
import { serve } from '../browser/origins.mjs';
import { makeCatalogue, makeSelection, writeSelection } from '../oracle/generator.mjs';
import { randomFrom } from '../oracle/random.mjs';
import { filesOfParts, partsOf as cut } from '../web/cut-parts.mjs';
import { pathIn } from '../web/read-parts.mjs';

const kSizes = [0, 1, 9, 33, 300, 2500, 4500];
const kQueries = 60;
const kOrders = ['', 'tri=titre', 'tri=-duree', 'tri=organisme', 'tri=verification', 'tri=titre&page=3'];

let compiler;
before(async () => {
  compiler = await openCompiler();
});

const kFirstBlock = 5;
const kColumns = 1;
const bytesOf = (catalogue) => new TextEncoder().encode(JSON.stringify(catalogue));
const partsOf = (catalogue) => cut(compiler, catalogue);

const served = (files) => Object.fromEntries([...files].map(([path, bytes]) => [`/${path}`, Buffer.from(bytes)]));
/** In several files, however small. */
const filesOf = (parts) => served(filesOfParts(parts, 0));
/** The path of a part in such files. */
const pathOf = (files, number) => `/${pathIn(files['/catalogue.parts'], number)}`;

/** A server of these parts. */
async function serveParts(parts) {
  const host = await serve(filesOf(parts));
  return { ...host, url: `${host.origin}/catalogue.parts` };
}

/** Asks both, and compares all of the answers. */
async function compare(inParts, whole, query, options = { html: true }) {
  await inParts.prepare(query, options);
  assert.deepEqual(inParts.query(query, options), whole.query(query, options), query);
}

for (const size of kSizes) {
  test(`${kQueries} queries on ${size} trainings in parts are answered as on the whole`, async () => {
    const catalogue = makeCatalogue(size + 5, size, { providers: size > 100 ? 90 : 6, isDetailed: size < 100 });
    const host = await serveParts(partsOf(catalogue));
    for (const lang of ['fr', 'en']) {
      const whole = await openCatalogue(bytesOf(catalogue), { lang });
      const inParts = await openCatalogue(host.url, { lang });
      assert.deepEqual(
        [inParts.size, inParts.title, inParts.updated],
        [whole.size, whole.title, whole.updated],
        'the same description',
      );
      const random = randomFrom(size + 1);
      for (const query of kOrders) await compare(inParts, whole, query);
      for (let i = 0; i < kQueries; i += 1)
        await compare(inParts, whole, writeSelection(makeSelection(random, catalogue)));
      whole.close();
      inParts.close();
    }
    await host.close();
  });
}

test('what a query needs is brought, and nothing else', async () => {
  const catalogue = makeCatalogue(3, 2500, { providers: 90 });
  const host = await serveParts(partsOf(catalogue));
  const opened = await openCatalogue(host.url);
  const requests = async (query) => {
    const from = host.requests.length;
    await opened.prepare(query);
    opened.query(query);
    return host.requests.length - from;
  };
  assert.equal(await requests(''), 0, 'the first page is in the index');
  assert.equal(await requests('page=2'), 1, 'the second page is in another block');
  assert.throws(() => opened.query('licence=CC-BY-4.0'), { name: 'CatalogueError', code: 'parts-missing' });
  assert.ok((await requests('licence=CC-BY-4.0')) >= 2, 'the columns, and blocks');
  assert.equal(await requests('licence=CC-BY-4.0'), 0, 'they are kept');
  await Promise.all([opened.prepare('tri=titre'), opened.prepare('tri=titre')]);
  assert.equal(new Set(host.requests).size, host.requests.length, 'no file is asked for twice');
  opened.close();
  await host.close();
});

/** Large enough for groups of terms; one training of ninety holds each of "lot10" to "lot99". */
function withGroups() {
  const catalogue = makeCatalogue(6, 4500, { providers: 90 });
  catalogue.trainings.forEach((training, i) => (training.title += ` lot${10 + (i % 90)}`));
  return catalogue;
}

test('a text alone brings no columns, whichever of its parts fails first', async () => {
  const catalogue = withGroups();
  const query = 'q=lot42';
  const host = await serveParts(partsOf(catalogue));
  const whole = await openCatalogue(bytesOf(catalogue));
  const options = { html: true };
  const first = await openCatalogue(host.url);
  await compare(first, whole, query);
  const paths = host.requests.filter((path) => path.includes('/parts/'));
  assert.ok(!paths.includes(pathOf(host.files, kColumns)), 'no columns');
  for (const path of paths) {
    const good = host.files[path];
    host.files[path] = Buffer.from('damaged');
    const opened = await openCatalogue(host.url);
    await assert.rejects(opened.prepare(query, options), { name: 'LoadFailure' }, path);
    host.files[path] = good;
    await compare(opened, whole, query);
    await compare(opened, whole, `${query}&langue=fr`);
    opened.close();
  }
  await host.close();
});

test('in Node, a catalogue in parts opens from the disk, and a damaged part is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'catalogue-parts-'));
  const parts = partsOf(makeCatalogue(3, 2500, { providers: 90 }));
  const files = filesOf(parts);
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const opened = await openCatalogue(pathToFileURL(join(folder, 'catalogue.parts')));
  await opened.prepare('licence=CC-BY-4.0');
  assert.ok(opened.query('licence=CC-BY-4.0').total > 0);
  writeFileSync(join(folder, pathOf(files, 3)), 'damaged');
  await assert.rejects(opened.prepare('tri=titre'), { name: 'LoadFailure', code: 'integrity' });
  rmSync(folder, { recursive: true });
});

test('a part in the place of another, one with a changed byte or branch, and one cut short are refused', async () => {
  const parts = partsOf(makeCatalogue(3, 2500, { providers: 90 }));
  const host = await serveParts(parts);
  const [path, other] = [pathOf(host.files, kFirstBlock + 1), pathOf(host.files, kFirstBlock + 2)];
  const good = host.files[path];
  const changedAt = (at) => Buffer.from(good.map((byte, i) => (i === at ? byte ^ 1 : byte)));
  const opened = await openCatalogue(host.url);
  const spoilt = [
    host.files[other],
    changedAt(9),
    changedAt(good.length - 1),
    good.subarray(0, -1),
    good.subarray(0, 3),
  ];
  for (const bytes of spoilt) {
    host.files[path] = bytes;
    await assert.rejects(opened.prepare('page=2'), { name: 'LoadFailure', code: 'integrity' });
  }
  host.files[path] = good;
  await opened.prepare('page=2');
  assert.equal(opened.query('page=2').ids.length, 20);
  opened.close();
  await host.close();
});

test('a part that fails is told of, what is there stays, and the next question tries again', async () => {
  const catalogue = makeCatalogue(4, 100, { providers: 30 });
  const parts = partsOf(catalogue);
  const whole = await openCatalogue(bytesOf(catalogue));
  const query = `tri=titre&langue=fr&q=${encodeURIComponent(catalogue.trainings[0].title.split(' ')[0])}`;
  let failed = 0;
  for (let number = 1; number < parts.length; number += 1) {
    if (number === kFirstBlock || parts[number].length === 0) continue;
    for (const fault of [undefined, 'damaged']) {
      const host = await serveParts(parts);
      const path = pathOf(host.files, number);
      const good = host.files[path];
      if (fault === undefined) delete host.files[path];
      else host.files[path] = fault;
      const opened = await openCatalogue(host.url);
      const first = opened.query('');
      const failure = await opened.prepare(query, { pageSize: 1000 }).catch((error) => error);
      if (failure) {
        assert.equal(failure.name, 'LoadFailure', `part ${number}`);
        assert.deepEqual(opened.query(''), first, 'the first page is there');
        host.files[path] = good;
        await opened.prepare(query, { pageSize: 1000 });
      }
      failed += Boolean(failure);
      assert.deepEqual(opened.query(query, { pageSize: 1000 }), whole.query(query, { pageSize: 1000 }));
      opened.close();
      await host.close();
    }
  }
  assert.ok(failed >= 10, 'columns, words, postings, titles and blocks are needed');
});

test('a file of a catalogue may take a second more per 10,000 trainings, whose columns a slow line carries in it', async (t) => {
  for (const [size, seconds] of [
    [300, 15],
    [20_000, 17],
  ]) {
    const host = await serveParts(partsOf(makeCatalogue(6, size, { providers: 90 })));
    const opened = await openCatalogue(host.url);
    const timers = t.mock.method(globalThis, 'setTimeout');
    await opened.prepare('langue=fr');
    const limits = timers.mock.calls.map(({ arguments: [, ms] }) => ms).filter((ms) => ms >= 15_000);
    assert.ok(limits.length >= 2, 'columns and blocks');
    assert.deepEqual(new Set(limits), new Set([1000 * seconds]));
    timers.mock.restore();
    opened.close();
    await host.close();
  }
});

test('a deployment in between is followed: the new catalogue is opened, once', async () => {
  const [before, after] = [makeCatalogue(4, 300, { providers: 90 }), makeCatalogue(5, 400, { providers: 90 })];
  const host = await serveParts(partsOf(before));
  const opened = await openCatalogue(host.url);
  for (const path of Object.keys(host.files)) delete host.files[path];
  Object.assign(host.files, filesOf(partsOf(after)));
  const whole = await openCatalogue(bytesOf(after));
  await compare(opened, whole, 'langue=fr');
  assert.equal(opened.size, 400);
  for (const path of Object.keys(host.files)) delete host.files[path];
  const asked = host.requests.length;
  await assert.rejects(opened.prepare('tri=titre'), { name: 'LoadFailure', code: /http|network/ });
  assert.equal(host.requests.slice(asked).filter((path) => path.endsWith('catalogue.parts')).length, 1);
  opened.close();
  await host.close();
});

test('parts of another catalogue under the right hashes are refused with a code and a place', async () => {
  const catalogue = makeCatalogue(4, 300, { providers: 90 });
  const parts = partsOf(catalogue);
  const [first, ...rest] = catalogue.trainings;
  const others = partsOf({
    ...catalogue,
    trainings: [{ ...first, languages: rest[0].languages, durations: [] }, ...rest],
  });
  const host = await serveParts([...parts.slice(0, kColumns), others[kColumns], ...parts.slice(kColumns + 1)]);
  const opened = await openCatalogue(host.url);
  await assert.rejects(opened.prepare('langue=fr'), { name: 'CatalogueError', code: 'parts-disagree', where: '1' });
  opened.close();
  await host.close();
});

test('every cut index and absurd number is refused at once, with its offset', async () => {
  const parts = partsOf(makeCatalogue(4, 100, { providers: 9 }));
  const index = filesOf(parts)['/catalogue.parts'];
  const host = await serve({ '/i.parts': index });
  const { files } = host;
  for (const length of [8, 9, 12, 16, 30, index.length - 1]) {
    files['/i.parts'] = index.subarray(0, length);
    await assert.rejects(openCatalogue(`${host.origin}/i.parts`), { code: 'invalid-index' }, `${length} bytes`);
  }
  for (const [at, value] of [
    [8, 0xffffffff],
    [8, 1_000_001],
    [28, 0x7fffffff],
  ]) {
    files['/i.parts'] = Buffer.from(index);
    files['/i.parts'].writeUInt32LE(value, at);
    await assert.rejects(openCatalogue(`${host.origin}/i.parts`), { code: 'invalid-index', where: String(at) });
  }
  await host.close();
});
