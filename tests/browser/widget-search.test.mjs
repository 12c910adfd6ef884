// SPDX-License-Identifier: MIT
// The text search is a file of its own: it comes when it is wanted, once, and nothing else waits for it.
import test from 'node:test';
import assert from 'node:assert/strict';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { kShown } from './selections.mjs';
import { kHost, kReady, nine, partnerSite, publishedSite } from './widget-pages.mjs';

const kRoot = `(${kHost}.shadowRoot ?? document)`;
const kAlerts = `[...${kRoot}.querySelectorAll('[role=alert]')].filter((node) => !node.hidden).map((node) => node.textContent)`;
const kTitles = `[...${kRoot}.querySelectorAll('.catalogue-list > li')].length`;
const kRecord =
  "(window.told = [], document.addEventListener('catalogue-error', (event) => told.push(event.detail.code)), 0)";
const kSearch = /catalogue-search\.\w+\.wasm$/;

const click = (selector) => `${kRoot}.querySelector(${JSON.stringify(selector)}).click()`;
const searchFor = (words) =>
  `(${kRoot}.querySelector('[name=q]').value = ${JSON.stringify(words)}, ${kRoot}.querySelector('.catalogue-panel').requestSubmit())`;
const fileOf = (site) => Object.keys(site.files).find((path) => kSearch.test(path));
const requestsOf = (site) => site.requests.filter((path) => kSearch.test(path)).length;
const shows = (count) => `${kShown}.length === ${count}`;

async function open(t, browser, site, path = '/') {
  t.after(() => site.close());
  const page = await browser.open(`${site.origin}${path}`);
  t.after(() => page.close());
  await page.evaluate(kRecord);
  return page;
}

for (const engine of kEngines) {
  test(`${engine}: the text search`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());

    await t.test('comes when its field is entered, once, and no filter asks for it', async (t) => {
      const site = await publishedSite(nine);
      const page = await open(t, browser, site);
      await page.evaluate(click('[value="-30"]'));
      await page.waitFor(kReady, 'the core');
      await page.evaluate(click('[type=reset]'));
      await page.waitFor(shows(9), 'the whole list');
      assert.equal(requestsOf(site), 0);
      await page.evaluate(
        "document.querySelector('[name=q]').focus(), document.querySelector('[name=q]').dispatchEvent(new FocusEvent('focusin', { bubbles: true }))",
      );
      for (let i = 0; i < 100 && requestsOf(site) === 0; i += 1)
        await new Promise((resolve) => setTimeout(resolve, 50));
      assert.equal(requestsOf(site), 1);
      await page.evaluate(searchFor('zzzzzz'));
      await page.waitFor(shows(0), 'the answer');
      await page.evaluate(searchFor('impacts'));
      await page.waitFor(shows(3), 'the next answer');
      assert.equal(requestsOf(site), 1);
      assert.deepEqual(await page.evaluate('told'), []);
    });

    await t.test('is there before the words of an address are answered', async (t) => {
      const site = await publishedSite(nine);
      const page = await open(t, browser, site, '/?q=zzzzzz&licence=inconnue');
      await page.waitFor(kReady, 'the core');
      assert.equal((await page.evaluate(kShown)).length, 0);
      assert.equal(await page.evaluate('location.search'), '?q=zzzzzz&licence=inconnue');
      assert.equal(requestsOf(site), 1);
    });
  });
}

/** What a server may do to the file, and the code that tells it. */
const kSpoilt = { gone: [undefined, 'http'], changed: [Buffer.from('0061736d01000000', 'hex'), 'integrity'] };

test('the text search that cannot be had', { skip: !isInstalled('chromium') && 'not installed' }, async (t) => {
  const browser = await launch('chromium');
  t.after(() => browser.close());

  for (const [how, [bytes, code]] of Object.entries(kSpoilt)) {
    await t.test(
      `is ${how}: list and filters stay, one message says so, and the next search tries again`,
      async (t) => {
        const site = await publishedSite(nine);
        const path = fileOf(site);
        const whole = site.files[path];
        site.files[path] = bytes;
        const page = await open(t, browser, site, '/?duree=-60');
        await page.waitFor(`${kReady} && ${shows(4)}`, 'the core');
        await page.evaluate(searchFor('zzzzzz'));
        await page.waitFor('told.length', 'the event');
        assert.deepEqual(await page.evaluate('told'), [code]);
        assert.match((await page.evaluate(kAlerts)).join('|'), /^La recherche n’a pas pu se charger[^|]*$/);
        assert.equal((await page.evaluate(kShown)).length, 4);
        await page.evaluate(click('[name=licence][value=inconnue]'));
        await page.waitFor(shows(3), 'the filter');
        assert.equal(await page.evaluate('location.search'), '?duree=-60&licence=inconnue');
        site.files[path] = whole;
        await page.evaluate(searchFor('zzzzzz'));
        await page.waitFor(shows(0), 'the search');
        assert.deepEqual(await page.evaluate(kAlerts), []);
      },
    );

    await t.test(`is ${how}: an address with words shows the rest of what it asks for, with the message`, async (t) => {
      const site = await publishedSite(nine);
      site.files[fileOf(site)] = bytes;
      const page = await open(t, browser, site, '/?duree=-60&q=zzzzzz');
      await page.waitFor(`${kAlerts}.length`, 'the message');
      assert.equal(await page.evaluate(kReady), true);
      assert.equal((await page.evaluate(kShown)).length, 4);
      await page.evaluate("history.pushState(null, '', '?%71=zzzzzz'); dispatchEvent(new PopStateEvent('popstate'))");
      await page.waitFor(shows(9), 'the whole list, however the key is written');
    });
  }

  await t.test('is gone for a partner: the list is drawn, with the message', async (t) => {
    const site = await partnerSite(nine, { attributes: 'loading="eager" query="q=zzzzzz"' });
    delete site.files[fileOf(site)];
    const page = await open(t, browser, site);
    await page.waitFor(`${kAlerts}.length`, 'the message');
    assert.match((await page.evaluate(kAlerts)).join('|'), /^La recherche n’a pas pu se charger[^|]*$/);
    assert.equal(await page.evaluate(kTitles), 9);
  });

  await t.test('a fixed selection by words is made before anything is shown', async (t) => {
    const site = await partnerSite(nine, { attributes: 'loading="eager" only="q=MOOC"' });
    const page = await open(t, browser, site);
    await page.waitFor(kReady, 'the core');
    const shown = await page.evaluate(kTitles);
    assert.ok(shown > 0 && shown < 9, `${shown} trainings`);
  });
});
