// SPDX-License-Identifier: MIT
// RGAA and WCAG 2.2 lines that a browser can check, in each of the three engines: each test is named after its
// criteria, for the table of docs/conformity.md.
import test from 'node:test';
import assert from 'node:assert/strict';
import { dsfrSite, fill, focus, kRichest, kStates, kUnfold, openSized, violations } from './accessibility-pages.mjs';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { kReady, nine, publishedSite } from './widget-pages.mjs';

const kFocused = 'document.activeElement';

/** Expression: where the focus is, and whether it is seen there. A thumb draws its own frame (widget-range.test.mjs). */
const kStop = `(({ activeElement: node }) => {
  const style = getComputedStyle(node);
  return { key: node.name || node.className || node.textContent, isBody: node === document.body, isOut: node.closest('li[hidden]') !== null,
    isSeen: node.type === 'range' || parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none' && node.getClientRects().length > 0 };
})(document)`;

/** Expression: controls that are cut, or stand out of the page. */
const kCut = `[...document.querySelectorAll('.catalogue-panel label, .catalogue-panel button, .catalogue-outcome button, .catalogue-status')]
  .filter((node) => node.getClientRects().length && (node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== 'inline' || node.getBoundingClientRect().right > innerWidth + 1))
  .map((node) => node.textContent)`;

/** Expression: targets under 24 px, those in a sentence left aside. */
const kSmall = `[...document.querySelectorAll('.catalogue-panel :is(label,button,summary,input:not([type=radio],[type=checkbox])), .catalogue-outcome :is(button,select)')]
  .filter((node) => node.getClientRects().length && !node.closest('.catalogue-skip,.catalogue-search,.catalogue-bound') && getComputedStyle(node).display !== 'inline')
  .filter((node) => { const box = node.getBoundingClientRect(); return box.width < 24 || box.height < 24; })
  .map((node) => node.outerHTML.slice(0, 100))`;

const kNarrow = [
  ['320 px wide', { width: 320, height: 640 }, ''],
  ['256 px high', { width: 320, height: 256 }, ''],
  ['200 % text', { width: 1280, height: 800 }, 'html{font-size:200%}'],
  [
    'spaced text',
    { width: 320, height: 640 },
    '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
  ],
];

