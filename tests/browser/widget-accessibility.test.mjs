// SPDX-License-Identifier: MIT
// RGAA and WCAG 2.2 lines that a browser can check: each test is named after its criteria, for the
// table of docs/conformity.md.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isInstalled, launch } from './engines.mjs';
import { kReady, nine, publishedPage, publishedSite, serveWidget } from './widget-pages.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const dsfr = readFileSync(createRequire(import.meta.url).resolve('@gouvfr/dsfr/dist/dsfr.min.css'));

/** The states that a visitor can bring the page to, by address or by what is done there. */
const kStates = {
  'as it comes': ['', null],
  'filtered': ['?duree=-120&droit=modification', null],
  'empty with ways out': ['?duree=-30&licence=CC-BY-SA-4.0', null],
  'searched, with hidden matches': ['?q=fresque&licence=CC-BY-SA-4.0', null],
  'mistyped': ['?licence=WTFPL&duree=abc', null],
  'everything unfolded': ['?duree=20-90', "document.querySelector('.catalogue-more').open = true"],
};

async function dsfrSite(theme) {
  const { html, css } = await publishedPage(nine, { skin: 'dsfr', head: '<link rel="stylesheet" href="/dsfr.css">' });
  return serveWidget(nine, { '/': html.replace('<html ', `<html data-fr-theme="${theme}" `), '/catalogue.css': css, '/dsfr.css': dsfr, '/page.css': '' }, { policy: '' });
}

async function violations(page) {
  await page.page.evaluate(axe);
  const results = await page.page.evaluate("axe.run(document, { rules: { 'target-size': { enabled: true } } })");
  // The DSFR lays two thumbs over each other; the fields beside them do the same (WCAG 2.5.8, "equivalent").
  const counted = results.violations.filter(({ id, nodes }) => id !== 'target-size' || nodes.some(({ html }) => !html.includes('data-bound')));
  return counted.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
}

