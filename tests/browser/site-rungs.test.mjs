// SPDX-License-Identifier: MIT
// The publication page as `npm start` serves it: each rung shows the same list, history and keyboard work,
// and axe-core finds nothing in any state.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import { openCatalogue } from '../../lib/core.js';
import { useExample } from './example-site.mjs';
import { chooseEach, kShown, pairsOfChoices, queryOf } from './selections.mjs';

const address = '/publications/formations/';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const isReady = "document.querySelector('catalogue-formations').hasAttribute('data-ready')";

let selections;
let expected;
let nine;

const used = useExample(async ({ example }) => {
  const catalogue = await openCatalogue(await (await fetch(`${example.site}${address}catalogue.json`)).text());
  selections = pairsOfChoices(catalogue);
  expected = selections.map((selection) => catalogue.query(queryOf(selection)).ids);
  nine = catalogue;
});

after(() => nine?.close());

/** Opens the page in a context of its own; `withoutWasm` takes the permission out of the served policy. */
async function withPage({ path = address, withoutWasm = false, ...context }, act) {
  const opened = await used.browser.open('about:blank', context);
  if (withoutWasm) {
    await opened.page.route(`**${address}`, async (route) => {
      const response = await route.fetch();
      const policy = response.headers()['content-security-policy'].replace(" 'wasm-unsafe-eval'", '');
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
    });
  }
  try {
    await opened.page.goto(used.example.site + path);
    return await act(opened.page, opened.waitFor);
  } finally {
    await opened.close();
  }
}

const pick = (page, value) => page.evaluate(`document.querySelector('.catalogue-panel [value="${value}"]').click()`);

/** The violations that axe-core finds in the page, as "rule: selector" lines. */
const violations = (page) =>
  page.evaluate(`(async () => { ${axe}; const { violations } = await axe.run();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))) })()`);

test('without script, style shows the very lists of the core, for every pair of filters', async () => {
  await withPage({ javaScriptEnabled: false }, async (page) => {
    assert.deepEqual(await page.evaluate(chooseEach(selections)), expected);
  });
});

test('with wasm refused by the policy, style shows the very lists of the core and one alert says so', async () => {
  await withPage({ withoutWasm: true }, async (page, waitFor) => {
    await pick(page, '-60');
    await waitFor("document.querySelector('[role=alert]')?.textContent", 'the alert');
    assert.equal(await page.locator('[role=alert]:not([hidden])').count(), 1);
    assert.deepEqual(await page.evaluate(chooseEach(selections)), expected);
  });
});

test('with the core, the page shows its very lists, for every pair of filters', async () => {
  await withPage({}, async (page, waitFor) => {
    await pick(page, '-60');
    await waitFor(isReady);
    assert.deepEqual(await page.evaluate(chooseEach(selections)), expected);
  });
});

test('with neither style nor script, a plain link leads to the list of each choice', async () => {
  await withPage({ javaScriptEnabled: false }, async (page) => {
    const links = await page.$$eval('.catalogue-links a', (all) => all.map(({ href }) => href));
    const lists = [];
    for (const link of links) {
      await page.goto(link);
      lists.push((await page.evaluate(kShown)).join());
    }
    const alone = ['duree', 'droit', 'licence'].flatMap((key) =>
      nine
        .query('')
        .facets[key].filter(({ count }) => count > 0)
        .map(({ value }) => nine.query(`${key}=${value}`).ids.join()),
    );
    assert.deepEqual(lists.sort(), alone.sort());
  });
});

test('back, forward and reload bring back each selection, foreign keys and the hash kept', async () => {
  await withPage({ path: `${address}?utm_source=lettre#haut` }, async (page, waitFor) => {
    await pick(page, '-60');
    await waitFor(isReady);
    await waitFor("location.search.includes('duree=-60')");
    const first = await page.evaluate(kShown);
    await pick(page, 'inconnue');
    await waitFor("location.search.includes('licence=inconnue')");
    const second = await page.evaluate(kShown);
    assert.ok(second.length < first.length);
    await page.goBack();
    await waitFor("!location.search.includes('licence')");
    assert.deepEqual(await page.evaluate(kShown), first);
    await page.goForward();
    await waitFor("location.search.includes('licence=inconnue')");
    assert.deepEqual(await page.evaluate(kShown), second);
    await page.reload();
    await waitFor(isReady);
    assert.deepEqual(await page.evaluate(kShown), second);
    assert.match(page.url(), /utm_source=lettre.*#haut$/);
  });
});

test('by keyboard alone: reach the licence, choose it, clear everything', async () => {
  await withPage({}, async (page, waitFor) => {
    const focused = () => page.evaluate("document.activeElement.value ?? ''");
    const isOnFold = "document.activeElement.matches('#catalogue-fold-licence > summary')";
    for (let i = 0; i < 30 && !(await page.evaluate(isOnFold)); i += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    for (let i = 0; i < 10 && (await focused()) !== 'CC-BY-SA'; i += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await waitFor(isReady);
    assert.deepEqual(await page.evaluate(kShown), nine.query('licence=CC-BY-SA').ids);
    assert.equal(await focused(), 'CC-BY-SA');
    for (let i = 0; i < 30 && !(await page.evaluate("document.activeElement.matches('[type=reset]')")); i += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await waitFor("!location.search.includes('licence')");
    assert.equal((await page.evaluate(kShown)).length, nine.query('').total);
  });
});

for (const [state, query] of [
  ['untouched', ''],
  ['filtered', '?licence=CC-BY-SA-4.0'],
  ['searched', '?q=ecoconception'],
  ['empty', '?duree=-60&droit=modification'],
  ['warned', '?duree=abc'],
]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`axe-core finds nothing, page ${state}, ${colorScheme}`, async () => {
      await withPage({ path: address + query, colorScheme, bypassCSP: true }, async (page, waitFor) => {
        if (query) await waitFor(isReady);
        assert.deepEqual(await violations(page), []);
      });
    });
  }
}
