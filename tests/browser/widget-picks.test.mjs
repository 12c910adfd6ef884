// SPDX-License-Identifier: MIT
// The visitor's own choice of trainings (`selection="on"`): by keyboard, in the address, added up, printed, handed on.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openSized, violations } from './accessibility-pages.mjs';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { faults } from './validator.mjs';
import { kHost, kKeepLink, kReady, nine, partnerSite, publishedSite } from './widget-pages.mjs';

const kRoot = `(${kHost}.shadowRoot?.querySelector('.catalogue-layout') ? ${kHost}.shadowRoot : ${kHost})`;
const kButtons = `[...${kRoot}.querySelectorAll('.catalogue-pick > button')]`;
const kSection = `${kRoot}.querySelector('.catalogue-picks')`;
const kSummary = `${kSection}.querySelector('p').textContent`;
const kRows = `[...${kSection}.querySelectorAll('li')].map((row) => row.textContent.replace(/\\s*Retirer$/, ''))`;
const kHeard = `[...${kRoot}.querySelectorAll('.catalogue-sr[role=status]')].map((line) => line.textContent).join()`;
const kChosen = "new URLSearchParams(location.search).getAll('choix')";
const tool = (text) =>
  `[...${kSection}.querySelectorAll('button, a')].find((tool) => tool.textContent === ${JSON.stringify(text)})`;
const [first, second] = nine.trainings;
const plain = (text) => text.replace(/\u00a0/g, ' ');

