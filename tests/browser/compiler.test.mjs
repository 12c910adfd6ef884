// SPDX-License-Identifier: MIT
// The compiler module in a page without a build step: what builders run in Node runs in browsers, under a strict policy.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openCompiler } from '../../lib/compiler.js';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { serve } from './origins.mjs';
import { strictPolicy } from './widget-pages.mjs';

const lib = (name) => readFileSync(new URL(`../../lib/${name}`, import.meta.url));
const records = {
  records: [{ heading: 'Écoconception (INR)', tags: [{ text: 'Durées : 30 minutes ou 4 heures' }], links: [] }],
};

/** The result of normalise() in a page, as JSON text. Node must give the same. */
function use(compiler, raw) {
  const { catalogue, diagnostics } = compiler.normalise(raw);
  const { trainings } = compiler.validate(new TextEncoder().encode(JSON.stringify(catalogue)));
  const { panel, css } = compiler.renderStatic(catalogue, { lang: 'en' });
  const linked = compiler.exportCatalogue(catalogue, 'jsonld');
  return JSON.stringify({ catalogue, diagnostics, panel, css, linked, trainings });
}

const script = `import { openCompiler } from '/lib/compiler.js';
${use}
openCompiler().then((compiler) => use(compiler, ${JSON.stringify(records)})).catch(String).then((made) => (window.made = made));`;

for (const engine of kEngines) {
  test(`${engine}: a page gives the bytes that a build gives`, {
    skip: !isInstalled(engine) && 'not installed',
  }, async (t) => {
    const browser = await launch(engine);
    const site = await serve(
      {
        '/': '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Page</title><script type="module" src="/use.js"></script>',
        '/use.js': script,
        '/lib/compiler.js': lib('compiler.js'),
        '/lib/catalogue-compiler.wasm': lib('catalogue-compiler.wasm'),
      },
      { headers: { 'Content-Security-Policy': strictPolicy } },
    );
    const page = await browser.open(`${site.origin}/`);
    t.after(async () => {
      await page.close();
      await site.close();
      await browser.close();
    });
    await page.waitFor('window.made', 'the catalogue');
    assert.equal(await page.evaluate('window.made'), use(await openCompiler(), records));
  });
}
