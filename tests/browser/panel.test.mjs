// SPDX-License-Identifier: MIT
// The panel beside the results, in both skins: where the results start, what moves (nothing), what a phone shows, and what
// is left of it where no script runs.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { startExample } from '../../toolchain/serve/example.mjs';
import { dsfrSite, focus, kUnfold } from './accessibility-pages.mjs';
import { launch } from './engines.mjs';
import { kHost, kReady, manyTrainings, nine, partnerSite, publishedSite } from './widget-pages.mjs';

const kPhone = { width: 390, height: 844 };
const kLaptop = { width: 1366, height: 768 };
const kSkins = {
  neutral: () => publishedSite(nine, { policy: '' }),
  dsfr: () => dsfrSite('light'),
};

/** Expression: where the first training that is shown starts, from the top of the page. */
const kFirst =
  "[...document.querySelectorAll('li[data-id]')].find((item) => item.getClientRects().length).getBoundingClientRect().y + scrollY";
const isShown = (selector) => `document.querySelector('${selector}').checkVisibility({ visibilityProperty: true })`;
const labelOf = (value) => `label[for="${value}"]`;

/** Runs before the page: keeps what moved, but for what a click moved within half a second. */
const kWatchShifts =
  'window.shifts = []; new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push([entry.value, ...entry.sources.map(({ node }) => node?.className ?? node?.nodeName)]); }).observe({ type: "layout-shift", buffered: true })';

let browser;
const sites = {};
test.before(async () => {
  browser = await launch('chromium');
  for (const [skin, open] of Object.entries(kSkins)) sites[skin] = await open();
});
test.after(async () => {
  await browser?.close();
  for (const site of Object.values(sites)) await site.close();
});

/** Opens `address` of a site, does `act` and closes it; `before(page)`: what is set up before the page loads. */
async function at(site, address, options, act, before) {
  const opened = await browser.open('about:blank', options);
  try {
    await before?.(opened.page);
    await opened.page.goto(`${site.origin}/${address}`);
    return await act(opened, opened.page);
  } finally {
    await opened.close();
  }
}

/** The example's publication site; closed when the test ends. */
async function publication(t) {
  const folder = mkdtempSync(join(tmpdir(), 'catalogue-partner-'));
  const example = await startExample({ folder });
  t.after(async () => {
    await example.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { origin: example.site };
}

for (const size of [kLaptop, kPhone]) {
  test(`${size.width} pixels, 400 ms away at 512 kbit/s, six times slower: nothing of the publication page moves`, async (t) => {
    const slowed = async (page) => {
      await page.addInitScript(kWatchShifts);
      const session = await page.context().newCDPSession(page);
      const bytesPerSecond = (512 * 1024) / 8;
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 400,
        downloadThroughput: bytesPerSecond,
        uploadThroughput: bytesPerSecond,
      });
      await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    };
    const act = async ({ evaluate, waitFor }, page) => {
      if (size === kPhone) await page.click('.catalogue-toggle summary');
      await page.click(labelOf('catalogue-droit-modification'));
      await waitFor(kReady, 'the core');
      await page.waitForTimeout(700);
      assert.deepEqual(await evaluate('window.shifts'), []);
    };
    await at(await publication(t), 'publications/formations/', size, act, slowed);
  });
}

test('at 1366 × 768, the first result of the publication page is in the first screen, before and after a filter', async (t) => {
  await at(await publication(t), 'publications/formations/', kLaptop, async ({ evaluate, waitFor }, page) => {
    await page.reload(); // with its fonts, which the first visit may have had too late
    const before = await evaluate(kFirst);
    await page.click(labelOf('catalogue-droit-modification'));
    await waitFor(kReady, 'the core');
    await waitFor("document.querySelector('.catalogue-chip')", 'the chip');
    const after = await evaluate(kFirst);
    t.diagnostic(`the first result starts at ${before} px, after a filter at ${after} px`);
    assert.ok(before <= 700, `${before} px`);
    assert.equal(after, before);
  });
});

