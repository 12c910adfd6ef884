// SPDX-License-Identifier: MIT
// The page's own address, however it is written, is where every link of the widget leads.
import test from 'node:test';
import assert from 'node:assert/strict';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { kHost, kReady, manyTrainings, partnerSite } from './widget-pages.mjs';

const kRoot = `${kHost}.shadowRoot`;
const kCopied =
  "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } })";
const clickIn = (selector) => `${kRoot}.querySelector(${JSON.stringify(selector)}).click()`;

/** Paths that a careless reader takes for another host, and a page that says to resolve its links elsewhere. */
const kPages = {
  'a path that begins with two slashes': { path: '//evil.example/liste?utm_source=a%20b&duree=-240#ici' },
  'a path that begins with two backslashes': { path: '/%5Cevil.example/liste?duree=-240' },
  'a base of another site': { path: '/liste?duree=-240', base: '<base href="https://evil.example/">' },
};

for (const engine of kEngines) {
  test(`${engine}: addresses`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());

    for (const [name, { path, base = '' }] of Object.entries(kPages)) {
      await t.test(`with ${name}, pages and the copied link stay on the site`, async (t) => {
        const site = await partnerSite(manyTrainings(60), { attributes: 'loading="eager"' });
        t.after(() => site.close());
        const html = site.files['/'].replaceAll('="/', `="${site.origin}/`).replace('<body>', `<body>${base}`);
        for (const known of ['/liste', '/%5Cevil.example/liste']) site.files[known] = html;
        const page = await browser.open(site.origin + path);
        t.after(() => page.close());
        await page.waitFor(kReady, 'the core');
        const hosts = `[...new Set([...${kRoot}.querySelectorAll('a[data-query]')].map((link) => new URL(link.href).host))]`;
        assert.deepEqual(await page.evaluate(hosts), [new URL(site.origin).host]);
        await page.evaluate(`void ${clickIn('.catalogue-pages a[data-query$="page=2"]')}`);
        await page.evaluate(`void ${kCopied}`);
        await page.evaluate(clickIn('[data-action=copy]'));
        const [bare, hash = ''] = path.split('#');
        const expected = `${site.origin}${bare}&page=2${hash && `#${hash}`}`;
        assert.equal(await page.waitFor('window.copied', 'the copied link'), expected);
        assert.equal(await page.evaluate('location.href'), expected);
      });
    }
  });
}
