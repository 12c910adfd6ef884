// SPDX-License-Identifier: MIT
// The panel in Firefox and WebKit, whose folds, focus and container queries are their own: what panel.test.mjs measures in
// Chromium, in positions where an engine does not tell its layout shifts.
import assert from 'node:assert/strict';
import test from 'node:test';
import { dsfrSite, focus } from './accessibility-pages.mjs';
import { isInstalled, launch } from './engines.mjs';
import { kReady, nine, publishedSite } from './widget-pages.mjs';

const kSkins = { neutral: () => publishedSite(nine, { policy: '' }), dsfr: () => dsfrSite('light') };
// One column: as narrow as WebKit's window becomes.
const kNarrow = { width: 700, height: 844 };
const kWide = { width: 1366, height: 900 };

const isShown = (selector) => `document.querySelector('${selector}').checkVisibility({ visibilityProperty: true })`;

/** Expression: where the groups, their counts, the tools and the first result that is shown stand. */
const kPlaces = `[...document.querySelectorAll('.catalogue-legend, .catalogue-choice input, .catalogue-fold > summary, .catalogue-status, .catalogue-tools'),
  [...document.querySelectorAll('li[data-id]')].find((item) => item.getClientRects().length)]
  .map((node) => { const { x, y } = node.getBoundingClientRect(); return [node.className || node.value || 'first result', Math.round(x), Math.round(y + scrollY)]; })`;

/** Presses Tab until `expression` holds, at most `most` times. */
async function tabTo({ evaluate, press }, expression, most) {
  for (let i = 0; i < most; i += 1) {
    await press('Tab');
    if (await evaluate(expression)) return;
  }
  assert.fail(`${most} times Tab, and never: ${expression}`);
}

for (const engine of ['firefox', 'webkit']) {
  test(`${engine}: the panel`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    for (const [skin, open] of Object.entries(kSkins)) {
      const at = async (size, act) => {
        const site = await open();
        const page = await browser.open(`${site.origin}/`, size);
        try {
          await act(page);
        } finally {
          await page.close();
          await site.close();
        }
      };

      await t.test(`${skin}: in one column, by keyboard: unfold, choose, go to what was found`, () =>
        at(kNarrow, async (page) => {
          const { evaluate, press, waitFor } = page;
          assert.deepEqual(await evaluate(`[${isShown('[name=q]')}, ${isShown('[name=droit]')}]`), [true, false]);
          await focus(page, '[name=q]');
          await press('Tab');
          assert.equal(await evaluate('document.activeElement.nodeName'), 'SUMMARY');
          await press('Enter');
          assert.equal(await evaluate(isShown('[name=droit]')), true);
          await tabTo(page, "document.activeElement.value === 'modification'", 9);
          await press(' ');
          await waitFor(kReady, 'the core');
          await waitFor(
            "document.querySelector('.catalogue-see').textContent === 'Voir les 3 formations'",
            'the number',
          );
          assert.equal(await evaluate("document.querySelector('.catalogue-active').textContent"), '1');
          assert.equal(await evaluate('document.activeElement.value'), 'modification');
          const bar = await evaluate(
            "(({ top, bottom }) => ({ top, bottom, height: innerHeight }))(document.querySelector('.catalogue-foot').getBoundingClientRect())",
          );
          assert.ok(bar.bottom <= bar.height + 1 && bar.top > 0, `the bar is in the window: ${JSON.stringify(bar)}`);
          await focus(page, '.catalogue-see');
          await press('Enter');
          await waitFor("document.activeElement.className === 'catalogue-status'", 'the focus on the count');
          assert.equal(await evaluate(isShown('[name=droit]')), false);
        }),
      );

      await t.test(`${skin}: in two columns nothing moves, at the first click and at later ones`, () =>
        at(kWide, async ({ evaluate, waitFor }) => {
          await waitFor("document.querySelector('catalogue-formations:defined') !== null", 'the script');
          const before = await evaluate(kPlaces);
          assert.ok(before.length > 20, `${before.length} places`);
          for (const [name, value, chips] of [
            ['droit', 'partage', 1],
            ['duree', '-240', 2],
          ]) {
            await evaluate(`document.querySelector('[name=${name}][value="${value}"]').click()`);
            await waitFor(kReady, 'the core');
            await waitFor(`document.querySelectorAll('.catalogue-chip').length === ${chips}`, 'the chip');
            assert.deepEqual(await evaluate(kPlaces), before);
          }
        }),
      );
    }
  });
}
