// SPDX-License-Identifier: MIT
// What is under the focus can be seen, and words in another language say so, in each engine.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openSized } from './accessibility-pages.mjs';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { kHost, kReady, nine, partnerSite, publishedSite } from './widget-pages.mjs';

/** Expression: the focused element, and what covers its middle. A thumb of the slider is on the other's track. */
const kStop = `(({ activeElement: node }) => {
  if (node === document.body) return null;
  // Firefox does not follow the focus at a size that it only plays.
  node.scrollIntoView({ block: 'nearest' });
  const { left, top, width, height } = node.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const over = document.elementFromPoint(x, y);
  const isItself = over !== null && ((node.type === 'range' ? node.parentElement : node).contains(over) || over.contains(node) || node.labels?.[0]?.contains(over) === true);
  return { name: node.name || node.className || node.textContent, isSeen: isItself, over: over && over.outerHTML.slice(0, 80) };
})(document)`;

for (const engine of kEngines) {
  test(`${engine}: the focus and languages`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());

    for (const [width, height] of [
      [1280, 800],
      [390, 640],
    ]) {
      await t.test(`WCAG 2.4.11: nothing covers what has the focus, ${width} by ${height}`, async () => {
        const site = await publishedSite(nine, { policy: '' });
        const { page, close } = await openSized(browser, site, '?duree=-240', { width, height });
        await page.waitFor(kReady, 'the core');
        // Keys go to the window: a frame of that size gets them once it has the focus.
        const isWhole = page.press !== undefined;
        await page.evaluate("(() => { for (const part of document.querySelectorAll('details')) part.open = true; })()");
        let stops = 0;
        for (let i = 0; i < 70 && isWhole; i += 1) {
          await page.press('Tab');
          const stop = await page.evaluate(kStop);
          if (!stop) break;
          assert.ok(stop.isSeen, JSON.stringify(stop));
          stops += 1;
        }
        assert.ok(!isWhole || stops > 10, `${stops} stops`);
        await close();
        await site.close();
      });
    }

    await t.test('RGAA 8.7, WCAG 3.1.2: a description in another language than the page says so', async () => {
      const trainings = nine.trainings.map((training, i) => ({ ...training, languages: [i === 1 ? 'en' : 'fr'] }));
      const site = await partnerSite({ ...nine, trainings }, { attributes: 'loading="eager"' });
      const page = await browser.open(`${site.origin}/`);
      await page.waitFor(`${kHost}.shadowRoot?.querySelectorAll('.catalogue-item').length === 9`, 'the list');
      assert.deepEqual(
        await page.evaluate(
          `[...${kHost}.shadowRoot.querySelectorAll('.catalogue-description')].map((node) => node.getAttribute('lang'))`,
        ),
        trainings.map((_, i) => (i === 1 ? 'en' : null)),
      );
      await page.close();
      await site.close();
    });
  });
}
