// SPDX-License-Identifier: MIT
// Every kind of part, spoilt in turn while a visitor filters: the list stays, one message and one event tell it, the controls
// say again what the list shows, and the next question succeeds once the part is back.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openCatalogue } from '../../lib/core.js';
import { kDiffering, kFaults } from './faults.mjs';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { kFast, kNeeded, spoil } from './needed-parts.mjs';
import { kCount, kIds, kParts, kRecord, kRoot, partsSite, press } from './parts-site.mjs';
import { kAlerts, kHost, manyTrainings, visit } from './widget-pages.mjs';

const large = manyTrainings(2600);
const catalogue = await openCatalogue(JSON.stringify(large));

const kSortByTitle = `(() => { const sort = ${kRoot}.querySelector('[name=tri]'); sort.value = 'titre'; sort.dispatchEvent(new Event('change', { bubbles: true })); })()`;
const kFilter = press('[name=licence][value="CC-BY-NC-ND"]');
const kQuery = 'licence=CC-BY-NC-ND';
const kSearch = `(() => { const field = ${kRoot}.querySelector('[type=search]'); field.value = 'numerique'; field.dispatchEvent(new Event('input', { bubbles: true })); })()`;
const kLastPage = press('.catalogue-pages li:nth-last-child(2) a');

/** What a visitor does that needs a part, and the query it stands for. `paths` of such parts of a site. */
const kKinds = {
  columns: { paths: ({ pathOf }) => [pathOf(kParts.columns)], act: kFilter, query: kQuery },
  order: { paths: ({ pathOf }) => [pathOf(kParts.titles)], act: kSortByTitle, query: 'tri=titre' },
  words: { paths: ({ pathOf }) => [pathOf(kParts.words)], act: kSearch, query: 'q=numerique' },
  block: { paths: ({ blocks }) => blocks, act: kLastPage, query: 'page=130' },
};

const kSession = {
  'one byte flipped': 'integrity',
  'cut on its way': 'incomplete',
  'answered by 404': 'http',
  'hung after its headers': 'timeout',
};

const kState = `({ ids: ${kIds}, address: location.search, checked: [...${kRoot}.querySelectorAll('.catalogue-fields :checked')].map(({ value }) => value).filter(Boolean), sort: ${kRoot}.querySelector('[name=tri]').value, isBusy: ${kRoot}.querySelector('[aria-busy]') !== null })`;

async function failInTurn(at, { paths: pathsIn, act, query }, faults) {
  const site = await partsSite({ attributes: 'loading="eager"' }, large);
  site.files['/fast.js'] = kFast;
  site.files['/'] = site.files['/'].replace('<script', '<script src="/fast.js"></script><script');
  await at(site, '#fast', async (page) => {
    await page.evaluate(kRecord);
    await page.waitFor(`${kIds}.join() === '${catalogue.query('').ids.join()}'`, 'the first list');
    const before = await page.evaluate(kState);
    const paths = pathsIn(site.parts);
    for (const [fault, code] of faults) {
      for (const path of paths) site.files[path] = kFaults[fault](site.parts.files[path]);
      await page.evaluate('told.length = 0');
      await page.evaluate(act);
      await page.waitFor('told.length', `${fault}: the event`);
      assert.deepEqual(await page.evaluate('told'), [code], fault);
      assert.match((await page.evaluate(kAlerts)).join(), /^Ces résultats n’ont pas pu se charger/, fault);
      assert.deepEqual(await page.evaluate(kState), before, fault);
    }
    Object.assign(site.files, site.parts.files);
    await page.evaluate(act);
    const { ids, total } = catalogue.query(query);
    await page.waitFor(`${kCount} === ${total} && ${kIds}.join() === '${ids.join()}'`, 'the list');
    assert.deepEqual(await page.evaluate(kAlerts), []);
    assert.deepEqual(await page.evaluate('asked'), [query]);
  });
}

async function failAtFirst(at, needed) {
  for (const [fault, code] of Object.entries(needed.codes)) {
    const site = await partsSite();
    spoil(site, needed, fault);
    site.files['/'] = site.files['/']
      .replace('<script', '<script src="/record.js"></script><script')
      .replace('.parts"', '.parts" loading="eager"');
    site.files['/record.js'] = `${kFast}\n${kRecord}`;
    await at(site, fault.startsWith('hung') ? '#fast' : '', async (page) => {
      await page.waitFor('told.length', `${fault}: the event`);
      assert.deepEqual(await page.evaluate('told'), [code], fault);
      assert.equal((await page.evaluate(kAlerts)).length, 1, fault);
      assert.equal(await page.evaluate(`${kHost}.querySelector('p').getClientRects().length`), 1, 'the fallback');
    });
  }
}

for (const engine of kEngines) {
  test(`${engine}: faults of parts`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    const at = (site, address, act) => visit(browser, address, act, { site });
    const isTested = (name) => engine === 'chromium' || /columns|block|index/.test(name);
    const faults = Object.entries(kSession).filter(([fault]) => engine === 'chromium' || kDiffering.includes(fault));
    for (const [name, kind] of Object.entries(kKinds).filter(([name]) => isTested(name)))
      await t.test(`${name}: the list stays, and comes when asked again`, () => failInTurn(at, kind, faults));
    for (const [name, needed] of Object.entries(kNeeded).filter(([name]) => isTested(name)))
      await t.test(`${name}: the fallback stays, with one message`, () => failAtFirst(at, needed));
  });
}