for (const skin of Object.keys(kSkins)) {
  for (const [size, { width, height }] of Object.entries({ laptop: kLaptop, phone: kPhone })) {
    for (const delayMs of [0, 1200]) {
      test(`${skin}, ${size}, files ${delayMs} ms late: nothing moves, at load, at the first click and at later ones`, async () => {
        const slowed = async (page) => {
          await page.addInitScript(kWatchShifts);
          await page.route(/\.(wasm|json)$|widget/, async (route) => {
            await new Promise((resolve) => setTimeout(resolve, delayMs));
            await route.continue();
          });
        };
        const act = async ({ evaluate, waitFor }, page) => {
          if (size === 'phone') await page.click('.catalogue-toggle summary');
          for (const id of ['catalogue-droit-partage', 'catalogue-duree--240', 'catalogue-droit-modification']) {
            await page.click(labelOf(id));
            await waitFor(kReady, 'the core');
            await page.waitForTimeout(700);
          }
          assert.deepEqual(await evaluate('window.shifts'), []);
        };
        await at(sites[skin], '', { width, height }, act, slowed);
      });
    }
  }

  for (const width of [320, 390, 768, 1024, 1366, 1920]) {
    test(`${skin}: at ${width} pixels no state scrolls sideways`, async () => {
      for (const address of ['', '?duree=20-90', '?duree=-30&licence=CC-BY-SA-4.0', '?q=zzzz']) {
        await at(sites[skin], address, { width, height: 800 }, async ({ evaluate, waitFor }) => {
          const isWide = 'document.documentElement.scrollWidth > innerWidth';
          if (address) await waitFor(kReady, 'the core');
          assert.equal(await evaluate(isWide), false, `${address}, folded`);
          await evaluate(kUnfold);
          assert.equal(await evaluate(isWide), false, `${address}, unfolded`);
        });
      }
    });
  }

  test(`${skin}: on a phone one button of 44 px unfolds the fields, one leads to what was found; by keyboard`, async () => {
    await at(sites[skin], '', kPhone, async ({ evaluate, waitFor, press }) => {
      const { width, height } = await evaluate(
        "document.querySelector('.catalogue-toggle summary').getBoundingClientRect().toJSON()",
      );
      assert.ok(height >= 44 && width > 300, `${width} × ${height} px`);
      assert.equal(await evaluate(isShown('[name=q]')), true);
      assert.equal(await evaluate(isShown('[name=droit]')), false);
      await focus({ evaluate }, '[name=q]');
      await press('Tab');
      await press('Enter');
      assert.equal(await evaluate(isShown('[name=droit]')), true);
      for (let i = 0; i < 9 && (await evaluate('document.activeElement.value')) !== 'modification'; i += 1)
        await press('Tab');
      await press(' ');
      await waitFor(kReady, 'the core');
      await waitFor("document.querySelector('.catalogue-see').textContent === 'Voir les 3 formations'", 'the number');
      assert.equal(await evaluate("document.querySelector('.catalogue-active').textContent"), '1');
      const bar = await evaluate("document.querySelector('.catalogue-foot').getBoundingClientRect().toJSON()");
      assert.ok(bar.bottom <= kPhone.height + 1 && bar.top > 0, 'the bar is in the window');
      await focus({ evaluate }, '.catalogue-see');
      await press('Enter');
      assert.deepEqual(await evaluate(`[document.activeElement.className, ${isShown('[name=droit]')}]`), [
        'catalogue-status',
        false,
      ]);
    });
  });

  test(`${skin}: what has the focus on a phone is never under the bar (WCAG 2.4.11)`, async () => {
    await at(sites[skin], '', { width: 390, height: 500 }, async ({ evaluate, press }) => {
      await evaluate(kUnfold);
      await focus({ evaluate }, '[name=duree]');
      for (let i = 0; i < 14; i += 1) {
        await press('Tab');
        const [isInFields, bottom, top] = await evaluate(
          "[document.activeElement.matches('.catalogue-fields :is(input, summary)'), document.activeElement.getBoundingClientRect().bottom, document.querySelector('.catalogue-foot').getBoundingClientRect().top]",
        );
        if (isInFields) assert.ok(bottom <= top + 1, `${bottom} over ${top}`);
      }
    });
  });

  test(`${skin}: without script, what needs one is not there, and an empty list has a way out`, async () => {
    await at(sites[skin], '', { ...kLaptop, javaScriptEnabled: false }, async ({ evaluate }, page) => {
      for (const selector of ['.catalogue-search', '.catalogue-tools', '#catalogue-facet-modalite'])
        assert.equal(await evaluate(isShown(selector)), false, selector);
      for (const id of ['catalogue-duree--30', 'catalogue-droit-libre']) await page.click(labelOf(id));
      assert.equal(await evaluate(`${kFirst.replace(/\.getBoundingClientRect.*/, '')} ?? null`), null);
      await page.click('.catalogue-chosen [type=reset]');
      assert.ok((await evaluate(kFirst)) > 0);
      const target = "document.getElementById(document.querySelector('.catalogue-skip').hash.slice(1))";
      await page.click(labelOf('catalogue-duree--240'));
      assert.ok(await evaluate(`${target}.getClientRects().length > 0`), 'the target of the link past the filters');
    });
  });

  test(`${skin}: without script, a phone unfolds the fields and leads to the results`, async () => {
    await at(sites[skin], '', { ...kPhone, javaScriptEnabled: false }, async ({ evaluate }, page) => {
      assert.equal(await evaluate(isShown('[name=droit]')), false);
      await page.click('.catalogue-toggle summary');
      await page.click(labelOf('catalogue-droit-modification'));
      await page.click('.catalogue-see');
      assert.equal(await evaluate('location.hash'), '#catalogue-results');
      assert.ok((await evaluate("document.querySelector('.catalogue-results').getBoundingClientRect().top")) < 100);
    });
  });
}

