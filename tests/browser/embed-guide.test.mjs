// SPDX-License-Identifier: MIT
// The integration guide gives snippets with the right hashes, shows them live on another origin, answers a
// pasted policy, and is accessible in both languages.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { partnerFiles } from '../../web/partner/files.mjs';
import { strictPolicy } from '../../web/partner/pages.mjs';
import { builtPath, distFiles, integrityOf, readCatalogue } from './built-files.mjs';
import { fileURLToPath } from 'node:url';
import { isInstalled, launch } from './engines.mjs';
import { serve } from './origins.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const kSnippet = "document.querySelector('#snippet').textContent";

const choose = (selector, value) => `(() => { const field = document.querySelector('${selector}');
  if (field.type === 'radio' || field.type === 'checkbox') field.click(); else { field.value = ${JSON.stringify(value)}; field.dispatchEvent(new Event('input', { bubbles: true })); } })()`;

test('chromium: the integration guide', { skip: !isInstalled('chromium') && 'not installed' }, async (t) => {
  const host = await serve(distFiles(), { hostname: 'localhost' });
  const browser = await launch('chromium');
  t.after(async () => {
    await browser.close();
    await host.close();
  });

  for (const [lang, path] of [
    ['fr', '/integration/'],
    ['en', '/integration/en/'],
  ]) {
    await t.test(`is accessible and fits 320 pixels (${lang})`, async () => {
      for (const colorScheme of ['light', 'dark']) {
        const { page, close } = await browser.open(host.origin + path, { width: 320, height: 640 });
        await page.emulateMedia({ colorScheme });
        assert.equal(await page.evaluate('document.documentElement.lang'), lang);
        assert.ok((await page.evaluate('document.documentElement.scrollWidth')) <= 320, 'no scrolling to the side');
        const session = await page.context().newCDPSession(page);
        await session.send('Runtime.evaluate', { expression: axe });
        const { violations } = await page.evaluate('axe.run(document, { iframes: false })');
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 100)}`),
          [],
        );
        await close();
      }
    });
  }

  await t.test('writes a tag with the hash of the published script', async () => {
    const page = await browser.open(`${host.origin}/integration/`);
    const snippet = await page.waitFor(kSnippet);
    assert.ok(
      snippet.includes(
        `src="${host.origin}/catalogue-formations.js" integrity="${integrityOf('/catalogue-formations.js')}"`,
      ),
      snippet,
    );
    assert.ok(snippet.includes(`src="${host.origin}/catalogue.json"`));
    await page.evaluate(choose('#duree', '-120'));
    await page.evaluate(choose('#droit-modification'));
    assert.match(await page.evaluate(kSnippet), /query="duree=-120&amp;droit=modification"/);
    await page.evaluate(choose('#fixed-on'));
    assert.match(await page.evaluate(kSnippet), /only="duree=-120&amp;droit=modification"/);
    await page.evaluate(choose('#hasten-on'));
    const widget = builtPath(/^catalogue-widget\.\w+\.js$/);
    const hastened = `<link rel="modulepreload" href="${host.origin}${widget}" integrity="${integrityOf(widget)}" crossorigin>\n<script`;
    assert.ok((await page.evaluate(kSnippet)).startsWith(hastened));
    await page.evaluate(choose('#pin-on'));
    assert.ok((await page.evaluate(kSnippet)).includes(`integrity="${integrityOf('/catalogue.json')}" `));
    await page.close();
  });

  await t.test('writes a titled frame, shell commands, and a folder of one’s own', async () => {
    const page = await browser.open(`${host.origin}/integration/en/`);
    await page.waitFor(kSnippet);
    await page.evaluate(choose('#way-frame'));
    const frame = await page.evaluate(kSnippet);
    assert.match(
      frame,
      /<iframe src="[^"]+\/embed\/en\/" title="Catalogue of trainings" width="100%" height="900" style="border: 0" loading="lazy"/,
    );
    assert.match(frame, /<p><a href="[^"]+\/publications\/formations\/">See the catalogue of trainings<\/a><\/p>/);
    assert.ok(frame.includes(integrityOf('/embed/resize.js')));
    await page.evaluate(choose('#way-static'));
    assert.match(
      await page.evaluate(kSnippet),
      /^npm install catalogue-formations\ncurl .*catalogue\.json"\nnpx .* --format html > formations\.html$/,
    );
    await page.evaluate(choose('#filters-on'));
    assert.match(await page.evaluate(kSnippet), / --format html --filters formations\.css > formations\.html$/);
    await page.evaluate(choose('#way-folder'));
    assert.match(await page.evaluate(kSnippet), /src="\/catalogue\/catalogue-formations\.js"/);
    await page.close();
  });

  await t.test('names the missing directive of a pasted policy', async () => {
    const page = await browser.open(`${host.origin}/integration/`);
    await page.waitFor(kSnippet);
    await page.evaluate(`(() => { document.querySelector('#policy').value = "default-src 'self'; script-src 'self' ${host.origin}; style-src *; connect-src *";
      document.querySelector('#policy-form').requestSubmit(); })()`);
    const lines = "[...document.querySelectorAll('#policy-answer li code')].map((node) => node.textContent)";
    assert.deepEqual(await page.evaluate(lines), [`script-src 'self' ${host.origin} 'wasm-unsafe-eval'`]);
    await page.close();
  });

  await t.test('leaves no answer of an earlier policy or way on screen', async () => {
    const page = await browser.open(`${host.origin}/integration/`);
    await page.waitFor(kSnippet);
    const answer = "document.querySelector('#policy-answer').textContent";
    const ask = (text) =>
      page.evaluate(`(() => { const field = document.querySelector('#policy'); field.value = ${JSON.stringify(text)};
        field.dispatchEvent(new Event('input', { bubbles: true })); document.querySelector('#policy-form').requestSubmit(); })()`);
    await ask("script-src 'none'");
    assert.match(await page.evaluate(answer), /script-src/);
    await ask('bonjour');
    assert.match(await page.evaluate(answer), /^Aucune directive reconnue/);
    await ask("script-src 'none'");
    await page.evaluate(choose('#way-frame'));
    assert.equal(await page.evaluate(answer), '', 'another way is another question');
    await page.close();
  });

  await t.test('says what passes where, with the addresses of this very folder, and offers the plugin', async () => {
    const page = await browser.open(`${host.origin}/integration/`);
    await page.waitFor(kSnippet);
    const shown = await page.evaluate(
      "[...document.querySelectorAll('[data-host]')].map((node) => node.textContent).filter((text, index, all) => all.indexOf(text) === index)",
    );
    assert.deepEqual(shown, [`${host.origin}/`]);
    const { hosts } = JSON.parse(readFileSync(new URL('../../data/integration/hosts.json', import.meta.url), 'utf8'));
    assert.equal(
      await page.evaluate("document.querySelectorAll('[data-outcome]').length"),
      hosts.flatMap(({ gets }) => Object.keys(gets)).length,
    );
    const plugin = await page.evaluate("document.querySelector('#wordpress ~ ul a[download]').href");
    assert.ok(host.files[new URL(plugin).pathname], plugin);
    await page.close();
  });

  await t.test('shows the choice live on a partner’s origin under the strictest policy', async () => {
    const pages = partnerFiles({ host: `${host.origin}/`, dist, publication: `${host.origin}/embed/` });
    const partner = await serve(
      { '/essai/': pages['essai/index.html'] },
      { headers: { 'Content-Security-Policy': strictPolicy(host.origin) } },
    );
    const page = await browser.open(
      `${partner.origin}/essai/?src=${encodeURIComponent(`${host.origin}/catalogue.json`)}&lang=en&only=duree%3D-60&scheme=dark`,
    );
    const items =
      "[...(document.querySelector('catalogue-formations')?.shadowRoot?.querySelectorAll('.catalogue-list > li') ?? [])].length";
    const shown = await page.waitFor(items);
    assert.ok(shown < readCatalogue().trainings.length, `${shown} short trainings`);
    assert.deepEqual(page.console(), []);
    await page.close();
    await partner.close();
  });
});