for (const engine of kEngines) {
  test(`${engine}: accessibility`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    const site = await publishedSite(nine, { policy: '' });
    t.after(() => Promise.all([browser.close(), site.close()]));
    const at = async (address, act, { on = site, size } = {}) => {
      const { page, close } = await (size
        ? openSized(browser, on, address, size)
        : browser.open(`${on.origin}/${address}`).then((opened) => ({ page: opened, close: opened.close })));
      try {
        if (address) await page.waitFor(kReady, 'the core');
        return await act(page);
      } finally {
        await close();
      }
    };
    const findsNothing = async (states, on) => {
      for (const state of states) {
        const [address, act] = kStates[state];
        await at(
          address,
          async (page) => {
            if (act) await page.evaluate(act);
            assert.deepEqual(await violations(page), [], state);
          },
          { on },
        );
      }
    };

    await t.test('RGAA 3.2 6.1 7.1 8.2 9.1 9.3 11.1 11.9: axe finds nothing, neutral skin, every state', () =>
      findsNothing(Object.keys(kStates), site),
    );

    for (const theme of ['light', 'dark']) {
      await t.test(`RGAA 3.2 6.1 7.1 8.2 9.1 9.3 11.1 11.9: axe finds nothing, dsfr skin, ${theme}`, async () => {
        const dressed = await dsfrSite(theme);
        await findsNothing(kRichest, dressed).finally(() => dressed.close());
      });
    }

    await t.test(
      'RGAA 7.3 10.7 10.8 12.8 12.9: everything by keyboard, in order, focus always seen, nothing that is filtered out',
      async () => {
        await at('?duree=-60&droit=partage', async (page) => {
          await page.evaluate(kUnfold);
          const names = [];
          for (let i = 0; i < 60; i += 1) {
            await page.press('Tab');
            const stop = await page.evaluate(kStop);
            if (stop.isBody) break;
            assert.ok(stop.isSeen && !stop.isOut, `focus on ${stop.key} is seen`);
            names.push(stop.key);
          }
          for (const key of ['q', 'duree', 'droit', 'licence', 'tri']) assert.ok(names.includes(key), key);
          assert.ok(names.indexOf('catalogue-skip') < names.indexOf('q'));
          assert.ok(
            names.indexOf('duree') < names.indexOf('licence') && names.indexOf('licence') < names.indexOf('tri'),
          );
        });
      },
    );

    await t.test(
      'RGAA 7.4 13.2 12.8: choosing moves neither focus nor page; a removed chip hands focus on',
      async () => {
        await at('', async (page) => {
          await focus(page, '[name=duree][value="-60"]');
          await page.press(' ');
          await page.waitFor(kReady, 'the core');
          assert.equal(await page.evaluate(`${kFocused}.value`), '-60');
          await focus(page, '[name=droit][value=partage]');
          const top = await page.evaluate('scrollY');
          await page.press(' ');
          assert.deepEqual(await page.evaluate(`[${kFocused}.value, scrollY]`), ['partage', top]);
          await focus(page, '.catalogue-chip');
          await page.press('Enter');
          assert.match(await page.evaluate(`${kFocused}.textContent`), /Partager/);
          await page.press('Enter');
          assert.equal(await page.evaluate(`${kFocused}.className`), 'catalogue-status');
        });
      },
    );

    await t.test(
      'RGAA 7.1 10.8 11.1 11.5: the tree holds each control by role and seen name, and no training that is filtered out',
      async () => {
        await at('?licence=etalab-2.0', async (page) => {
          await page.evaluate(kUnfold);
          const words = (selector) =>
            page.evaluate(
              `document.querySelector(${JSON.stringify(selector)}).textContent.trim().replace(/\\s+/g, ' ')`,
            );
          const licence = await words(
            `label[for="${await page.evaluate('document.querySelector(\'[value="etalab-2.0"]\').id')}"]`,
          );
          const controls = [
            ['searchbox', 'Rechercher dans les formations'],
            ['group', 'Durée'],
            ['group', 'Licence'],
            // Its number has a unit that is not drawn.
            ['checkbox', `${licence} formation`],
            ['radio', 'Toutes'],
          ];
          for (const [role, name] of controls) assert.ok(await page.hasRole(role, name), `${role} "${name}"`);
          const [shown, hidden] = [await words('li[data-id]:not([hidden]) h2'), await words('li[data-id][hidden] h2')];
          assert.deepEqual(
            [await page.hasRole('heading', shown), await page.hasRole('heading', hidden)],
            [true, false],
          );
          assert.equal(
            await page.evaluate(
              'document.querySelectorAll(\'[value="etalab-2.0"]:checked, [name=duree][value=""]:checked\').length',
            ),
            2,
          );
          const [[name, text]] = await page.evaluate(
            "[...document.querySelectorAll('.catalogue-chip')].map((chip) => [chip.getAttribute('aria-label'), chip.textContent.trim()])",
          );
          assert.ok(name.includes(text), name);
        });
      },
    );

    await t.test(
      'RGAA 11.4 11.10, WCAG 2.5.7: the slider speaks, has fields beside it, and explains a wrong bound',
      async () => {
        await at('?duree=20-90', async (page) => {
          const attribute = (selector, name) =>
            page.evaluate(`document.querySelector('${selector}').getAttribute('${name}')`);
          await page.evaluate(kUnfold);
          await focus(page, '[data-bound="duree-max"]');
          await page.press('ArrowRight');
          await page.waitFor("location.search.includes('120')", 'the new range');
          assert.match(await attribute('[data-bound="duree-max"]', 'aria-valuetext'), /^2\sh$/);
          await fill(page, '[name="duree-max"]', 'bientôt');
          await page.press('Enter');
          await page.waitFor(
            "document.querySelector('[name=duree-max]').ariaInvalid === 'true'",
            'the error at the field',
          );
          const described = await attribute('[name="duree-max"]', 'aria-describedby');
          assert.match(await page.evaluate(`document.getElementById('${described}').textContent`), /1h30/);
          await fill(page, '[name="duree-max"]', '1h30');
          await page.press('Enter');
          await page.waitFor('/duree=\\d*-90/.test(location.search)', 'the typed range');
        });
      },
    );

    for (const [name, size, css] of kNarrow) {
      await t.test(`RGAA 10.4 10.11 10.12: nothing is cut nor scrolls sideways, ${name}`, async () => {
        await at(
          '?duree=20-90',
          async (page) => {
            await page.evaluate(
              `document.head.appendChild(Object.assign(document.createElement('style'), { textContent: ${JSON.stringify(css)} })) && null`,
            );
            await page.evaluate(kUnfold);
            assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), 'no sideways scroll');
            assert.deepEqual(await page.evaluate(kCut), []);
          },
          { size },
        );
      });
    }

    await t.test(
      'on a small screen the panel is folded, says how many filters act, and the list is in view',
      async () => {
        await at(
          '?duree=-60&droit=partage',
          async (page) => {
            const isShown = "document.querySelector('.catalogue-fields').getClientRects().length > 0";
            assert.equal(await page.evaluate(isShown), false);
            assert.match(
              await page.evaluate(
                "(([words, number]) => words.textContent + number.dataset.unit)([document.querySelector('.catalogue-toggle summary'), document.querySelector('.catalogue-active')])",
              ),
              /Filtrer 2filtres actifs/,
            );
            assert.ok(
              await page.evaluate(
                "document.querySelector('li[data-id]:not([hidden])').getBoundingClientRect().y < 640",
              ),
            );
            await page.evaluate("document.querySelector('.catalogue-toggle summary').click()");
            assert.equal(await page.evaluate(isShown), true);
          },
          { size: { width: 320, height: 640 } },
        );
      },
    );

    await t.test('WCAG 2.5.8: every target is 24 px high and wide, or is in a sentence', async () => {
      await at('?duree=20-90', async (page) => {
        await page.evaluate(kUnfold);
        assert.deepEqual(await page.evaluate(kSmall), []);
      });
    });
  });
}
