// SPDX-License-Identifier: MIT
// The longest tasks of a page that shows a large catalogue in parts, in Chromium on a processor slowed four times, by step of
// a visit: Chromium's own report, which tells of tasks from 50 ms. Beside them, what the machine takes for the same first list as
// plain HTML, without any script. Usage: node tests/bench/parts-tasks.mjs [SIZE [VISITS]]
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { launch } from '../browser/engines.mjs';
import { kIds, kRoot, partsSite, press } from '../browser/parts-site.mjs';
import { catalogueFile } from './catalogue-file.mjs';

const kSlow = 4;

const kWatch = `window.longTasks = [];
new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ duration }) => duration)))
  .observe({ type: 'longtask', buffered: true });`;
const kStatus = `${kRoot}?.querySelector('.catalogue-status')?.textContent`;

const type = (text) =>
  `(() => { const field = ${kRoot}.querySelector('[type=search]'); field.focus(); field.value = ${JSON.stringify(text)}; field.dispatchEvent(new Event('input', { bubbles: true })); })()`;

/** What a visitor does, in this order. */
const stepsOf = ({ title }) => ({
  'first filter': press('[name=licence][value="CC-BY-SA"]'),
  'a duration more': press('[name=duree][value="-60"]'),
  'next page': press('.catalogue-pages a[data-query*="page=2"]'),
  'search: focus': `${kRoot}.querySelector('[type=search]').focus()`,
  'search: a word': type(title.split(' ')[0]),
  'search: a typo': type(`${title.split(' ')[0]}x`),
});

/** Opens a page on the slowed processor. `act` gets it, and what waits for its rest and gives its longest task since, in ms. */
async function onSlowPage(browser, act) {
  const { page, close } = await browser.open('about:blank');
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: kSlow });
    await page.addInitScript(kWatch);
    return await act(page, async () => {
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(2000);
      return page.evaluate('Math.max(0, ...window.longTasks.splice(0))');
    });
  } finally {
    await close();
  }
}

/** The longest task of each step; 0: none of 50 ms. */
const visit = (browser, site, steps) =>
  onSlowPage(browser, async (page, settle) => {
    // Nothing asks the page meanwhile: that would be tasks too.
    await page.goto(`${site.origin}/`);
    const longest = { opening: await settle() };
    let before = await page.evaluate(kStatus);
    assert.ok(before, 'no list');
    for (const [name, act] of Object.entries(steps)) {
      await page.evaluate(act);
      longest[name] = await settle();
      const status = await page.evaluate(kStatus);
      // What a typo finds may be what the word found.
      assert.ok(status !== before || /focus|typo/.test(name), `${name}: still ${before}`);
      before = status;
      console.log(`  ${name}: ${status}, longest task ${longest[name]} ms`);
    }
    return longest;
  });

/** Writes `/plain`: what the page shows first, in a shadow root of plain HTML. */
async function addPlainPage(browser, site) {
  const { page, close } = await browser.open(`${site.origin}/`);
  await page.waitForFunction(`${kIds}.length > 0`, null, { timeout: 120_000 });
  await page.waitForTimeout(2000);
  const drawn = await page.evaluate(`${kRoot}.innerHTML`);
  await close();
  site.files['/plain'] = site.files['/']
    .replace(/<script.*<\/script>/, '')
    .replace(
      /<catalogue-formations.*<\/catalogue-formations>/s,
      `<div><template shadowrootmode="open">${drawn}</template></div>`,
    );
}

const openPlain = (browser, site) =>
  onSlowPage(browser, async (page, settle) => {
    await page.goto(`${site.origin}/plain`);
    return settle();
  });

const [size = 100_000, visits = 3] = process.argv.slice(2).map(Number);
const catalogue = JSON.parse(readFileSync(catalogueFile(size), 'utf8'));
const site = await partsSite({ policy: '', attributes: 'loading="eager"' }, catalogue);
const browser = await launch('chromium');
await addPlainPage(browser, site);
const results = [];
for (let i = 0; i < visits; i += 1) {
  const plain = { 'the same first list as plain HTML': await openPlain(browser, site) };
  results.push({ ...plain, ...(await visit(browser, site, stepsOf(catalogue.trainings[0]))) });
}
await browser.close();
await site.close();

console.log(
  `\n${size} trainings, processor slowed ${kSlow} times, ${visits} visits: longest task in ms, 0 for none of 50\n`,
);
console.log('| step | worst visit | median | best |\n|---|--:|--:|--:|');
for (const step of Object.keys(results[0])) {
  const found = results.map((longest) => longest[step]).sort((a, b) => a - b);
  console.log(`| ${step} | ${found.at(-1)} | ${found[found.length >> 1]} | ${found[0]} |`);
}
