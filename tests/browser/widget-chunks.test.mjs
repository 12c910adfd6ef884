// SPDX-License-Identifier: MIT
// The parts that most visitors never need: nobody downloads them in vain, and none of them is needed to filter.
import test from 'node:test';
import assert from 'node:assert/strict';
import { isInstalled, launch } from './engines.mjs';
import { kShown } from './selections.mjs';
import { click, kAlerts, kHost, kKeepLink, kReady, nine, partnerSite, publishedSite } from './widget-pages.mjs';

const kStatus = "document.querySelector('.catalogue-status').textContent";
const kRecord = "window.told = []; document.addEventListener('catalogue-error', (event) => told.push(event.detail))";
const chunkOf = (site, name) =>
  Object.keys(site.files).find((path) => new RegExp(`catalogue-${name}\\.\\w+\\.js$`).test(path));
const scriptsAsked = (site) =>
  site.requests
    .filter((path) => path.endsWith('.js'))
    .map((path) => path.replace(/\.\w{8}\.js$/, '.js'))
    .sort();

const kBoth = ['/dist/catalogue-formations.js', '/dist/catalogue-widget.js'];
/** What a server may do to a file: not have it, or hold another one. */
const kSpoilt = {
  gone: undefined,
  changed: 'globalThis.spoilt = true; export const saveCsv = () => {}, explain = (error) => error;',
};

test('parts brought at need', { skip: !isInstalled('chromium') && 'not installed' }, async (t) => {
  const browser = await launch('chromium');
  t.after(() => browser.close());

  /** A page of `site`, closed with it at the end of the test `t`. */
  const open = async (t, site, path = '/') => {
    t.after(() => site.close());
    const page = await browser.open(`${site.origin}${path}`);
    t.after(() => page.close());
    await page.evaluate(kRecord);
    return page;
  };

  await t.test(
    'a page with its list asks for two scripts, filters, searches, pages and clears with no more',
    async (t) => {
      const site = await publishedSite(nine, { attributes: 'page-size="4"' });
      const page = await open(t, site, '/?page=2&duree=-240');
      await page.waitFor(kReady, 'the core');
      await page.evaluate(click('[value="-30"]'));
      await page.evaluate(
        "document.querySelector('[name=q]').value = 'numerique'; document.querySelector('.catalogue-panel').requestSubmit()",
      );
      await page.evaluate(click('[type=reset]'));
      assert.deepEqual(scriptsAsked(site), kBoth);
    },
  );

  await t.test(
    'a partner with one source asks for two scripts, and for the style before the engine has come',
    async (t) => {
      const site = await partnerSite(nine, { attributes: 'loading="eager"' });
      const wasm = Object.keys(site.files).find((path) => /runtime.*wasm$/.test(path));
      const bytes = site.files[wasm];
      let answer;
      site.files[wasm] = (_, response) => {
        answer = () => response.end(bytes);
      };
      const page = await open(t, site);
      for (let i = 0; i < 100 && !site.requests.some((path) => path.endsWith('.css') && path !== '/page.css'); i += 1)
        await new Promise((resolve) => setTimeout(resolve, 50));
      assert.ok(
        site.requests.some((path) => /catalogue-neutral.*css/.test(path)),
        site.requests.join('\n'),
      );
      assert.match(
        await page.evaluate(`${kHost}.querySelector('p').getClientRects().length + ''`),
        /1/,
        'the fallback shows while the rest comes',
      );
      answer();
      await page.waitFor(kReady, 'the core');
      assert.deepEqual(scriptsAsked(site), kBoth);
    },
  );

  for (const [how, bytes] of Object.entries(kSpoilt)) {
    await t.test(
      `the words for failures are ${how}: the alert and the code come all the same, and style goes on`,
      async (t) => {
        const site = await publishedSite(nine);
        site.files[chunkOf(site, 'explain')] = bytes;
        delete site.files['/catalogue.json'];
        const page = await open(t, site);
        await page.evaluate(click('[value="-30"]'));
        await page.waitFor('told.length', 'the event');
        const told = await page.evaluate('told');
        assert.equal(told[0].code, 'http');
        assert.match(told[0].message, /404 .*catalogue\.json/);
        assert.equal((await page.evaluate(kAlerts)).length, 1);
        assert.equal((await page.evaluate(kShown)).length, 3);
        assert.equal(await page.evaluate('window.spoilt'), undefined);
      },
    );

    await t.test(`the download of a selection is ${how}: one message, and the list goes on filtering`, async (t) => {
      const site = await publishedSite(nine);
      site.files[chunkOf(site, 'save-csv')] = bytes;
      const page = await open(t, site, '/?duree=-60');
      await page.waitFor(kReady, 'the core');
      await page.evaluate(click('[data-action=csv]'));
      const told = "document.querySelector('.catalogue-note')?.textContent";
      await page.waitFor(`/téléchargement n’a pas abouti/.test(${told})`, 'the message beside its button');
      assert.match(await page.evaluate("document.querySelector('[role=status]').textContent"), /n’a pas abouti/);
      assert.equal((await page.evaluate(kShown)).length, 4);
      await page.evaluate(click('[name=licence][value=inconnue]'));
      assert.equal((await page.evaluate(kShown)).length, 3);
      await page.waitFor(`/^3 /.test(${kStatus})`, 'the count');
      assert.equal(await page.evaluate('window.spoilt'), undefined);
      assert.deepEqual(await page.evaluate(kAlerts), []);
    });
  }

  await t.test('what makes one catalogue of several is gone: the fallback stays, with one alert', async (t) => {
    const site = await partnerSite(nine, { attributes: 'loading="eager" only="licence=CC-BY-4.0"' });
    delete site.files[chunkOf(site, 'sources')];
    const page = await open(t, site);
    await page.waitFor(`${kAlerts}.length`, 'the alert');
    assert.equal((await page.evaluate(kAlerts)).length, 1);
    assert.equal(await page.evaluate(`${kHost}.querySelector('p').getClientRects().length`), 1);
  });

  for (const [how, after] of Object.entries({
    vanishes: undefined,
    changes: JSON.stringify({ trainings: nine.trainings.slice(0, 3) }),
  })) {
    await t.test(`the catalogue ${how} between two clicks: what is shown is saved whole`, async (t) => {
      const site = await publishedSite(nine);
      const page = await open(t, site);
      await page.evaluate(click('[name=duree][value="-240"]'));
      await page.waitFor(kReady, 'the core');
      site.files['/catalogue.json'] = after;
      await page.evaluate(click('[name=duree][value=""]'));
      const shown = await page.evaluate(kShown);
      assert.equal(shown.length, 9);
      await page.evaluate(kKeepLink);
      await page.evaluate(click('[data-action=csv]'));
      const csv = await page.waitFor('window.saved', 'the file');
      const rows = csv.trimEnd().split('\r\n').slice(1);
      assert.deepEqual(
        rows.map((row) => row.split(';')[0]),
        shown,
      );
      assert.deepEqual(await page.evaluate('told'), []);
    });
  }
});
