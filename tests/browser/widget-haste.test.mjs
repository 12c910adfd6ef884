// SPDX-License-Identifier: MIT
// A visitor, or a script, in a hurry: whatever the rate of clicks and of jumps in history, the end is right. Browsers drop
// jumps and entries above their limits: the address that stays is the one that counts.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openCatalogue } from '../../lib/core.js';
import { randomFrom } from '../oracle/random.mjs';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { kShown } from './selections.mjs';
import { click, kAlerts, kReady, nine, publishedSite, visit } from './widget-pages.mjs';

const catalogue = await openCatalogue(JSON.stringify(nine));
const kChoices = [
  '[value="-60"]',
  '[name=licence][value=inconnue]',
  '[name=droit][value=modification]',
  '[value="-30"]',
];
const kChecked =
  "new URLSearchParams([...document.querySelectorAll('.catalogue-panel :checked')].filter(({ value, name }) => name && name !== 'tri' && value).map(({ name, value }) => [name, value])).toString()";

const kRecorder = `window.told = [];
addEventListener('catalogue-error', (event) => told.push(event.detail));
addEventListener('error', (event) => told.push(event.message));
addEventListener('unhandledrejection', (event) => told.push(String(event.reason)));`;

/** Whether list, form and address agree, and nothing failed. */
async function assertRight(page) {
  const canonical = (query) => catalogue.query(query).query;
  const query = (await page.evaluate('location.search')).slice(1);
  assert.deepEqual(await page.evaluate(kShown), catalogue.query(query).ids);
  assert.equal(canonical(await page.evaluate(kChecked)), canonical(query));
  assert.deepEqual(await page.evaluate('told'), []);
  assert.deepEqual(await page.evaluate(kAlerts), []);
}

// Bursts of four jumps without a pause, there and back again. Browsers drop some of them: near its first entry the page
// jumps forward before the next burst, lest it be left.
const kBurst = `async (jumps) => {
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  for (const [index, by] of jumps.entries()) {
    history.go(by);
    await pause(index % 4 === 3 ? 60 : 4);
    if (index % 4 === 3 && Number(location.hash.slice(1)) < 10) {
      history.go(8);
      await pause(60);
    }
  }
}`;
const kJumpsAtOnce = 40;
const kHeldClicks = 150;
const kSettle = 'new Promise((resolve) => setTimeout(resolve, 1500))';

for (const engine of kEngines) {
  test(`${engine}: haste`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    const siteOf = async () => {
      const site = await publishedSite(nine, { head: '<script src="/recorder.js"></script>' });
      site.files['/recorder.js'] = kRecorder;
      return site;
    };

    await t.test('400 jumps in history: list, form and address agree at the end', async () => {
      const random = randomFrom(20);
      const jumps = Array.from({ length: 200 }, () => random.pick([-3, -2, -1])).flatMap((by) => [by, -by]);
      const site = await siteOf();
      await visit(
        browser,
        '',
        async (page) => {
          await page.evaluate("void Array.from({ length: 30 }, (_, i) => history.pushState(null, '', `#${i}`))");
          await page.evaluate(click(kChoices[0]));
          await page.waitFor(kReady, 'the core');
          for (const choice of kChoices.slice(1)) await page.evaluate(click(choice));
          await page.waitFor('history.length >= 30', 'the entries');
          for (let at = 0; at < jumps.length; at += kJumpsAtOnce)
            await page.evaluate(`(${kBurst})(${JSON.stringify(jumps.slice(at, at + kJumpsAtOnce))})`);
          await page.evaluate(kSettle);
          await page.waitFor(kReady, 'the core');
          await assertRight(page);
        },
        { site },
      );
    });

    await t.test('200 clicks while the engine loads: list, form and address agree at the end', async () => {
      const random = randomFrom(21);
      const clicks = Array.from({ length: 200 }, () => random.pick(kChoices));
      const site = await siteOf();
      const wasm = Object.keys(site.files).find((path) => /runtime.*wasm$/.test(path));
      const bytes = site.files[wasm];
      let release;
      const released = new Promise((resolve) => {
        release = resolve;
      });
      site.files[wasm] = (_, response) => released.then(() => response.end(bytes));
      const clickAll = (choices) =>
        `(async () => { for (const choice of ${JSON.stringify(choices)}) { document.querySelector(choice).click(); await new Promise((resolve) => setTimeout(resolve, 5)); } })()`;
      await visit(
        browser,
        '',
        async (page) => {
          // The engine comes among the last ones: of more, browsers would take no entry in their history.
          await page.evaluate(clickAll(clicks.slice(0, kHeldClicks)));
          release();
          await page.evaluate(clickAll(clicks.slice(kHeldClicks)));
          await page.waitFor(kReady, 'the core');
          await page.evaluate(kSettle);
          await assertRight(page);
        },
        { site },
      );
    });
  });
}
