// SPDX-License-Identifier: MIT
// The selection in the address: shared, reloaded, gone back to, and never at the page's expense.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openCatalogue } from '../../lib/core.js';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { kShown } from './selections.mjs';
import { click, kReady, manyTrainings, nine, partnerSite, publishedSite, visit } from './widget-pages.mjs';

const catalogue = await openCatalogue(JSON.stringify(nine));
const idsOf = (query) => catalogue.query(query).ids;
const kCountOfAnHour =
  "Number(document.querySelector('[name=duree][value=\"-60\"] ~ label .catalogue-count').textContent.replace(/\\D/g, ''))";
const kAddress = 'location.search + location.hash';

for (const engine of kEngines) {
  test(`${engine}: the state`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    const at = (address, act, options) => visit(browser, address, act, options);

    await t.test('a shared address shows its selection, in its shortest form', async () => {
      await at('?licence=cc-by-sa-4.0&duree=240-&duree=&page=1#liste', async (page) => {
        await page.waitFor(kReady, 'the core');
        assert.deepEqual(await page.evaluate(kShown), idsOf('duree=240-&licence=CC-BY-SA-4.0'));
        assert.equal(await page.evaluate(kAddress), '?duree=240-&licence=CC-BY-SA-4.0#liste');
        assert.equal(await page.evaluate('document.querySelector(\'[value="CC-BY-SA-4.0"]\').checked'), true);
      });
    });

    await t.test('choices make history that goes back and forward, foreign keys and the hash untouched', async () => {
      await at('?utm_source=a%20b#liste', async (page) => {
        await page.evaluate(click('[value="-60"]'));
        await page.waitFor(kReady, 'the core');
        await page.evaluate(click('[name=licence][value=inconnue]'));
        assert.equal(await page.evaluate(kAddress), '?utm_source=a%20b&duree=-60&licence=inconnue#liste');
        await page.evaluate('history.back()');
        await page.waitFor("!location.search.includes('licence')", 'the address before');
        await page.waitFor("!document.querySelector('[name=licence]:checked')", 'the choice before');
        assert.deepEqual(await page.evaluate(kShown), idsOf('duree=-60'));
        await page.evaluate('history.forward()');
        await page.waitFor("!!document.querySelector('[name=licence]:checked')", 'the choice again');
        assert.deepEqual(await page.evaluate(kShown), idsOf('duree=-60&licence=inconnue'));
      });
    });

    await t.test('the list and the address are right within the click, the counts with the frame after', async () => {
      await at('', async (page) => {
        await page.evaluate(click('[value="-60"]'));
        await page.waitFor(kReady, 'the core');
        const { shown, address } = await page.evaluate(
          `(() => { ${click('[name=licence][value=inconnue]')}; return { shown: ${kShown}, address: ${kAddress} }; })()`,
        );
        assert.deepEqual(shown, idsOf('duree=-60&licence=inconnue'));
        assert.equal(address, '?duree=-60&licence=inconnue');
        const { count } = catalogue
          .query('duree=-60&licence=inconnue')
          .facets.duree.find(({ value }) => value === '-60');
        await page.waitFor(
          `document.querySelectorAll('.catalogue-chip').length === 2 && ${kCountOfAnHour} === ${count}`,
          'the chips and the counts',
        );
      });
    });

    await t.test('choices in one breath lose none, whichever control they are made on', async () => {
      await at('?duree=-30', async (page) => {
        await page.waitFor(kReady, 'the core');
        const before = await page.evaluate('history.length');
        const checked =
          "[...document.querySelectorAll('[name=duree],[name=droit]')].filter((box) => box.checked).map((box) => box.value)";
        await page.evaluate(`(() => { ${click('[name=droit][value=partage]')}; ${click('.catalogue-chip')}; })()`);
        assert.equal(await page.evaluate(kAddress), '?droit=partage');
        // Nothing of the previous choice is drawn late.
        assert.deepEqual(await page.evaluate(`new Promise((resolve) => setTimeout(() => resolve(${checked}), 400))`), [
          '',
          'partage',
        ]);
        await page.evaluate(
          `(() => { ${click('[name=duree][value="-240"]')}; ${click('[name=droit][value=partage]')}; ${click('[name=droit][value=modification]')}; })()`,
        );
        assert.equal(await page.evaluate(kAddress), '?duree=-240&droit=modification');
        assert.equal(await page.evaluate('history.length'), before + 5);
        await page.waitFor(`(${checked}).join() === '-240,modification'`, 'the panel');
        assert.deepEqual(await page.evaluate(kShown), idsOf('duree=-240&droit=modification'));
      });
    });

    await t.test('typing replaces one entry of the history, and keeps what is typed', async () => {
      await at('?droit=partage', async (page) => {
        await page.waitFor(kReady, 'the core');
        const before = await page.evaluate('history.length');
        await page.evaluate(`(async () => { const field = document.querySelector('[name=q]'); field.focus();
          for (const text of ['n', 'nu', 'num', 'nume']) { field.value = text; field.dispatchEvent(new InputEvent('input', { bubbles: true })); await new Promise((r) => setTimeout(r, 200)); } })()`);
        await page.waitFor("location.search === '?q=nume&droit=partage'", 'the address');
        assert.equal(await page.evaluate('history.length'), before + 1);
        assert.equal(await page.evaluate('document.activeElement.name + document.activeElement.value'), 'qnume');
      });
    });

    await t.test('a hand-edited address is told, not obeyed in silence', async () => {
      await at('?duree=%3Cb%3E&licence=WTFPL&tri=%ZZ&page=-3', async (page) => {
        await page.waitFor(kReady, 'the core');
        const words = await page.evaluate("document.querySelector('.catalogue-outcome').textContent");
        for (const part of ['<b>', 'WTFPL', '%ZZ', '-3']) assert.ok(words.includes(part), part);
        assert.equal(await page.evaluate("document.querySelectorAll('.catalogue-outcome b').length"), 0);
      });
    });

    await t.test(
      'two catalogues on a page have prefixes, ids and an engine in common with nobody but each other',
      async () => {
        await at(
          '?a-duree=-60',
          async (page, site) => {
            await page.waitFor("document.querySelectorAll('[data-ready]').length === 1", 'the first core');
            await page.evaluate(
              "document.querySelectorAll('catalogue-formations')[1].querySelector('[value=inconnue]').click()",
            );
            await page.waitFor("document.querySelectorAll('[data-ready]').length === 2", 'both');
            const ids = await page.evaluate("[...document.querySelectorAll('[id]')].map((node) => node.id)");
            assert.equal(new Set(ids).size, ids.length);
            assert.equal(site.requests.filter((path) => path.endsWith('.wasm')).length, 1);
            assert.equal(site.requests.filter((path) => path === '/catalogue.json').length, 1);
          },
          { site: await publishedSite(nine, { copies: 2, attributes: (i) => `url-state="${'ab'[i]}-"` }) },
        );
      },
    );

    await t.test('a partner needs one tag: list, paging with real links, and state', async () => {
      await at(
        '?page=2',
        async (page) => {
          const root = "document.querySelector('catalogue-formations').shadowRoot";
          await page.waitFor(kReady, 'the core');
          assert.equal(await page.evaluate(`${root}.querySelectorAll('li[data-id]').length`), 20);
          assert.equal(await page.evaluate(`${root}.querySelector('[aria-current]').textContent`), '2');
          const link = `${root}.querySelector('.catalogue-pages a[data-query="page=3"]')`;
          assert.equal(await page.evaluate(`${link}.href === location.origin + '/?page=3'`), true);
          await page.evaluate(`${root}.querySelector('.catalogue-pages a[data-query="page=3"]').click()`);
          assert.equal(await page.evaluate(kAddress), '?page=3');
          assert.equal(await page.evaluate(`${root}.activeElement.className`), 'catalogue-status');
        },
        { site: await partnerSite(manyTrainings(60)) },
      );
    });

    await t.test('a preset selects without touching the address, and the element can leave', async () => {
      await at(
        '',
        async (page) => {
          await page.waitFor(kReady, 'the core');
          assert.deepEqual(await page.evaluate(kShown), idsOf('duree=-60'));
          assert.equal(await page.evaluate(kAddress), '');
          await page.evaluate("document.querySelector('catalogue-formations').remove()");
          await page.evaluate("(history.pushState(null, '', '?duree=-30'), history.back())");
          assert.deepEqual(
            page.console().filter((words) => /rror/.test(words) && !/favicon|404/.test(words)),
            [],
          );
        },
        { attributes: 'query="duree=-60"' },
      );
    });
  });
}
