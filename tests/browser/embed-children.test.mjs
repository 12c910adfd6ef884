// SPDX-License-Identifier: MIT
// The element's children stay whose they are: frameworks move, remove and rewrite them, in both skins, and the
// catalogue that is drawn beside them goes on.
import test from 'node:test';
import assert from 'node:assert/strict';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { kHost, manyTrainings, partnerSite } from './widget-pages.mjs';

const kFallback = '<p id="one">Liste sur le site.</p><p id="two">Autre</p>';
const kItems = {
  neutral: `(${kHost}.shadowRoot?.querySelectorAll('li[data-id]').length ?? 0)`,
  dsfr: `${kHost}.querySelectorAll('.catalogue-drawn li[data-id]').length`,
};
const kRoot = { neutral: `${kHost}.shadowRoot`, dsfr: `${kHost}.querySelector('.catalogue-drawn')` };
const kIsReady = `${kHost}.hasAttribute('data-ready')`;
const kRecord = `(() => { window.told = []; addEventListener('catalogue-error', (event) => told.push(event.detail));
  window.errors = []; addEventListener('error', (event) => errors.push(event.message)); addEventListener('unhandledrejection', (event) => errors.push(String(event.reason))); })()`;

/** What frameworks do; each leaves the element on the page. */
const kMoves = {
  'moves the element': `document.querySelector('h1').before(${kHost})`,
  'changes an attribute': `${kHost}.setAttribute('heading-level', '3')`,
  'takes out a child of its own': `${kHost}.removeChild(document.querySelector('#one'))`,
  'puts a child before another': `${kHost}.insertBefore(document.createElement('b'), document.querySelector('#two'))`,
  'replaces a child': `${kHost}.replaceChild(document.createElement('b'), document.querySelector('#one'))`,
  'writes the text of the element anew': `${kHost}.textContent = 'Autre texte'`,
};

for (const engine of kEngines) {
  test(`${engine}: a framework`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    for (const skin of ['neutral', 'dsfr']) {
      for (const [what, move] of Object.entries(kMoves)) {
        await t.test(`${what} after a filter: the catalogue goes on (${skin})`, async (t) => {
          const site = await partnerSite(manyTrainings(60), {
            attributes: `loading="eager" skin="${skin}"`,
            fallback: kFallback,
          });
          t.after(() => site.close());
          const page = await browser.open(site.origin);
          t.after(() => page.close());
          await page.evaluate(kRecord);
          await page.waitFor(`${kIsReady} && ${kItems[skin]} === 20`, 'the list');
          assert.equal(await page.evaluate(`${kHost}.querySelectorAll('#one, #two').length`), 2, 'the children stay');
          assert.equal(
            await page.evaluate("document.querySelector('#one').getClientRects().length"),
            0,
            'the catalogue stands in their place',
          );
          await page.evaluate(`${kRoot[skin]}.querySelector('[name=licence][value=inconnue]').click()`);
          await page.waitFor("location.search === '?licence=inconnue'", 'the filter');
          await page.evaluate(`void (${move})`);
          await page.evaluate('new Promise((resolve) => setTimeout(resolve, 300))');
          await page.waitFor(`${kIsReady} && ${kItems[skin]} > 0`, 'the list again');
          const before = await page.evaluate(kItems[skin]);
          await page.waitFor(`${kRoot[skin]}.querySelector('[name=licence][value=inconnue]').checked`, 'the choice');
          await page.evaluate(`${kRoot[skin]}.querySelector('[name=licence][value=inconnue]').click()`);
          await page.waitFor(`${kItems[skin]} >= ${before} && location.search === ''`, 'a filter again');
          assert.deepEqual(await page.evaluate('[told, errors]'), [[], []]);
        });
      }
    }

    await t.test('changes the skin there and back: one catalogue is shown, no trace of the other', async (t) => {
      const site = await partnerSite(manyTrainings(60), { attributes: 'loading="eager"', fallback: kFallback });
      t.after(() => site.close());
      const page = await browser.open(site.origin);
      t.after(() => page.close());
      for (const [skin, other] of [
        ['neutral', 'dsfr'],
        ['dsfr', 'neutral'],
        ['neutral', 'dsfr'],
      ]) {
        await page.evaluate(`${kHost}.setAttribute('skin', '${skin}')`);
        await page.waitFor(`${kIsReady} && ${kItems[skin]} === 20 && ${kItems[other]} === 0`, skin);
        await page.waitFor(`${kRoot[skin]}.querySelector('li[data-id]').getClientRects().length > 0`, 'it shows');
      }
      assert.equal(await page.evaluate(`${kHost}.querySelectorAll('#one, #two').length`), 2);
    });
  });
}
