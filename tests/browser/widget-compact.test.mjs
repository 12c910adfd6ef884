// SPDX-License-Identifier: MIT
// A catalogue that comes as a compact file: the same widget, the same list, the same download.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openCompiler } from '../../lib/compiler.js';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { kKeepLink, kReady, nine, partnerSite } from './widget-pages.mjs';

const kRoot = "document.querySelector('catalogue-formations').shadowRoot";
const kTitles = `[...${kRoot}.querySelectorAll('.catalogue-list > li')].map((item) => item.dataset.id)`;

const compiler = await openCompiler();
const { file } = compiler.compact(new TextEncoder().encode(JSON.stringify(nine)));

for (const engine of kEngines) {
  test(`${engine}: a compact file gives the list and the download that its JSON gives`, {
    skip: !isInstalled(engine) && 'not installed',
  }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    const site = await partnerSite(nine, { attributes: 'loading="eager" query="duree=-240&tri=titre"' });
    t.after(() => site.close());
    site.files['/catalogue.bin'] = Buffer.from(file);
    site.files['/compact/'] = site.files['/'].replace('/catalogue.json', '/catalogue.bin');
    const seen = [];
    for (const path of ['/', '/compact/']) {
      const page = await browser.open(`${site.origin}${path}`);
      await page.waitFor(kReady, 'the core');
      await page.evaluate(kKeepLink);
      await page.evaluate(`${kRoot}.querySelector('[data-action=csv]').click()`);
      await page.waitFor('window.saved', 'the file');
      seen.push({ titles: await page.evaluate(kTitles), csv: await page.evaluate('window.saved') });
      await page.close();
    }
    assert.ok(seen[0].titles.length > 3);
    assert.deepEqual(seen[1], seen[0]);
    assert.ok(site.requests.includes('/catalogue.bin'));
  });
}