for (const engine of kEngines) {
  test(`${engine}: a visitor's own choice`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    /** Opens a page of `site` until its buttons are there; closes both at the end of the test. */
    const open = async (t, site, path = '/', size = {}) => {
      t.after(() => site.close());
      const page = await browser.open(`${site.origin}${path}`, size);
      t.after(() => page.close());
      await page.waitFor(`${kReady} && ${kButtons}.length`, 'the toggles');
      return page;
    };
    const on = { attributes: 'selection="on"' };

    await t.test('a page that does not ask for it loads nothing for it', async (t) => {
      const site = await publishedSite(nine);
      t.after(() => site.close());
      const page = await browser.open(`${site.origin}/?duree=-240`);
      t.after(() => page.close());
      await page.waitFor(kReady, 'the core');
      assert.equal(await page.evaluate(`${kButtons}.length`), 0);
      assert.deepEqual(
        site.requests.filter((path) => /selection|save-csv/.test(path)),
        [],
      );
    });

    await t.test('each item has a toggle that names it; the choice is in the address, added up and said', async (t) => {
      const page = await open(t, await publishedSite(nine, on), '/?utm_source=lettre');
      const names = await page.evaluate(`${kButtons}.map((button) => button.getAttribute('aria-label'))`);
      assert.equal(names.length, nine.trainings.length);
      assert.ok(names[0].includes('Ajouter à ma sélection') && names[0].includes(first.title), names[0]);
      await page.evaluate(`${kButtons}[0].focus()`);
      await page.press('Enter');
      await page.waitFor(`!${kSection}.hidden`, 'the section');
      assert.equal(await page.evaluate(`${kButtons}[0].getAttribute('aria-pressed')`), 'true');
      assert.deepEqual(await page.evaluate(kChosen), [first.id]);
      const links = `${kRoot}.querySelectorAll('.catalogue-pick > a').length`;
      assert.equal(await page.evaluate(links), 1, 'only a chosen item leads to the section');
      await page.evaluate(`${kRoot}.querySelector('.catalogue-pick > a').click()`);
      assert.equal(await page.evaluate('document.activeElement.textContent'), 'Ma sélection');
      assert.match(plain(await page.evaluate(kSummary)), /^1 formation choisie, durée totale : 30 min à 4 h\.$/);
      assert.match(await page.evaluate(kHeard), new RegExp(`Ajoutée.*${first.title}`));
      await page.evaluate(`${kButtons}[1].click()`);
      await page.waitFor(`${kRows}.length === 2`, 'two rows');
      assert.match(plain(await page.evaluate(kSummary)), /durée totale : 5 h 30 à 9 h/);
      assert.match(await page.evaluate('location.search'), /^\?utm_source=lettre&choix=/);
      await page.evaluate('document.querySelector(\'[value="-30"]\').click()');
      await page.waitFor("location.search.includes('duree')", 'the filter in the address');
      assert.deepEqual(await page.evaluate(kChosen), [first.id, second.id]);
      await page.evaluate(`${kButtons}[0].click()`);
      await page.waitFor(`${kRows}.length === 1`, 'one row');
      assert.equal(await page.evaluate('localStorage.length + sessionStorage.length + document.cookie.length'), 0);
    });

    await t.test('an address brings the choice back; a training that has gone is named as it was', async (t) => {
      const path = `/?choix=${second.id}&choix=formation-retiree`;
      const page = await open(t, await publishedSite(nine, on), path);
      await page.waitFor(`${kRows}.length === 2`, 'both rows');
      const rows = await page.evaluate(kRows);
      assert.ok(rows[0].startsWith(second.title), rows[0]);
      assert.match(rows[1], /formation-retiree.*n’est plus dans ce catalogue/);
      assert.match(await page.evaluate(kSummary), /^1 formation choisie/);
      await page.evaluate(`${kSection}.querySelector('li button').click()`);
      await page.waitFor(`${kRows}.length === 1`, 'one row');
      assert.match(await page.evaluate('document.activeElement.getAttribute("aria-label")'), /formation-retiree/);
      await page.evaluate(`${tool('Vider ma sélection')}.click()`);
      await page.waitFor(`${kSection}.hidden`, 'nothing');
      assert.deepEqual(await page.evaluate(kChosen), []);
      assert.equal(await page.evaluate('document.activeElement.className'), 'catalogue-status');
    });

    await t.test('the choice is printed alone, written for a mail and saved; the page is as it was then', async (t) => {
      const page = await open(t, await publishedSite(nine, on), `/?choix=${first.id}&choix=partie`);
      await page.waitFor(`${kRows}.length === 2`, 'both rows');
      await page.evaluate(
        'window.print = () => { window.printed = document.body.innerText; window.parts = document.body.children.length; }',
      );
      await page.evaluate(`${tool('Imprimer')}.click()`);
      const printed = await page.evaluate('printed');
      assert.ok(printed.includes(first.title) && printed.includes('« partie »'.replace(/ /g, '\u00a0')), printed);
      assert.ok(!printed.includes(second.title), 'another training is printed');
      await page.evaluate("dispatchEvent(new Event('afterprint'))");
      assert.ok((await page.evaluate('document.body.innerText')).includes(second.title));
      assert.equal(await page.evaluate("document.querySelectorAll('.catalogue-sheet').length"), 0);
      const mail = new URL(await page.evaluate(`${tool('Envoyer par mail')}.href`));
      assert.equal(mail.protocol, 'mailto:');
      assert.ok(
        mail.searchParams.get('body').includes(first.title) && mail.searchParams.get('body').includes('choix='),
      );
      await page.evaluate(kKeepLink);
      await page.evaluate(`${tool('Télécharger (CSV)')}.click()`);
      const saved = await page.evaluate('saved');
      assert.ok(saved.includes(first.title) && !saved.includes(second.title), saved);
    });

    await t.test('the example of docs/selection.md does what it says', async (t) => {
      const text = readFileSync(new URL('../../docs/selection.md', import.meta.url), 'utf8');
      const [, tag] = /```html\n([\s\S]*?)```/.exec(text);
      const site = await partnerSite(nine);
      site.files['/'] = site.files['/'].replace(/<catalogue-formations[\s\S]*<\/catalogue-formations>/, tag);
      const page = await open(t, site, `/?choix=${second.id}`);
      await page.waitFor(`${kRows}.length === 1`, 'the row');
    });

    for (const skin of ['neutral', 'dsfr']) {
      await t.test(`${skin}: a drawn list keeps its toggles from answer to answer`, async (t) => {
        const site = await partnerSite(nine, { attributes: `selection="on" loading="eager" skin="${skin}"` });
        const page = await open(t, site);
        await page.evaluate(`${kButtons}[0].click()`);
        await page.waitFor(`${kRows}.length === 1`, 'one row');
        await page.evaluate(`${kRoot}.querySelector('[value="-240"]').click()`);
        await page.waitFor("location.search.includes('duree')", 'the answer');
        await page.waitFor(
          `${kRoot}.querySelectorAll('.catalogue-list > li').length === ${kButtons}.length`,
          'a toggle on each item',
        );
        assert.equal(
          await page.evaluate(`${kButtons}.filter((button) => button.getAttribute('aria-pressed') === 'true').length`),
          1,
        );
      });
    }

    if (engine !== 'chromium') return;
    await t.test('axe finds nothing at 320 pixels, html-validate nothing, and every target has its size', async (t) => {
      const site = await publishedSite(nine, on);
      t.after(() => site.close());
      const { page, close } = await openSized(browser, site, `?choix=${first.id}&choix=partie`, {
        width: 320,
        height: 640,
      });
      t.after(() => close());
      await page.waitFor(`${kSection} && ${kRows}.length === 2`, 'the section');
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(
        await faults(await page.evaluate("'<!doctype html>' + document.documentElement.outerHTML"), {
          isRendered: true,
        }),
        [],
      );
      const small = await page.evaluate(
        `[...document.querySelectorAll('.catalogue-pick button, .catalogue-picks button, .catalogue-picks a')].filter((node) => node.getClientRects().length && node.getBoundingClientRect().height < 24).map((node) => node.outerHTML)`,
      );
      assert.deepEqual(small, []);
      assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'));
    });
  });
}