test('where wasm is refused, the field that is typed in stays until it is left, and the alert is in the window', async (t) => {
  const site = await publishedSite(nine, { policy: "script-src 'self'" });
  t.after(() => site.close());
  await at(site, '', kPhone, async ({ evaluate, waitFor, press, type }) => {
    await focus({ evaluate }, '[name=q]');
    await type('éco');
    await waitFor("document.querySelector('[role=alert]')?.textContent", 'the alert');
    assert.equal(await evaluate('document.activeElement.name'), 'q');
    const { top, bottom } = await evaluate("document.querySelector('[role=alert]').getBoundingClientRect().toJSON()");
    assert.ok(top >= 0 && bottom <= kPhone.height + 1, `from ${top} to ${bottom} px`);
    await press('Tab');
    assert.equal(await evaluate(isShown('.catalogue-search')), false);
    assert.notEqual(await evaluate('document.activeElement.nodeName'), 'BODY');
  });
});

test('a button that is clicked before the core came acts once it is there', async () => {
  await at(sites.neutral, '', kLaptop, async ({ waitFor }, page) => {
    const download = page.waitForEvent('download');
    await page.click('[data-action=csv]');
    await waitFor(kReady, 'the core');
    assert.match((await download).suggestedFilename(), /\.csv$/);
  });
});

for (const [count, hasPanel, hasSearch] of [
  [0, false, false],
  [1, false, false],
  [3, true, false],
  [9, true, true],
]) {
  test(`of ${count} trainings: ${hasPanel ? 'a panel' : 'no panel'}, ${hasSearch ? 'a search' : 'no search'}`, async (t) => {
    const site = await publishedSite({ ...nine, trainings: nine.trainings.slice(0, count) }, { policy: '' });
    t.after(() => site.close());
    await at(site, '', kLaptop, async ({ evaluate }) => {
      assert.equal(await evaluate("document.querySelector('.catalogue-panel') !== null"), hasPanel);
      assert.equal(await evaluate("document.querySelector('[name=q],[name=tri]') !== null"), hasSearch);
      assert.equal(
        await evaluate(
          "[...document.querySelectorAll('.catalogue-facet')].every((group) => group.querySelectorAll('input').length > 0)",
        ),
        true,
      );
    });
  });
}

