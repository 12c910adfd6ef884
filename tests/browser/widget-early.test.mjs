// SPDX-License-Identifier: MIT
// What the loader asks for together with the widget: engine, style sheet and catalogue, each once, and nothing too early.
import test from 'node:test';
import assert from 'node:assert/strict';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { click, kAlerts, kHost, kReady, nine, partnerSite, publishedSite, serveWidget } from './widget-pages.mjs';

const kRecorder = `window.told = [];
addEventListener('catalogue-error', (event) => told.push(event.detail.code));
addEventListener('unhandledrejection', (event) => told.push('unhandled: ' + event.reason));`;
const kNeeds = [/runtime\.\w+\.wasm$/, /neutral\.\w+\.css$/, /\/catalogue\.json$/];
const kWidget = /widget\.\w+\.js$/;

const pathOf = (site, pattern) => Object.keys(site.files).find((path) => pattern.test(path));
const countOf = (site, pattern) => site.requests.filter((path) => pattern.test(path)).length;
const countsOf = (site) => [kWidget, ...kNeeds].map((pattern) => countOf(site, pattern));

/** Of widget, engine, style and catalogue. WebKitGTK under its driver gives elements nothing of what was fetched before. */
const countsFor = (engine, styles) => (engine === 'webkit' ? [2, 1, 1 + styles, 1] : [1, 1, 1, 1]);

/** The widget of `site` comes when the returned function is called. */
function hold(site) {
  const path = pathOf(site, kWidget);
  const bytes = site.files[path];
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  site.files[path] = (_, response) => released.then(() => response.end(bytes));
  return release;
}

/** Waits until `site` was asked for `patterns`. */
async function asked(site, patterns) {
  for (let i = 0; i < 200; i += 1) {
    if (patterns.every((pattern) => countOf(site, pattern) > 0)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`not asked for: ${patterns.filter((pattern) => countOf(site, pattern) === 0).join(' ')}`);
}

const pause = (page) => page.evaluate('new Promise((resolve) => setTimeout(resolve, 300))');

/** A page with `elements` and none of the style sheets. */
const pageOf = (elements) =>
  serveWidget(nine, {
    '/': `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>page</title><script src="/recorder.js"></script>
<script type="module" async src="/dist/catalogue-formations.js"></script></head><body>${elements}</body></html>`,
    '/recorder.js': kRecorder,
  });

for (const engine of kEngines) {
  test(`${engine}: together with the widget`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    const open = async (t, site) => {
      const page = await browser.open(`${site.origin}/`);
      t.after(async () => {
        await page.close();
        await site.close();
      });
      return page;
    };

    await t.test('a tag asks for engine, style and catalogue before the widget has come, each once', async (t) => {
      const site = await partnerSite(nine, { attributes: 'loading="eager"' });
      const release = hold(site);
      const page = await open(t, site);
      await asked(site, [kWidget, ...kNeeds]);
      release();
      await page.waitFor(kReady, 'the core');
      await pause(page);
      assert.deepEqual(countsOf(site), countsFor(engine, 1));
    });

    await t.test(
      'a page with its list asks for nothing before the first click, then for all of it, each once',
      async (t) => {
        const site = await publishedSite(nine);
        const release = hold(site);
        const page = await open(t, site);
        await page.waitFor("customElements.get('catalogue-formations') !== undefined", 'the loader');
        await pause(page);
        const [, , style] = countsOf(site);
        assert.deepEqual(countsOf(site), [0, 0, style, 0]);
        await page.evaluate(click('[value="-30"]'));
        await asked(site, [kWidget, ...kNeeds]);
        release();
        await page.waitFor(kReady, 'the core');
        await pause(page);
        assert.deepEqual(countsOf(site), [1, 1, 1, 1]);
      },
    );

    await t.test('two elements share what they ask for, and one that goes meanwhile harms nothing', async (t) => {
      const tag = '<catalogue-formations src="/catalogue.json" loading="eager" url-state="off"></catalogue-formations>';
      const site = await pageOf(tag + tag + tag);
      const release = hold(site);
      const page = await open(t, site);
      await asked(site, [kWidget, ...kNeeds]);
      await page.evaluate("document.querySelectorAll('catalogue-formations')[1].remove()");
      release();
      const both =
        "[...document.querySelectorAll('catalogue-formations')].every((host) => host.hasAttribute('data-ready'))";
      await page.waitFor(both, 'both');
      await pause(page);
      assert.deepEqual(countsOf(site), countsFor(engine, 3));
      assert.deepEqual(await page.evaluate('told'), []);
    });

    await t.test('a hash that is written meanwhile is asked for: what came without it is not taken', async (t) => {
      const site = await pageOf('<catalogue-formations src="/catalogue.json" loading="eager"></catalogue-formations>');
      const release = hold(site);
      const page = await open(t, site);
      await asked(site, [kWidget, ...kNeeds]);
      await page.evaluate(`${kHost}.setAttribute('integrity', 'sha256-${'A'.repeat(43)}=')`);
      await pause(page);
      release();
      await page.waitFor('told.length', 'the event');
      assert.deepEqual(await page.evaluate('told'), ['integrity']);
    });

    await t.test('files that failed are asked for again at the next gesture', async (t) => {
      const site = await publishedSite(nine, { head: '<script src="/recorder.js"></script>' });
      site.files['/recorder.js'] = kRecorder;
      const paths = [kNeeds[0], kNeeds[2]].map((pattern) => pathOf(site, pattern));
      const bytes = paths.map((path) => site.files[path]);
      for (const path of paths) site.files[path] = (request) => request.socket.destroy();
      const page = await open(t, site);
      await page.evaluate(click('[value="-30"]'));
      await page.waitFor('told.length', 'the event');
      assert.deepEqual(await page.evaluate('told'), ['network']);
      for (const [index, path] of paths.entries()) site.files[path] = bytes[index];
      await page.evaluate(click('[name=licence][value=inconnue]'));
      await page.waitFor(kReady, 'the core');
      assert.deepEqual(await page.evaluate('told'), ['network']);
      assert.deepEqual(await page.evaluate(kAlerts), []);
    });
  });
}

test('what asks too early, or for what is no address', {
  skip: !isInstalled('chromium') && 'not installed',
}, async (t) => {
  const browser = await launch('chromium');
  t.after(() => browser.close());

  await t.test('selection="off" is the default: the list on the page waits for a gesture', async () => {
    for (const [attributes, count] of [
      ['selection="off"', 0],
      ['selection="on"', 1],
    ]) {
      const site = await publishedSite(nine, { attributes });
      const page = await browser.open(`${site.origin}/`);
      if (count) await page.waitFor(kReady, 'the core');
      await page.waitFor("customElements.get('catalogue-formations') !== undefined", 'the loader');
      await pause(page);
      assert.equal(countOf(site, kWidget), count, attributes);
      await page.close();
      await site.close();
    }
  });

  await t.test('what is written in src is no address: one event says so', async () => {
    const site = await pageOf('<catalogue-formations src="https://[/" loading="eager"></catalogue-formations>');
    const page = await browser.open(`${site.origin}/`);
    await page.waitFor('told.length', 'the event');
    assert.deepEqual(await page.evaluate('told'), ['syntax']);
    await page.close();
    await site.close();
  });
});
