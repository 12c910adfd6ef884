// SPDX-License-Identifier: MIT
// What goes wrong costs no visitor the list: one message, the rung below, nothing executed.
import test from 'node:test';
import assert from 'node:assert/strict';
import { isInstalled, launch } from './engines.mjs';
import { kShown } from './selections.mjs';
import { click, hostile, kAlerts, kReady, nine, partnerSite, publishedSite } from './widget-pages.mjs';

const wasmOf = (site) => Object.keys(site.files).find((path) => /runtime.*wasm$/.test(path));
const widgetOf = (site) => Object.keys(site.files).find((path) => /widget.*js$/.test(path));

/** How each failure is made, and the code of the event that tells it. */
const kFailures = {
  'the catalogue is gone': [(site) => delete site.files['/catalogue.json'], 'http'],
  'the catalogue is cut': [
    (site) => {
      site.files['/catalogue.json'] = '{"title":"t","trainings":[{"id":';
    },
    'invalid-json',
  ],
  'the catalogue is not UTF-8': [
    (site) => {
      site.files['/catalogue.json'] = Buffer.from('7b227469746c65223a22ff227d', 'hex');
    },
    'invalid-utf8',
  ],
  'the catalogue is another one': [
    (site) => {
      site.files['/catalogue.json'] = JSON.stringify({ ...nine, trainings: nine.trainings.slice(1) });
    },
    'changed',
  ],
  'the wasm is gone': [(site) => delete site.files[wasmOf(site)], 'http'],
  'the wasm is not what was built': [
    (site) => {
      site.files[wasmOf(site)] = 'x';
    },
    'integrity',
  ],
  'the second script is gone': [(site) => delete site.files[widgetOf(site)], 'http'],
  'the second script was changed': [
    (site) => {
      site.files[widgetOf(site)] = 'alert(1)';
    },
    'integrity',
  ],
  'the connection breaks': [
    (site) => {
      site.files['/catalogue.json'] = (request) => request.socket.destroy();
    },
    'network',
  ],
};