/** Sixty trainings of twenty providers, from “Œuvre A” and “École B” to “École T”. */
function manyProviders() {
  const { trainings, ...rest } = manyTrainings(60);
  const named = trainings.map((training, i) => ({
    ...training,
    provider: i % 20 === 0 ? 'Œuvre A' : `École ${String.fromCharCode(65 + (i % 20))}`,
  }));
  return { ...rest, trainings: named };
}

test('a group of more than ten choices has a field that finds each of them, accents and ligatures or not, and keeps what is chosen', async (t) => {
  const site = await publishedSite(manyProviders(), { policy: '' });
  t.after(() => site.close());
  await at(site, '', kLaptop, async ({ evaluate, waitFor, type, press }, page) => {
    await evaluate(kUnfold);
    await page.click(labelOf('catalogue-organisme-ecole-b'));
    await waitFor(kReady, 'the core');
    const shown =
      "[...document.querySelectorAll('#catalogue-facet-organisme .catalogue-choice')].filter((choice) => choice.checkVisibility()).map((choice) => choice.querySelector('input').value)";
    assert.equal((await evaluate(shown)).length, 20);
    await focus({ evaluate }, '#catalogue-find-organisme');
    await type('ecole t');
    assert.deepEqual(await evaluate(shown), ['ecole-b', 'ecole-t']);
    await press('Tab');
    await press('Tab');
    await press(' ');
    await waitFor("document.querySelectorAll('.catalogue-chip').length === 2", 'the second chip');
    await page.waitForTimeout(100);
    assert.deepEqual(await evaluate(shown), ['ecole-b', 'ecole-t']);
    for (const typed of ['oeuvre', 'ŒUVRE']) {
      await focus({ evaluate }, '#catalogue-find-organisme');
      await evaluate("document.activeElement.value = ''");
      await type(typed);
      assert.deepEqual(await evaluate(shown), ['ecole-b', 'ecole-t', 'oeuvre-a'], typed);
    }
    assert.equal(await evaluate("document.querySelector('#catalogue-find-licence')"), null);
  });
});

test('an answer replaces what is folded, counts and ticks included; what is unfolded keeps its nodes and the words typed there', async (t) => {
  const fold = (key, rest) => `document.querySelector('#catalogue-fold-${key}')${rest}`;
  const site = await publishedSite(manyProviders(), { policy: '' });
  t.after(() => site.close());
  await at(site, '', kLaptop, async ({ evaluate, waitFor, press, type }, page) => {
    const next = async (choice) => {
      const before = await evaluate("document.querySelector('.catalogue-panel').textContent");
      await evaluate(`document.querySelector('#${choice}').click()`);
      await waitFor(`document.querySelector('.catalogue-panel').textContent !== ${JSON.stringify(before)}`, choice);
    };
    const countOf = (value) => evaluate(`document.querySelector('${labelOf(value)} .catalogue-count').textContent`);
    await page.click(labelOf('catalogue-duree--60'));
    await waitFor(kReady, 'the core');
    await evaluate(fold('licence', '.open = true'));
    await next('catalogue-licence-CC-BY-NC-ND');
    await evaluate(fold('licence', '.open = false'));
    await evaluate(fold('organisme', '.open = true'));
    await focus({ evaluate }, '#catalogue-find-organisme');
    await type('ecole t');
    await evaluate(
      `window.kept = ['licence', 'organisme'].map((key) => document.querySelector('#catalogue-facet-' + key))`,
    );
    const counted = await countOf('catalogue-licence-inconnue');
    await next('catalogue-duree--240');
    assert.notEqual(await countOf('catalogue-licence-inconnue'), counted);
    assert.deepEqual(await evaluate('kept.map((group) => group.isConnected)'), [false, true]);
    assert.equal(await evaluate("document.querySelector('#catalogue-licence-CC-BY-NC-ND').checked"), true);
    assert.equal(await evaluate("document.querySelector('#catalogue-find-organisme').value"), 'ecole t');
    assert.equal(await evaluate(fold('licence', '.open')), false);
    await focus({ evaluate }, '#catalogue-fold-licence > summary');
    await next('catalogue-duree--120');
    await press('Enter');
    assert.equal(await evaluate(fold('licence', '.open')), true);
  });
});

