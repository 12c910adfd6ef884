// SPDX-License-Identifier: MIT
// The text search: a part of the engine, so that an answer never depends on what has loaded.
import test from 'node:test';
import assert from 'node:assert/strict';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { kShown } from './selections.mjs';
import { kHost, kReady, nine, partnerSite, publishedSite } from './widget-pages.mjs';

const kRoot = `(${kHost}.shadowRoot ?? document)`;
const kTitles = `[...${kRoot}.querySelectorAll('.catalogue-list > li')].length`;

const click = (selector) => `${kRoot}.querySelector(${JSON.stringify(selector)}).click()`;
const searchFor = (words) =>
  `(${kRoot}.querySelector('[name=q]').value = ${JSON.stringify(words)}, ${kRoot}.querySelector('.catalogue-panel').requestSubmit())`;
const shows = (count) => `${kShown}.length === ${count}`;

async function open(t, browser, site, path = '/') {
  t.after(() => site.close());
  const page = await browser.open(`${site.origin}${path}`);
  t.after(() => page.close());
  return page;
}

for (const engine of kEngines) {
  test(`${engine}: the text search`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());

    await t.test('asks for no file: the first answer brought all of it', async (t) => {
      const site = await publishedSite(nine);
      const page = await open(t, browser, site);
      await page.evaluate(click('[value="-30"]'));
      await page.waitFor(kReady, 'the core');
      await page.evaluate(click('[type=reset]'));
      await page.waitFor(shows(9), 'the whole list');
      const before = site.requests.length;
      await page.evaluate(searchFor('zzzzzz'));
      await page.waitFor(shows(0), 'the answer');
      await page.evaluate(searchFor('impacts'));
      await page.waitFor(shows(3), 'the next answer');
      assert.deepEqual(site.requests.slice(before), []);
    });

    await t.test('answers the words of an address with its first answer', async (t) => {
      const page = await open(t, browser, await publishedSite(nine), '/?q=zzzzzz&licence=inconnue');
      await page.waitFor(kReady, 'the core');
      assert.equal((await page.evaluate(kShown)).length, 0);
      assert.equal(await page.evaluate('location.search'), '?q=zzzzzz&licence=inconnue');
    });

    await t.test('reads the keys of an address as the core does, however they are written', async (t) => {
      const page = await open(t, browser, await publishedSite(nine), '/?utm_source=%71&%71=impacts&%64uree=-60');
      await page.waitFor(kReady, 'the core');
      assert.equal((await page.evaluate(kShown)).length, 1);
      assert.equal(await page.evaluate('location.search'), '?utm_source=%71&q=impacts&duree=-60');
      await page.evaluate("history.pushState(null, '', '?%71=zzzzzz'), dispatchEvent(new PopStateEvent('popstate'))");
      await page.waitFor(shows(0), 'the answer');
    });
  });
}

test('words that a tag asks for', { skip: !isInstalled('chromium') && 'not installed' }, async (t) => {
  const browser = await launch('chromium');
  t.after(() => browser.close());

  await t.test('in a preset, however its keys are written: the list is drawn, shorter', async (t) => {
    const page = await open(
      t,
      browser,
      await partnerSite(nine, { attributes: 'loading="eager" query="?%71=impacts"' }),
    );
    await page.waitFor(kReady, 'the core');
    assert.equal(await page.evaluate(kTitles), 3);
  });

  await t.test('in a prefixed address, prefix and key encoded: only its own keys are taken', async (t) => {
    const site = await partnerSite(nine, { attributes: 'loading="eager" url-state="b-"' });
    const page = await open(t, browser, site, '/?q=zzzzzz&%62-%71=impacts');
    await page.waitFor(kReady, 'the core');
    assert.equal(await page.evaluate(kTitles), 3);
    assert.equal(await page.evaluate('location.search'), '?q=zzzzzz&b-q=impacts');
  });

  await t.test('in a fixed selection: it is made before anything is shown', async (t) => {
    const page = await open(t, browser, await partnerSite(nine, { attributes: 'loading="eager" only="q=MOOC"' }));
    await page.waitFor(kReady, 'the core');
    const shown = await page.evaluate(kTitles);
    assert.ok(shown > 0 && shown < 9, `${shown} trainings`);
  });
});
