// SPDX-License-Identifier: MIT
// Each rung gives the same list for the same selection, and a rung that fails leaves the one below.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openCatalogue } from '../../lib/core.js';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { chooseEach, kShown, pairsOfChoices, queryOf } from './selections.mjs';
import { kReady, nine, publishedSite, visit, strictPolicy } from './widget-pages.mjs';

const catalogue = await openCatalogue(JSON.stringify(nine));
const all = pairsOfChoices(catalogue);
const expected = all.map((selection) => catalogue.query(queryOf(selection)).ids);

// Facets that some catalogues have beside those of all.
const toldCatalogue = JSON.parse(readFileSync(new URL('../golden/told.catalogue.json', import.meta.url)));
const told = await openCatalogue(JSON.stringify(toldCatalogue));
const toldPairs = pairsOfChoices(told, [
  ['niveau', 'licence'],
  ['niveau', 'accessibilite'],
  ['public', 'certification'],
]);
const toldExpected = toldPairs.map((selection) => told.query(queryOf(selection)).ids);

for (const engine of kEngines) {
  test(`${engine}: the rungs`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    const at = (options, act) => visit(browser, '', act, options);

    await t.test('without script, style gives the very lists of the core', async () => {
      await at({ withScript: false }, async (page) => {
        assert.deepEqual(await page.evaluate(chooseEach(all)), expected);
      });
    });

    await t.test('with the core, the page shows the very lists of the core', async () => {
      await at({}, async (page) => {
        await page.evaluate('document.querySelector(\'[value="-60"]\').click()');
        await page.waitFor(kReady, 'the core');
        assert.deepEqual(await page.evaluate(chooseEach(all)), expected);
      });
    });

    await t.test('level, audience, certification and accessibility filter by style as by the core', async () => {
      for (const withScript of [false, true]) {
        const site = await publishedSite(toldCatalogue, { withScript });
        await at({ site }, async (page) => {
          if (withScript) await page.evaluate('document.querySelector(\'[value="debutant"]\').click()');
          if (withScript) await page.waitFor(kReady, 'the core');
          assert.deepEqual(await page.evaluate(chooseEach(toldPairs)), toldExpected);
        });
      }
    });

    await t.test('with wasm refused by the policy, style goes on and one alert says so', async () => {
      await at({ policy: strictPolicy.replace(" 'wasm-unsafe-eval'", '') }, async (page) => {
        await page.evaluate('document.querySelector(\'[value="-60"]\').click()');
        await page.waitFor("document.querySelector('[role=alert]')?.textContent", 'the alert');
        assert.equal(await page.evaluate("document.querySelectorAll('[role=alert]:not([hidden])').length"), 1);
        assert.equal(await page.evaluate(kReady), false);
        assert.deepEqual(await page.evaluate(chooseEach(all)), expected);
      });
    });

    await t.test('asks for nothing before the first gesture, and for nothing more while filtering', async () => {
      await at({}, async (page, site) => {
        const before = site.requests.filter((path) => path !== '/favicon.ico');
        assert.deepEqual(
          before.filter((path) => /widget|wasm|json/.test(path)),
          [],
        );
        await page.evaluate('document.querySelector(\'[value="-60"]\').click()');
        await page.waitFor(kReady, 'the core');
        const loaded = site.requests.length;
        await page.evaluate(chooseEach(all.slice(0, 20)));
        assert.equal(site.requests.length, loaded);
      });
    });

    await t.test('without :has() nor script, plain links to each choice remain', async () => {
      await at({ withScript: false, has: false }, async (page) => {
        const links = await page.evaluate(
          "[...document.querySelectorAll('.catalogue-links a')].filter((link) => link.getClientRects().length).map((link) => link.pathname)",
        );
        assert.ok(links.includes('/licence/cc-by-sa/') && links.includes('/duree/30-min-au-plus/'), String(links));
        assert.equal(await page.evaluate("document.querySelector('.catalogue-panel').getClientRects().length"), 0);
        assert.equal((await page.evaluate(kShown)).length, nine.trainings.length);
      });
    });

    await t.test('without :has() the core filters all the same', async () => {
      await at({ has: false }, async (page) => {
        await page.evaluate('document.querySelector(\'[value="-60"]\').click()');
        await page.waitFor(kReady, 'the core');
        assert.deepEqual(await page.evaluate(kShown), catalogue.query('duree=-60').ids);
      });
    });

    await t.test('a choice made before the script has come is taken up when it does', async () => {
      await at({ withScript: false, policy: '' }, async (page) => {
        await page.evaluate('document.querySelector(\'[value="-60"]\').click()');
        await page.evaluate(`(() => {
          const script = document.createElement('script');
          script.type = 'module';
          script.src = '/dist/catalogue-formations.js';
          document.head.append(script);
        })()`);
        await page.waitFor(kReady, 'the core');
        assert.deepEqual(await page.evaluate(kShown), catalogue.query('duree=-60').ids);
        assert.equal(await page.evaluate('location.search'), '?duree=-60');
      });
    });

    await t.test('style answers the first click before anything has come', async () => {
      await at({}, async (page) => {
        const shown = await page.evaluate(`(document.querySelector('[value="-60"]').click(), ${kShown})`);
        assert.deepEqual(shown, catalogue.query('duree=-60').ids);
        assert.equal(await page.evaluate('document.querySelector(\'[value="-60"]\').checked'), true);
        await page.waitFor(kReady, 'the core');
        assert.deepEqual(await page.evaluate(kShown), catalogue.query('duree=-60').ids);
      });
    });
  });
}