test('at 320 pixels and text twice as large, words wider than their training break, and none is cut', async (t) => {
  const { trainings, ...rest } = nine;
  const long = trainings.map((training, i) => ({
    ...training,
    title: 'Anticonstitutionnellement'.repeat(3),
    description: `https://exemple.fr/${'chemin'.repeat(9)}`,
    themes: [`Environnementalistes${i}`],
  }));
  const site = await partnerSite({ ...rest, trainings: long }, { policy: '', attributes: 'loading="eager"' });
  t.after(() => site.close());
  await at(site, '', { width: 320, height: 800 }, async ({ evaluate, waitFor }) => {
    const items = `[...(${kHost}.shadowRoot?.querySelectorAll('.catalogue-item') ?? [])]`;
    await waitFor(`${items}.length === 9 && ${items}.every((item) => !item.hidden)`, 'the list');
    await evaluate("document.documentElement.style.fontSize = '200%'");
    const cut = `${items}.filter((item) => item.scrollWidth > item.clientWidth).map((item) => item.textContent)`;
    assert.deepEqual(await evaluate(cut), []);
    const panel = `${kHost}.shadowRoot.querySelector('.catalogue-panel')`;
    await evaluate(`${panel}.querySelectorAll('details').forEach((folded) => { folded.open = true; })`);
    const wide = `[...${panel}.querySelectorAll('.catalogue-bound input')].map((field) =>
      field.getBoundingClientRect().right <= ${panel}.getBoundingClientRect().right)`;
    assert.deepEqual(await evaluate(wide), [true, true], 'the fields of a range');
  });
});

test('the panel stays in view in a window that it fits, and nowhere else', async () => {
  for (const [height, position] of [
    [768, 'static'],
    [1000, 'sticky'],
  ]) {
    await at(sites.dsfr, '', { width: 1366, height }, async ({ evaluate }) => {
      assert.equal(await evaluate("getComputedStyle(document.querySelector('.catalogue-panel')).position"), position);
      await evaluate(kUnfold);
      const { height: panelHeight } = await evaluate(
        "document.querySelector('.catalogue-panel').getBoundingClientRect().toJSON()",
      );
      if (position === 'sticky') assert.ok(panelHeight <= height, `${panelHeight} px`);
    });
  }
});

test('on a dark page that declares no scheme, links and fields have the page’s own colour', async (t) => {
  const site = await publishedSite(nine, { policy: '', head: '<link rel="stylesheet" href="/dark.css">' });
  site.files['/dark.css'] = 'html{color-scheme:normal!important;background:#111!important;color:#eee!important}';
  t.after(() => site.close());
  await at(site, '?duree=-30&licence=CC-BY-SA-4.0', kLaptop, async ({ evaluate, waitFor }) => {
    await waitFor(kReady, 'the core');
    await evaluate(kUnfold);
    const foreign = await evaluate(
      "[...document.querySelectorAll('.catalogue-layout :is(a, button, input, select, summary, label)')].filter((node) => node.checkVisibility() && getComputedStyle(node).color !== 'rgb(238, 238, 238)').map((node) => node.outerHTML.slice(0, 80))",
    );
    assert.deepEqual(foreign, []);
  });
});

test('ways out of nothing are as wide as their words, in both skins', async () => {
  for (const site of Object.values(sites)) {
    await at(site, '?duree=-30&licence=CC-BY-SA-4.0', kLaptop, async ({ evaluate, waitFor }) => {
      await waitFor("document.querySelector('.catalogue-exits button')", 'a way out');
      const widths = await evaluate(
        "[...document.querySelectorAll('.catalogue-exits button')].map((button) => button.getBoundingClientRect().width)",
      );
      for (const width of widths) assert.ok(width < 400, `${width} px`);
    });
  }
});
