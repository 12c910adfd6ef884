// SPDX-License-Identifier: MIT
// A page with its list, whose catalogue comes in parts: each file without which the core cannot start is spoilt while a
// visitor filters. Style goes on filtering, one message and one event tell it, and the next question starts the core once the
// file is back, unless it is a script that hung: browsers give a second element the first one's request, which nothing ends.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openCatalogue } from '../../lib/core.js';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { kFast, kNeeded, spoil } from './needed-parts.mjs';
import { kRecord, partsPage } from './parts-site.mjs';
import { kShown } from './selections.mjs';
import { click, kAlerts, kHost, kReady, manyTrainings, visit } from './widget-pages.mjs';

/** The index does not hold all their parts. */
const catalogue = manyTrainings(700);
const whole = await openCatalogue(JSON.stringify(catalogue));
const idsOf = (query) => whole.query(query, { pageSize: 1000 }).ids;

async function check(browser, needed, fault, code) {
  const site = await partsPage({ head: '<script src="/record.js"></script>' }, catalogue);
  site.files['/record.js'] = `${kFast}\n${kRecord}`;
  const repair = spoil(site, needed, fault);
  const address = fault.startsWith('hung') ? '#fast' : '';
  const filtered = idsOf('licence=CC-BY-NC-ND');
  const act = async (page) => {
    await page.evaluate(click('[name=licence][value="CC-BY-NC-ND"]'));
    await page.waitFor('told.length', 'the event');
    await page.waitFor(`(${kAlerts}).length === 1`, 'one message');
    assert.deepEqual(await page.evaluate('told'), [code]);
    assert.deepEqual(await page.evaluate(kShown), filtered, 'style filters');
    if (needed === kNeeded.script && address) return;
    repair();
    await page.evaluate(click('[name=duree][value="-60"]'));
    await page.waitFor(kReady, 'the core');
    const answer = idsOf('licence=CC-BY-NC-ND&duree=-60');
    await page.waitFor(`${kShown}.join() === ${JSON.stringify(answer.slice(0, 20).join())}`, 'the answer');
    assert.deepEqual(await page.evaluate(kAlerts), []);
    assert.equal(await page.evaluate(`${kHost}.querySelectorAll('li[data-id]').length`), 700, 'the list is whole');
  };
  await visit(browser, address, act, { site });
}

for (const engine of kEngines) {
  test(`${engine}: faults of parts on a page`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    for (const [name, needed] of Object.entries(kNeeded)) {
      for (const [fault, code] of Object.entries(needed.codes)) {
        if (engine !== 'chromium' && !/hung|one file/.test(fault)) continue;
        await t.test(`${name}, ${fault}: ${code}`, () => check(browser, needed, fault, code));
      }
    }
  });
}
