// SPDX-License-Identifier: MIT
// Whatever is thrown inside the element, wherever it starts: one message, one event, the list filters on, and nothing
// reaches the page's own error handlers.
import test from 'node:test';
import assert from 'node:assert/strict';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { kShown } from './selections.mjs';
import { click, kAlerts, kHost, kReady, manyTrainings, nine, partnerSite, publishedSite } from './widget-pages.mjs';

const kRecorder = `window.told = []; window.errors = [];
addEventListener('catalogue-error', (event) => told.push(event.detail));
addEventListener('error', (event) => errors.push(event.message));
addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
window.spoil = (object, name, what) => { const own = object[name]; object[name] = function () { throw what; }; window.mend = () => { object[name] = own; }; };
if (location.hash === '#early') spoil(CSS, 'supports', new TypeError('broken'));
if (location.hash === '#start') spoil(window, 'FormData', new TypeError('broken'));
if (location.hash === '#trap') {
  const unreachable = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11);
  const { t: trap } = new WebAssembly.Instance(new WebAssembly.Module(unreachable)).exports;
  const { instantiate } = WebAssembly;
  window.started = 0;
  WebAssembly.instantiate = async (...given) => {
    const { exports } = (await instantiate(...given)).instance;
    started += 1;
    return { instance: { exports: { ...exports, query: (...sent) => (window.isTrapping ? trap() : exports.query(...sent)) } } };
  };
}`;

const kDrawnItems = `[...(${kHost}.shadowRoot?.querySelectorAll('li[data-id]:not([hidden])') ?? [])]`;

const kThrown = {
  'an error of the language': "new TypeError('broken')",
  'an error of the browser, whose code is a number': "new DOMException('broken', 'AbortError')",
  'a text': "'broken'",
  nothing: 'undefined',
};

async function open(browser, t, hash) {
  const site = await publishedSite(nine, { head: '<script src="/recorder.js"></script>' });
  site.files['/recorder.js'] = kRecorder;
  t.after(() => site.close());
  const page = await browser.open(`${site.origin}/${hash}`);
  t.after(() => page.close());
  return page;
}

async function assertTold(page, code = 'internal', message = /^Erreur imprévue, à signaler/) {
  await page.waitFor('told.length', 'the event');
  await page.evaluate('new Promise((resolve) => setTimeout(resolve, 400))');
  const told = await page.evaluate('told');
  assert.equal(told.length, 1, JSON.stringify(told));
  assert.equal(told[0].code, code);
  assert.match(told[0].message, message);
  assert.equal((await page.evaluate(kAlerts)).length, 1);
  assert.deepEqual(await page.evaluate('errors'), []);
}

for (const engine of kEngines) {
  test(`${engine}: the boundary`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());

    await t.test('thrown before the element is used: told, and style filters', async (t) => {
      const page = await open(browser, t, '#early');
      await assertTold(page);
      await page.evaluate(click('[value="-30"]'));
      assert.equal((await page.evaluate(kShown)).length, 3);
    });

    await t.test('thrown while the core takes over: told, and style filters', async (t) => {
      const page = await open(browser, t, '#start');
      await page.evaluate(click('[value="-30"]'));
      await assertTold(page);
      assert.equal(await page.evaluate(kReady), false);
      assert.equal((await page.evaluate(kShown)).length, 3);
    });

    for (const [what, thrown] of Object.entries(kThrown)) {
      await t.test(`${what} thrown at a click: told, style filters, and the next click is answered`, async (t) => {
        const page = await open(browser, t, '');
        await page.evaluate(click('[value="-30"]'));
        await page.waitFor(kReady, 'the core');
        await page.evaluate(`spoil(window, 'FormData', ${thrown})`);
        await page.evaluate(click('[name=licence][value=inconnue]'));
        await assertTold(page);
        assert.equal((await page.evaluate(kShown)).length, 2);
        await page.evaluate('mend()');
        await page.evaluate(click('[name=licence][value=inconnue]'));
        await page.waitFor(kReady, 'the core again');
        assert.equal((await page.evaluate(kShown)).length, 3);
        assert.deepEqual(await page.evaluate(kAlerts), []);
      });
    }

    await t.test(
      'the engine traps at a click: told, style filters, and the next click gets a fresh engine',
      async (t) => {
        const page = await open(browser, t, '#trap');
        await page.evaluate(click('[value="-30"]'));
        await page.waitFor(kReady, 'the core');
        await page.evaluate('window.isTrapping = true');
        await page.evaluate(click('[name=licence][value=inconnue]'));
        await assertTold(page, 'engine-failed', /^Le moteur de recherche s’est arrêté/);
        assert.equal((await page.evaluate(kShown)).length, 2);
        await page.evaluate('window.isTrapping = false');
        await page.evaluate(click('[name=licence][value=inconnue]'));
        await page.waitFor(kReady, 'the core again');
        assert.equal(await page.evaluate('started'), 2);
        assert.equal((await page.evaluate(kShown)).length, 3);
        assert.deepEqual(await page.evaluate(kAlerts), []);
        assert.equal(await page.evaluate('told.length'), 1);
      },
    );

    await t.test('the engine traps once a drawn list has changed: told, and the whole list shows', async (t) => {
      const site = await partnerSite(manyTrainings(60), { attributes: 'loading="eager"' });
      t.after(() => site.close());
      site.files['/recorder.js'] = kRecorder;
      site.files['/'] = site.files['/'].replace('</title>', '</title><script src="/recorder.js"></script>');
      const page = await browser.open(`${site.origin}/#trap`);
      t.after(() => page.close());
      await page.waitFor(`${kDrawnItems}.length === 20`, 'the list');
      await page.evaluate("addEventListener('catalogue-change', () => { window.isTrapping = true; })");
      await page.evaluate(`${kHost}.shadowRoot.querySelector('[data-query*="page=2"]').click()`);
      await assertTold(page, 'engine-failed', /^Le moteur de recherche s’est arrêté/);
      await page.waitFor(`${kDrawnItems}.length === 20`, 'the whole list');
      assert.match(await page.evaluate(`${kDrawnItems}[0].dataset.id`), /-20$/);
    });

    await t.test('thrown while history goes back: told, and the list stays', async (t) => {
      const page = await open(browser, t, '');
      await page.evaluate(click('[value="-30"]'));
      await page.waitFor(kReady, 'the core');
      await page.evaluate(click('[name=licence][value=inconnue]'));
      await page.waitFor("document.querySelectorAll('.catalogue-chip').length === 2", 'the chips');
      await page.evaluate("spoil(Node.prototype, 'isEqualNode', new TypeError('broken'))");
      await page.evaluate('history.back()');
      await assertTold(page);
      assert.ok((await page.evaluate(kShown)).length > 0);
    });
  });
}
