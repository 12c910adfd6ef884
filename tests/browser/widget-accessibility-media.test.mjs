// SPDX-License-Identifier: MIT
// What the visitor's system asks for: dark colours, forced colours, no motion, paper. In the engines that can be
// told so: Chromium and Firefox, and Chromium alone for paper.
import test from 'node:test';
import assert from 'node:assert/strict';
import { kRichest, kStates, kUnfold, violations } from './accessibility-pages.mjs';
import { isInstalled, kMediaEngines, launch } from './engines.mjs';
import { kReady, nine, publishedSite } from './widget-pages.mjs';

/** Opens `address` in a browser started with `options`. */
async function withPage(engine, options, address, act) {
  const site = await publishedSite(nine, { policy: '' });
  const browser = await launch(engine, options);
  try {
    const page = await browser.open(`${site.origin}/${address}`);
    await page.waitFor(kReady, 'the core');
    return await act(page);
  } finally {
    await browser.close();
    await site.close();
  }
}

for (const engine of kMediaEngines) {
  const skip = !isInstalled(engine) && 'not installed';

  test(`${engine}: RGAA 3.2 10.5: axe finds nothing, neutral skin, dark`, { skip }, async () => {
    for (const state of kRichest) {
      const [address, act] = kStates[state];
      await withPage(engine, { isDark: true }, address, async (page) => {
        assert.ok(await page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"));
        if (act) await page.evaluate(act);
        assert.deepEqual(await violations(page), [], state);
      });
    }
  });

  test(`${engine}: RGAA 3.3 10.5 13.8: forced colours keep the drawing, and nothing moves by itself`, {
    skip,
  }, async () => {
    await withPage(engine, { isForced: true }, '?duree=20-90', async (page) => {
      assert.ok(
        await page.evaluate(
          "matchMedia('(forced-colors: active)').matches && matchMedia('(prefers-reduced-motion: reduce)').matches",
        ),
      );
      await page.evaluate(kUnfold);
      assert.ok(await page.evaluate("document.querySelector('.catalogue-histogram').getClientRects().length > 0"));
      const fills = await page.evaluate(
        "[...document.querySelectorAll('.catalogue-range rect')].map((node) => getComputedStyle(node).fill + getComputedStyle(node).opacity)",
      );
      assert.ok(new Set(fills).size === 2, 'what is chosen differs from what is not, bars and track');
      assert.equal(
        await page.evaluate(
          "document.getAnimations().length + [...document.querySelectorAll('.catalogue-panel *')].filter((node) => parseFloat(getComputedStyle(node).transitionDuration) > 0).length",
        ),
        0,
      );
    });
  });
}

test('chromium: print shows the selection with its links written out, without the controls', {
  skip: !isInstalled('chromium') && 'not installed',
}, async () => {
  await withPage('chromium', {}, '?licence=etalab-2.0', async (page) => {
    await page.page.emulateMedia({ media: 'print' });
    assert.equal(await page.evaluate("document.querySelector('.catalogue-panel').getClientRects().length"), 0);
    assert.match(
      await page.evaluate("getComputedStyle(document.querySelector('li[data-id]:not([hidden]) a'), '::after').content"),
      /http/,
    );
  });
});
