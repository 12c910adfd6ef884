// SPDX-License-Identifier: MIT
// A partner's tag where the page's policy refuses WebAssembly: the list that a build wrote beside the catalogue, filtered by
// style, with the very lists of the core.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCatalogue } from '../../lib/core.js';
import { distFiles, readCatalogue } from './built-files.mjs';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { serve } from './origins.mjs';
import { chooseEach, kShown, pairsOfChoices, queryOf } from './selections.mjs';

const catalogue = await openCatalogue(JSON.stringify(readCatalogue()));
const all = pairsOfChoices(catalogue);
const expected = all.map((selection) => catalogue.query(queryOf(selection)).ids);

/** The policy that Osuny writes into each page that embeds files of `host`. */
const policyOf = (host) =>
  `default-src 'self'; script-src 'self' ${host}; style-src 'self' ${host}; connect-src 'self' ${host}; frame-src 'self' ${host}`;

const kLink = '<a href="/formations">Formations</a>';

/** A page of Osuny with the tag, and the host of its files. */
async function setUp({ attributes = '', change = (files) => files } = {}) {
  const host = await serve(change(distFiles()), { hostname: 'localhost' });
  const page = `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Osuny</title>
<meta http-equiv="Content-Security-Policy" content="${policyOf(host.origin)}">
<script type="module" async src="${host.origin}/catalogue-formations.js" crossorigin></script></head>
<body><main><h1>Page</h1><catalogue-formations src="${host.origin}/catalogue.json" ${attributes}>${kLink}</catalogue-formations></main></body></html>`;
  const site = await serve({ '/': page });
  return { site, host, close: () => Promise.all([site.close(), host.close()]) };
}

const kHeard = "document.querySelector('.catalogue-drawn li[data-id]') !== null";

for (const engine of kEngines) {
  test(`${engine}: where WebAssembly is refused`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    const at = async (options, address, act) => {
      const { site, close } = await setUp(options);
      const page = await browser.open(site.origin + address);
      try {
        await act(page);
      } finally {
        await page.close();
        await close();
      }
    };

    await t.test('the tag shows and filters the list, with the lists of the core', async () => {
      await at({}, '/', async (page) => {
        await page.waitFor(kHeard, 'the list');
        assert.deepEqual(await page.evaluate(chooseEach(all)), expected);
        assert.equal(await page.evaluate("document.querySelectorAll('[role=alert]:not([hidden])').length"), 0);
        if (engine !== 'webkit') {
          const says = () => page.console().some((message) => message.includes("'wasm-unsafe-eval'"));
          await page.waitFor('new Promise((resolve) => setTimeout(resolve, 300, true))');
          assert.ok(says(), page.console().join('\n'));
        }
      });
    });

    await t.test('the selection of the address, or of the page, is chosen', async () => {
      const query = 'licence=CC-BY-SA&duree=-120';
      for (const [options, address] of [
        [{}, `/?${query}`],
        [{ attributes: `query="${query}"` }, '/'],
      ]) {
        await at(options, address, async (page) => {
          await page.waitFor(kHeard, 'the list');
          assert.deepEqual(await page.evaluate(kShown), catalogue.query(query).ids);
        });
      }
    });

    await t.test('nothing of another server is taken but what a list holds', async () => {
      const change = (files) => ({
        ...files,
        '/catalogue.fr.html': `${files['/catalogue.fr.html']}<script src="/x.js"></script><iframe src="/x"></iframe><p id="stays" style="color:red" onclick="x()">Mots <a href="javascript:x()">lien</a></p>`,
      });
      await at({ change }, '/', async (page) => {
        await page.waitFor(kHeard, 'the list');
        assert.equal(
          await page.evaluate("document.querySelector('#stays').outerHTML"),
          '<p id="stays">Mots <a>lien</a></p>',
        );
        assert.equal(await page.evaluate("document.querySelectorAll('main script, main iframe').length"), 0);
      });
    });

    for (const [what, options] of [
      ['without those files', { change: ({ '/catalogue.fr.html': _, ...files }) => files }],
      ['with a fixed selection', { attributes: 'only="duree=-60"' }],
      ['with a catalogue whose hash is given', { attributes: `integrity="sha384-${'A'.repeat(64)}"` }],
    ]) {
      await t.test(`${what}, the tag keeps its link, and one alert says so`, async () => {
        await at(options, '/', async (page) => {
          const kAlert =
            "(document.querySelector('catalogue-formations').shadowRoot ?? document).querySelector('[role=alert]')";
          await page.waitFor(`Boolean(${kAlert}?.textContent)`, 'the alert');
          assert.equal(await page.evaluate(kHeard), false);
          assert.equal(await page.evaluate("document.querySelector('catalogue-formations > a').outerHTML"), kLink);
        });
      });
    }
  });
}
