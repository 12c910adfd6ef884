// SPDX-License-Identifier: MIT
// The snippet of the guide works where partners publish: nginx under the strictest policy, WordPress, Hugo,
// Eleventy 2 and 3, and a page whose CSS is hostile; in three engines.
import test from 'node:test';
import assert from 'node:assert/strict';
import { isInstalled, kEngines, launch } from '../browser/engines.mjs';
import { startPartners, trainingCount } from './partners.mjs';

const kRoot = "document.querySelector('catalogue-formations').shadowRoot";
const kItems = `[...(${kRoot}?.querySelectorAll('.catalogue-list > li') ?? [])]`;

/** The whole list, then a filter by hand. `page` shows the partner's page. */
async function useCatalogue(page) {
  const count = trainingCount();
  await page.waitFor(`${kItems}.length === ${count}`, `${count} trainings`);
  const chosen = await page.evaluate(`(() => {
    const box = ${kRoot}.querySelector('input[name=licence]');
    box.click();
    return box.value;
  })()`);
  const left = await page.waitFor(`${kItems}.length < ${count} && ${kItems}.length`, `fewer trainings with ${chosen}`);
  assert.ok(left >= 1);
  return chosen;
}

const kLayout = `(() => {
  const items = ${kItems};
  const boxes = items.map((item) => item.getBoundingClientRect());
  return { displays: [...new Set(items.map((item) => getComputedStyle(item).display))],
    colours: [...new Set(items.map((item) => getComputedStyle(item.querySelector('p') ?? item).color))],
    host: getComputedStyle(document.querySelector('catalogue-formations')).display,
    apart: boxes.every((box, index) => index === 0 || box.top >= boxes[index - 1].bottom - 1 || box.left >= boxes[index - 1].right - 1), width: boxes[0].width };
})()`;

test('partners', async (t) => {
  const partners = await startPartners();
  t.after(() => partners.stop());
  t.diagnostic(`hosts: ${JSON.stringify(partners.versions)}`);

  for (const engine of kEngines) {
    await t.test(engine, { skip: !isInstalled(engine) && 'not installed' }, async (t2) => {
      const browser = await launch(engine);
      t2.after(() => browser.close());
      t2.diagnostic(`${engine} ${browser.version}`);
      for (const [name, address] of Object.entries(partners.pages)) {
        await t2.test(`shows and filters the catalogue on ${name}`, async () => {
          const page = await browser.open(address);
          await useCatalogue(page);
          const complaints = page.console().filter((line) => /catalogue|Content.Security|violat|blocked/i.test(line));
          assert.deepEqual(complaints, []);
          if (name === 'hostile css') await staysItself(page);
          await page.close();
        });
      }
    });
  }
});

async function staysItself(page) {
  const { displays, host, apart, width } = await page.evaluate(kLayout);
  assert.deepEqual(displays, ['list-item'], 'items are laid out by our own style');
  assert.ok(apart, 'no card covers the one before it');
  assert.ok(width > 300, `a card is ${width} px wide`);
  assert.equal(host, 'block');
}