test('accessibility', { skip: !isInstalled('chromium') && 'not installed' }, async (t) => {
  const browser = await launch('chromium');
  t.after(() => browser.close());
  const at = async (site, address, act, size) => {
    const page = await browser.open(`${site.origin}/${address}`, size);
    try {
      return await act(page, page.page);
    } finally {
      await page.close();
    }
  };
  const site = await publishedSite(nine, { policy: '' });
  t.after(() => site.close());

  const everyState = Object.keys(kStates);
  const richest = ['empty with ways out', 'everything unfolded'];
  for (const [name, theme, states] of [['neutral', 'light', everyState], ['neutral', 'dark', richest], ['dsfr', 'light', richest], ['dsfr', 'dark', richest]]) {
    await t.test(`RGAA 3.2 6.1 7.1 8.2 9.1 9.3 11.1 11.9: axe finds nothing, ${name} skin, ${theme}`, async () => {
      const own = name === 'dsfr' ? await dsfrSite(theme) : site;
      for (const state of states) {
        const [address, act] = kStates[state];
        await at(own, address, async (page, raw) => {
          await raw.emulateMedia({ colorScheme: theme });
          if (address) await page.waitFor(kReady, 'the core');
          if (act) await page.evaluate(act);
          assert.deepEqual(await violations(page), [], state);
        });
      }
      if (own !== site) await own.close();
    });
  }

  await t.test('RGAA 7.3 10.7 12.8 12.9: everything by keyboard, in order, focus always seen', async () => {
    await at(site, '?duree=-60&droit=partage', async (page, raw) => {
      await page.waitFor(kReady, 'the core');
      await raw.focus('body');
      const names = [];
      for (let i = 0; i < 60; i += 1) {
        await raw.keyboard.press('Tab');
        const stop = await raw.evaluate(() => {
          const node = document.activeElement;
          const style = getComputedStyle(node);
          return { key: node.name || node.className || node.textContent, isBody: node === document.body,
            isSeen: parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none' && node.getClientRects().length > 0 };
        });
        if (stop.isBody) break;
        assert.ok(stop.isSeen, `focus on ${stop.key} is seen`);
        names.push(stop.key);
      }
      for (const key of ['q', 'duree', 'droit', 'licence', 'tri']) assert.ok(names.includes(key), key);
      assert.ok(names.indexOf('catalogue-skip') < names.indexOf('q'));
      assert.ok(names.indexOf('duree') < names.indexOf('licence') && names.indexOf('licence') < names.indexOf('tri'));
    });
  });

  await t.test('RGAA 7.4 13.2 12.8: choosing moves neither focus nor page; a removed chip hands focus on', async () => {
    await at(site, '', async (page, raw) => {
      await raw.focus('[name=duree][value="-60"]');
      await raw.keyboard.press('Space');
      await page.waitFor(kReady, 'the core');
      assert.equal(await raw.evaluate('document.activeElement.value'), '-60');
      await raw.focus('[name=droit][value=partage]');
      const top = await raw.evaluate('scrollY');
      await raw.keyboard.press('Space');
      assert.deepEqual(await raw.evaluate('[document.activeElement.value, scrollY]'), ['partage', top]);
      await raw.focus('.catalogue-chip');
      await raw.keyboard.press('Enter');
      assert.match(await raw.evaluate('document.activeElement.textContent'), /partager/);
      await raw.keyboard.press('Enter');
      assert.equal(await raw.evaluate('document.activeElement.className'), 'catalogue-status');
    });
  });

  await t.test('RGAA 7.5: one polite status, said once per settled input, the empty result too', async () => {
    await at(site, '?duree=-240', async (page, raw) => {
      await page.waitFor(kReady, 'the core');
      await raw.waitForTimeout(600);
      await raw.evaluate(() => {
        window.said = [];
        const line = document.querySelector('[role=status]');
        new MutationObserver(() => window.said.push(line.textContent)).observe(line, { childList: true, characterData: true, subtree: true });
      });
      await raw.focus('[name=q]');
      await raw.keyboard.type('zzzz', { delay: 60 });
      await raw.waitForTimeout(900);
      assert.deepEqual(await raw.evaluate('window.said'), ['Aucune formation']);
      assert.equal(await raw.evaluate("document.querySelectorAll('[role=status]').length"), 1);
    });
  });

  await t.test('RGAA 10.8: what is filtered out is out of the tree and of the tab order', async () => {
    await at(site, '?licence=etalab-2.0', async (page, raw) => {
      await page.waitFor(kReady, 'the core');
      const tree = await raw.locator('.catalogue-list').ariaSnapshot();
      assert.equal((tree.match(/- heading/g) ?? []).length, 1, tree);
    });
  });

  await t.test('RGAA 7.1 11.1 11.5: controls have a role, a name that holds the seen words, and a state', async () => {
    await at(site, '?licence=etalab-2.0', async (page, raw) => {
      await page.waitFor(kReady, 'the core');
      const tree = await raw.locator('.catalogue-panel').ariaSnapshot();
      for (const part of ['searchbox "Rechercher dans les formations"', 'group "Durée"', 'group "Licence"', 'checkbox "Licence Ouverte 2.0 (1)" [checked]', 'radio "Toutes" [checked]']) {
        assert.ok(tree.includes(part), `${part}\n${tree}`);
      }
      const chip = await raw.locator('.catalogue-chip').first();
      assert.ok((await chip.getAttribute('aria-label')).includes((await chip.textContent()).trim()));
    });
  });

  await t.test('RGAA 11.4 11.10, WCAG 2.5.7: the slider speaks, has fields beside it, and explains a wrong bound', async () => {
    await at(site, '?duree=20-90', async (page, raw) => {
      await page.waitFor(kReady, 'the core');
      await raw.evaluate("document.querySelector('.catalogue-more').open = true");
      await raw.focus('[data-bound="duree-max"]');
      await raw.keyboard.press('ArrowRight');
      await page.waitFor("location.search.includes('120')", 'the new range');
      assert.match(await raw.getAttribute('[data-bound="duree-max"]', 'aria-valuetext'), /^2\sh$/);
      await raw.fill('[name="duree-max"]', 'bientôt');
      await raw.keyboard.press('Enter');
      assert.equal(await raw.getAttribute('[name="duree-max"]', 'aria-invalid'), 'true');
      const described = await raw.getAttribute('[name="duree-max"]', 'aria-describedby');
      assert.match(await raw.textContent(`[id="${described}"]`), /1h30/);
      await raw.fill('[name="duree-max"]', '1h30');
      await raw.keyboard.press('Enter');
      await page.waitFor("/duree=\\d*-90/.test(location.search)", 'the typed range');
    });
  });

  const narrow = [['320 px wide', { width: 320, height: 640 }, ''], ['256 px high', { width: 320, height: 256 }, ''],
    ['200 % text', { width: 1280, height: 800 }, 'html{font-size:200%}'],
    ['spaced text', { width: 320, height: 640 }, '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}']];
  for (const [name, size, css] of narrow) {
    await t.test(`RGAA 10.4 10.11 10.12: nothing is cut nor scrolls sideways, ${name}`, async () => {
      await at(site, '?duree=20-90', async (page, raw) => {
        await page.waitFor(kReady, 'the core');
        if (css) await raw.addStyleTag({ content: css });
        await raw.evaluate("document.querySelectorAll('.catalogue-toggle input').forEach((box) => { box.checked = true }); document.querySelector('.catalogue-more').open = true");
        assert.ok(await raw.evaluate('document.documentElement.scrollWidth <= innerWidth'), 'no sideways scroll');
        const cut = await raw.evaluate(() => [...document.querySelectorAll('.catalogue-panel label, .catalogue-panel button, .catalogue-outcome button, .catalogue-status')]
          .filter((node) => node.getClientRects().length && (node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== 'inline' || node.getBoundingClientRect().right > innerWidth + 1))
          .map((node) => node.textContent));
        assert.deepEqual(cut, []);
      }, size);
    });
  }

  await t.test('on a small screen the panel is folded, says how many filters act, and the list is in view', async () => {
    await at(site, '?duree=-60&droit=partage', async (page, raw) => {
      await page.waitFor(kReady, 'the core');
      assert.equal(await raw.isVisible('.catalogue-fields'), false);
      assert.match(await raw.textContent('.catalogue-toggle label'), /2 filtres actifs/);
      assert.ok((await raw.locator('li[data-id]:visible').first().boundingBox()).y < 640);
      await raw.check('.catalogue-toggle input');
      assert.equal(await raw.isVisible('.catalogue-fields'), true);
    }, { width: 320, height: 640 });
  });

  await t.test('WCAG 2.5.8: every target is 24 px high and wide, or is in a sentence', async () => {
    await at(site, '?duree=20-90', async (page, raw) => {
      await page.waitFor(kReady, 'the core');
      await raw.evaluate("document.querySelector('.catalogue-more').open = true");
      const small = await raw.evaluate(() => [...document.querySelectorAll('.catalogue-panel :is(label,button,summary,input:not([type=radio],[type=checkbox])), .catalogue-outcome :is(button,select)')]
        .filter((node) => node.getClientRects().length && !node.closest('.catalogue-skip,.catalogue-search,.catalogue-bound') && getComputedStyle(node).display !== 'inline')
        .filter((node) => { const box = node.getBoundingClientRect(); return box.width < 24 || box.height < 24; })
        .map((node) => node.outerHTML.slice(0, 100)));
      assert.deepEqual(small, []);
    });
  });

  await t.test('RGAA 3.3 10.5 13.8: forced colours keep the drawing, and nothing moves by itself', async () => {
    await at(site, '?duree=20-90', async (page, raw) => {
      await raw.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
      await page.waitFor(kReady, 'the core');
      await raw.evaluate("document.querySelector('.catalogue-more').open = true");
      assert.ok(await raw.isVisible('.catalogue-histogram'));
      assert.equal(await raw.evaluate("document.getAnimations().length + [...document.querySelectorAll('.catalogue-panel *')].filter((node) => parseFloat(getComputedStyle(node).transitionDuration) > 0).length"), 0);
    });
  });

  await t.test('print shows the selection with its links written out, without the controls', async () => {
    await at(site, '?licence=etalab-2.0', async (page, raw) => {
      await page.waitFor(kReady, 'the core');
      await raw.emulateMedia({ media: 'print' });
      assert.equal(await raw.isVisible('.catalogue-panel'), false);
      assert.match(await raw.evaluate("getComputedStyle(document.querySelector('li[data-id]:not([hidden]) a'), '::after').content"), /http/);
    });
  });
});
