// SPDX-License-Identifier: MIT
// Browsers without the newest features: the rung below serves. WebAssembly is switched off in the browsers
// themselves. No engine can switch `:has()` or ES modules off any more: the page asks for a selector that nobody
// knows, and its scripts have a type that nobody runs, which is what an old browser makes of them.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openCatalogue } from '../../lib/core.js';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { chooseEach, kShown, pairsOfChoices, queryOf } from './selections.mjs';
import { kReady, nine, visit } from './widget-pages.mjs';

const catalogue = await openCatalogue(JSON.stringify(nine));
const all = pairsOfChoices(catalogue);
const expected = all.map((selection) => catalogue.query(queryOf(selection)).ids);
const everyId = catalogue.query('', { pageSize: 100 }).ids;

const kLinks =
  "[...document.querySelectorAll('.catalogue-links a')].filter((link) => link.getClientRects().length).map((link) => link.pathname)";
const kAlerts = "[...document.querySelectorAll('[role=alert]:not([hidden])')].map((alert) => alert.textContent)";
const kClick = 'document.querySelector(\'.catalogue-panel [value="-60"]\').click()';

for (const engine of kEngines) {
  test(`${engine}, WebAssembly switched off`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine, { hasWasm: false });
    t.after(() => browser.close());
    const at = (options, act) => visit(browser, '', act, options);

    await t.test('style shows the very lists of the core, and one alert says what is missing', async () => {
      await at({}, async (page) => {
        assert.equal(await page.evaluate('typeof WebAssembly'), 'undefined');
        await page.evaluate(kClick);
        await page.waitFor(`${kAlerts}.length`, 'the alert');
        assert.equal((await page.evaluate(kAlerts)).length, 1);
        assert.equal(await page.evaluate(kReady), false);
        assert.deepEqual(await page.evaluate(chooseEach(all)), expected);
      });
    });

    await t.test(
      'without :has() either, the whole list stays, one alert says so, and plain links lead on',
      async () => {
        await at({ has: false }, async (page) => {
          await page.evaluate(kClick);
          await page.waitFor(`${kAlerts}.length`, 'the alert');
          assert.equal((await page.evaluate(kAlerts)).length, 1);
          assert.deepEqual(await page.evaluate(kShown), everyId);
          assert.ok((await page.evaluate(kLinks)).includes('/licence/cc-by-sa/'));
        });
      },
    );

    await t.test(
      'without ES modules either, the list and its plain links stand, without a panel, a request or an error',
      async () => {
        await at({ has: false, hasModules: false }, async (page, site) => {
          assert.deepEqual(await page.evaluate(kShown), everyId);
          assert.ok((await page.evaluate(kLinks)).includes('/duree/30-min-au-plus/'));
          assert.equal(await page.evaluate("document.querySelector('.catalogue-panel').getClientRects().length"), 0);
          assert.deepEqual(
            site.requests.filter((path) => /\.(js|wasm|json)$/.test(path) && path !== '/old.js'),
            [],
          );
          assert.deepEqual(
            page.console().filter((message) => !message.includes('404')),
            [],
            'nothing but the icon that the page lacks',
          );
        });
      },
    );

    await t.test('without ES modules alone, style shows the very lists of the core', async () => {
      await at({ hasModules: false }, async (page) => {
        assert.deepEqual(await page.evaluate(chooseEach(all)), expected);
      });
    });
  });
}
