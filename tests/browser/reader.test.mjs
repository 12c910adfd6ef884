// SPDX-License-Identifier: MIT
// A list that an editor wrote in any page, without a build: what the browser reads is what a build writes, and it filters.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openCatalogue } from '../../lib/core.js';
import { extractPage } from '../../lib/extract.js';
import { builtPath, distFiles } from './built-files.mjs';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { serve } from './origins.mjs';
import { chooseEach, kShown, pairsOfChoices, queryOf } from './selections.mjs';
import { kReady, strictPolicy } from './widget-pages.mjs';

const pages = new URL('../pages/', import.meta.url);
const command = fileURLToPath(new URL('../../lib/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'catalogue-reader-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const document = (content) =>
  `<!DOCTYPE html><html lang="fr"><head><title>Essai</title></head><body>${content}</body></html>`;

/** Each page of tests/pages as HTML, and the catalogue that `build` makes of that HTML; null where it makes none. */
const built = readdirSync(pages)
  .filter((name) => /\.(?:md|html)$/.test(name))
  .sort()
  .map((name) => {
    const kind = name.endsWith('.md') ? 'markdown' : 'html';
    const page = extractPage(readFileSync(new URL(name, pages), 'utf8'), { kind });
    const html = kind === 'html' ? page.html : document(page.html);
    return { path: `/${name.replace('.md', '')}`, html, catalogue: buildCatalogue(name, html) };
  });

function buildCatalogue(name, html) {
  const out = join(folder, name);
  writeFileSync(join(folder, `${name}.html`), html);
  spawnSync(process.execPath, [command, 'build', join(folder, `${name}.html`), '--out', out]);
  const file = readdirSync(out).find((path) => path === 'catalogue.json');
  return file ? JSON.parse(readFileSync(join(out, file), 'utf8')) : null;
}

/** An editor's page, as a CMS serves it: plain headings, paragraphs and tags of a class of the site's own. */
const kTraining = (title, duration, licence) =>
  `<h2>${title}</h2>\n<p><span class="etiquette">${duration}</span> <span class="etiquette">${licence}</span></p>\n<p>Ce que l’on y apprend.</p>\n<p><a href="https://exemple.fr/${encodeURIComponent(title)}">Voir ${title}</a></p>\n`;
const kTrainings = [
  ['Alpha (Arcep)', 'Durée : 30 minutes ou 4 heures', 'Licence CC BY-SA 4.0'],
  ['Bêta (Ademe)', 'Durée : 2 h', 'Licence etalab-2.0'],
  ['Gamma (Inria)', 'Durée : un certain temps', 'Licence CC BY-NC-ND 4.0'],
  ['Delta (Cerema)', 'Durée : 45 minutes', 'Licence CC BY 4.0'],
];
const kList = kTrainings.map((training) => kTraining(...training)).join('');
const kScript = '<script type="module" async src="/catalogue-formations.js"></script>';
const editorPage = (content) =>
  `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Formations</title>${kScript}</head><body><main><h1>Nos formations</h1>\n${content}</main></body></html>`;
const kTag = '<catalogue-formations tag-class="etiquette">';

const kEditorPages = {
  '/autour': editorPage(`${kTag}<p>Introduction.</p>\n${kList}</catalogue-formations>`),
  '/ailleurs': editorPage(
    `<catalogue-formations tag-class="etiquette" list="#liste"></catalogue-formations>\n<div id="liste"><p>Introduction.</p>\n${kList}</div>`,
  ),
  '/cartes': editorPage(
    `${kTag}<div class="grille">${kTrainings.map((training) => `<div class="card">${kTraining(...training).replaceAll('h2', 'h3')}</div>`).join('\n')}</div></catalogue-formations>`,
  ),
  '/incompris': editorPage('<catalogue-formations><h2>Actualités</h2><p>Rien à suivre.</p></catalogue-formations>'),
  '/introuvable': editorPage(`<catalogue-formations list="#nulle-part"></catalogue-formations>${kList}`),
  '/dedans': editorPage(`<div id="liste">${kTag.replace('>', ' list="#liste">')}</catalogue-formations>${kList}</div>`),
  '/double': editorPage(
    `${kTag}${kList}<catalogue-formations><h2>Autre</h2></catalogue-formations></catalogue-formations>`,
  ),
};

let site;
before(async () => {
  site = await serve(
    { ...distFiles(), ...Object.fromEntries(built.map(({ path, html }) => [path, html])), ...kEditorPages },
    { headers: { 'Content-Security-Policy': strictPolicy } },
  );
});
after(() => site.close());

/** Expression: what the reader makes of the page's whole document, as JSON; '' where it refuses the page. */
const kRead = () =>
  `import('${builtPath(/^catalogue-reader\.[0-9a-f]+\.js$/)}').then(({ readCatalogue }) =>
     readCatalogue(document, {}, async ({ file }) => (await fetch('/' + file)).arrayBuffer()))
   .then(({ catalogue }) => JSON.stringify(catalogue), (error) => /no-/.test(error.code) ? '' : Promise.reject(error))`;

const kWarned = "window.heard = []; addEventListener('catalogue-error', ({ detail }) => heard.push(detail.code))";

for (const engine of kEngines) {
  test(`${engine}: a list without a build`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());

    await t.test('what the browser reads in a page is the catalogue that a build writes', async () => {
      assert.ok(built.filter(({ catalogue }) => catalogue).length > 8);
      for (const { path, catalogue } of built) {
        const page = await browser.open(site.origin + path);
        const read = await page.evaluate(kRead());
        assert.deepEqual(read === '' ? null : JSON.parse(read), catalogue, path);
        await page.close();
      }
    });

    for (const path of ['/autour', '/ailleurs', '/cartes']) {
      await t.test(
        `${path}: the tag alone makes the editor's list a catalogue, with the lists of the core`,
        async () => {
          const page = await browser.open(site.origin + path);
          await page.waitFor(kReady, 'the core');
          const json = buildCatalogue('editor', document(kList.replaceAll('etiquette', 'tag')));
          const catalogue = await openCatalogue(JSON.stringify(json));
          const all = pairsOfChoices(catalogue);
          const expected = all.map((selection) => catalogue.query(queryOf(selection)).ids);
          catalogue.close();
          const chosen = chooseEach(all).replace("'li[data-id]'", "'[data-id]'");
          assert.deepEqual(await page.evaluate(chosen), expected);
          assert.equal(
            await page.evaluate("document.querySelectorAll('[data-id] h2, [data-id] h3').length"),
            kTrainings.length,
          );
          assert.match(await page.evaluate("document.querySelector('.catalogue-count').textContent"), /\d/);
          await page.close();
        },
      );
    }

    await t.test('the address gives the selection, as on a page that was built', async () => {
      const page = await browser.open(`${site.origin}/autour?licence=CC-BY-SA-4.0`);
      await page.waitFor(kReady, 'the core');
      assert.deepEqual(await page.evaluate(kShown), ['alpha']);
      await page.close();
    });

    await t.test('a page gets its nodes back, in their order, when the element leaves it', async () => {
      const page = await browser.open(`${site.origin}/ailleurs?tri=-duree`);
      await page.waitFor(kReady, 'the core');
      await page.evaluate("document.querySelector('catalogue-formations').remove()");
      await page.waitFor("document.querySelector('#liste > h2') !== null", 'the list in its place');
      const [list] = /<div id="liste">.*<\/div>/s.exec(kEditorPages['/ailleurs']);
      assert.equal(await page.evaluate("document.querySelector('#liste').outerHTML"), list);
      await page.close();
    });

    await t.test('one tag inside another is told to the editor, and the outer one is the catalogue', async () => {
      const page = await browser.open(`${site.origin}/double`);
      await page.waitFor(kReady, 'the core');
      assert.equal(await page.evaluate("document.querySelectorAll('.catalogue-panel').length"), 1);
      const says = () => page.console().some((message) => /un catalogue est dans un autre/.test(message));
      if (engine !== 'webkit') assert.ok(says(), page.console().join('\n'));
      await page.close();
    });

    await t.test('what is not understood is shown as unknown, and told with what to write', async () => {
      const page = await browser.open(`${site.origin}/autour?duree=inconnue`);
      await page.waitFor(kReady, 'the core');
      assert.deepEqual(await page.evaluate(kShown), ['gamma']);
      const told = () => page.console().filter((message) => message.startsWith('catalogue-formations: Gamma'));
      if (engine !== 'webkit')
        assert.match(told().join('\n'), /« un certain temps » n’est pas comprise. Écrivez par exemple/);
      await page.close();
    });

    for (const [path, code] of [
      ['/incompris', 'no-training'],
      ['/introuvable', 'list-missing'],
      ['/dedans', 'list-around'],
    ]) {
      await t.test(`${path}: one word to the editor (${code}), none to visitors, and the page as it was`, async () => {
        const page = await browser.open(site.origin + path);
        const before = /<main>.*<\/main>/s.exec(kEditorPages[path])[0];
        await page.evaluate(
          `(() => { ${kWarned}; document.querySelector('catalogue-formations').setAttribute('tag-class', 'x'); })()`,
        );
        await page.evaluate("document.querySelector('catalogue-formations').removeAttribute('tag-class')");
        await page.waitFor(`heard.includes('${code}')`, code);
        const now = await page.evaluate("document.querySelector('main').outerHTML");
        assert.equal(now, before.replace(' tag-class="etiquette"', ''));
        await page.close();
      });
    }
  });
}
