// SPDX-License-Identifier: MIT
// The extractor gives the same records in a browser's page as in Node, for pages of many shapes.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { extractPage } from '../../lib/extract.js';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { serve } from './origins.mjs';

const pages = new URL('../pages/', import.meta.url);
const names = readdirSync(pages)
  .filter((name) => /\.(?:md|html)$/.test(name))
  .sort();

/** The records that Node reads in each page, and the page's HTML. */
const read = new Map(
  names.map((name) => {
    const kind = name.endsWith('.md') ? 'markdown' : 'html';
    const { raw, html } = extractPage(readFileSync(new URL(name, pages), 'utf8'), { kind });
    return [
      `/${name.replace('.md', '.html')}`,
      { raw, html: kind === 'html' ? html : `<!DOCTYPE html><html lang="fr"><body>${html}</body></html>` },
    ];
  }),
);

let server;
before(async () => {
  const files = Object.fromEntries([...read].map(([path, { html }]) => [path, html]));
  files['/extract-dom.js'] = readFileSync(new URL('../../lib/extract-dom.js', import.meta.url));
  server = await serve(files);
});
after(() => server.close());

/** Records without lines and columns, which a browser does not know. */
const withoutPlaces = (records) =>
  JSON.parse(JSON.stringify(records, (key, value) => (key === 'line' || key === 'column' ? undefined : value)));

for (const engine of kEngines) {
  test(`${engine} reads what Node reads`, {
    skip: isInstalled(engine) ? false : `${engine} is not installed`,
  }, async () => {
    const browser = await launch(engine);
    try {
      for (const [path, { raw }] of read) {
        const page = await browser.open(`${server.origin}${path}`);
        const records = await page.evaluate(
          "import('/extract-dom.js').then(({ extractFromDom }) => JSON.stringify(extractFromDom(document).records))",
        );
        assert.deepEqual(withoutPlaces(JSON.parse(records)), withoutPlaces(raw.records), path);
        await page.close();
      }
    } finally {
      await browser.close();
    }
  });
}