test('failures', { skip: !isInstalled('chromium') && 'not installed' }, async (t) => {
  const browser = await launch('chromium');
  t.after(() => browser.close());

  for (const [name, [spoil, code]] of Object.entries(kFailures)) {
    await t.test(`${name}: style goes on filtering and one alert says what is lost`, async () => {
      const site = await publishedSite(nine);
      spoil(site);
      const page = await browser.open(`${site.origin}/`);
      await page.evaluate("document.addEventListener('catalogue-error', (event) => { window.told = event.detail })");
      await page.evaluate(click('[value="-30"]'));
      await page.waitFor('window.told', 'the event');
      assert.equal((await page.evaluate('window.told')).code, code);
      assert.equal((await page.evaluate(kAlerts)).length, 1);
      assert.equal(await page.evaluate(kReady), false);
      assert.equal((await page.evaluate(kShown)).length, 3);
      await page.evaluate(click('[name=licence][value=inconnue]'));
      assert.equal((await page.evaluate(kAlerts)).length, 1);
      assert.equal((await page.evaluate(kShown)).length, 2);
      await page.close();
      await site.close();
    });
  }

  for (const [name, pathOf] of [
    ['the catalogue', () => '/catalogue.json'],
    ['the wasm', wasmOf],
    ['the second script', widgetOf],
  ]) {
    await t.test(`${name} stalls: after a while one alert, and style goes on`, async () => {
      const site = await publishedSite(nine);
      site.files[pathOf(site)] = () => undefined; // never answers
      const page = await browser.open('about:blank');
      await page.page.clock.install();
      await page.page.goto(`${site.origin}/`);
      await page.evaluate("document.addEventListener('catalogue-error', (event) => { window.told = event.detail })");
      await page.evaluate(click('[value="-30"]'));
      for (let i = 0; i < 40 && !(await page.evaluate('window.told')); i += 1) {
        await page.page.clock.fastForward(1000);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      assert.equal((await page.evaluate('window.told'))?.code, 'timeout');
      assert.equal((await page.evaluate(kAlerts)).length, 1);
      assert.equal((await page.evaluate(kShown)).length, 3);
      await page.close();
      await site.close();
    });
  }

  await t.test('a partner without the catalogue keeps the fallback', async () => {
    const site = await partnerSite(nine);
    delete site.files['/catalogue.json'];
    const page = await browser.open(`${site.origin}/`);
    await page.waitFor(`${kAlerts}.length === 1`, 'the alert');
    assert.match(await page.evaluate("document.querySelector('catalogue-formations').innerText"), /Liste sur le site/);
    await page.close();
    await site.close();
  });

  for (const skin of ['neutral', 'dsfr']) {
    await t.test(`hostile words in every field stay words (${skin})`, async () => {
      const site = await partnerSite(hostile, { attributes: `skin="${skin}"`, policy: '' });
      const page = await browser.open(
        `${site.origin}/?q=%22%3E%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&licence=%3Cscript%3E`,
      );
      page.page.on('dialog', () => assert.fail('something ran'));
      await page.waitFor(kReady, 'the core');
      const root =
        skin === 'neutral'
          ? "document.querySelector('catalogue-formations').shadowRoot"
          : "document.querySelector('catalogue-formations')";
      assert.equal(
        await page.evaluate(`${root}.querySelectorAll('script,img,style,[onerror],[onx],[style]').length`),
        0,
      );
      assert.deepEqual(
        await page.evaluate(
          `[...${root}.querySelectorAll('a[href]')].map((a) => a.protocol).filter((p) => !/^(https?|mailto):$/.test(p))`,
        ),
        [],
      );
      await page.close();
      await site.close();
    });
  }

  await t.test('the selection is saved whole as CSV, formulas disarmed, and its link copied', async () => {
    const trainings = nine.trainings.map((training, i) =>
      i === 0 ? { ...training, title: '=1+1', provider: 'a "b", c' } : training,
    );
    const site = await publishedSite({ ...nine, trainings }, { attributes: 'page-size="2"' });
    const page = await browser.open(`${site.origin}/?duree=-60&page=2`);
    await page.waitFor(kReady, 'the core');
    const [download] = await Promise.all([page.page.waitForEvent('download'), page.page.click('[data-action=csv]')]);
    assert.equal(download.suggestedFilename(), 'formations.csv');
    const text = (await (await download.createReadStream()).toArray()).join('');
    const lines = text.trimEnd().split('\r\n');
    assert.equal(lines.length, 5);
    assert.match(lines[0], /^\uFEFFid;titre;organisme/);
    assert.match(lines[1], /^mooc-numerique-responsable;'=1\+1;"a ""b"", c";/);
    await page.page.click('[data-action=copy]');
    await page.waitFor(
      "/Lien copié|permis/.test(document.querySelector('[role=status]').textContent)",
      'the answer to copying',
    );
    await page.close();
    await site.close();
  });

  await t.test("what matched is marked in the page's own list, whose nodes stay as they were", async () => {
    const site = await publishedSite(nine);
    const page = await browser.open(`${site.origin}/`);
    const before = await page.evaluate("document.querySelector('.catalogue-list').innerHTML");
    await page.evaluate(click('[value="-30"]'));
    await page.waitFor(kReady, 'the core');
    assert.deepEqual(await page.evaluate("[...CSS.highlights.get('catalogue-match')].map(String)"), [
      '30 minutes',
      '30 minutes',
    ]);
    await page.evaluate(click('[name=duree][value=""]'));
    assert.equal(await page.evaluate("CSS.highlights.has('catalogue-match')"), false);
    assert.equal(
      await page.evaluate("document.querySelector('.catalogue-list').innerHTML.replaceAll(' hidden=\"\"', '')"),
      before,
    );
    await page.close();
    await site.close();
  });

  await t.test('a script that comes twice, and an element that moves, harm nothing', async () => {
    const site = await publishedSite(nine, {
      head: '<script type="module" src="/dist/catalogue-formations.js?again"></script>',
    });
    const page = await browser.open(`${site.origin}/?duree=-60`);
    await page.waitFor(kReady, 'the core');
    await page.evaluate("document.querySelector('h1').before(document.querySelector('catalogue-formations'))");
    await page.waitFor(kReady, 'the core again');
    assert.equal((await page.evaluate(kShown)).length, 4);
    await page.evaluate(click('[name=licence][value=inconnue]'));
    assert.equal(await page.evaluate('location.search'), '?duree=-60&licence=inconnue');
    assert.deepEqual(
      page.console().filter((words) => /Uncaught/.test(words)),
      [],
    );
    await page.close();
    await site.close();
  });
});
