// SPDX-License-Identifier: MIT
// What a screen reader is told, in each of the three engines: one true message per action, before the focus moves.
import test from 'node:test';
import assert from 'node:assert/strict';
import { fill, focus, pause } from './accessibility-pages.mjs';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { click, kHost, kReady, nine, partnerSite, publishedSite } from './widget-pages.mjs';

/** Longer than any message waits. */
const kSettledMs = 1200;

/**
 * Expression: keeps what the line for readers says, what it said when the focus last came to a place by script, and
 * the total of the last answer.
 */
const kListen = `((root) => {
  const line = root.querySelector('[role=status]');
  Object.assign(window, { said: [], saidAtFocus: null, total: null });
  new MutationObserver(() => window.said.push(line.textContent)).observe(line, { childList: true });
  root.addEventListener('focusin', () => { window.saidAtFocus = line.textContent; });
  document.addEventListener('catalogue-change', ({ detail }) => { window.total = detail.total; });
})(${kHost}.shadowRoot?.querySelector('[role=status]') ? ${kHost}.shadowRoot : document)`;

const choose = (name, value) => (page) => page.evaluate(click(`[name="${name}"][value="${value}"]`));
const press = (selector) => (page) =>
  page.evaluate(`((node) => { node.focus(); node.click(); })(document.querySelector(${JSON.stringify(selector)}))`);
const sortBy = (value) => (page) =>
  page.evaluate(
    `((select) => { select.value = '${value}'; select.dispatchEvent(new Event('change', { bubbles: true })); })(document.querySelector('[name=tri]'))`,
  );
const search = (words) => async (page) => {
  await focus(page, '[name=q]');
  await fill(page, '[name=q]', words);
};
const kNote = "document.querySelector('[data-action=copy]').nextElementSibling";
/** A clipboard whose `writeText` gives `result`. */
const clipboard = (result) =>
  `Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => ${result} } }), 0`;
/** Where the browser does not allow copying, the link itself. */
const kCopied = /^Lien copié\.$|^http/;

/** Action, message, and where the focus goes (nothing when it stays). Nine trainings, two per page. */
const kActions = [
  [choose('droit', 'modification'), '3 formations, page 1 sur 2, filtre « Modifier le contenu » ajouté'],
  // The count is the same: that is news too.
  [choose('droit', 'partage'), '3 formations, page 1 sur 2, filtre « Partager tel quel » ajouté'],
  [choose('droit', 'partage'), '3 formations, page 1 sur 2, filtre « Partager tel quel » retiré'],
  [press('.catalogue-chip'), '9 formations, page 1 sur 5, filtre « Modifier le contenu » retiré', 'catalogue-status'],
  [choose('duree', '-60'), '4 formations, page 1 sur 2, filtre « 1 h au plus » ajouté'],
  [
    choose('duree', '-30'),
    '3 formations, page 1 sur 2, filtre « 30 min au plus » ajouté, filtre « 1 h au plus » retiré',
  ],
  [
    (page) => page.evaluate('history.back()'),
    '4 formations, page 1 sur 2, filtre « 1 h au plus » ajouté, filtre « 30 min au plus » retiré',
  ],
  [sortBy('titre'), 'Trié par titre : 4 formations, page 1 sur 2'],
  [press('.catalogue-pages li:last-child a'), '4 formations, page 2 sur 2', 'catalogue-status'],
  [
    async (page) => {
      await focus(page, '.catalogue-chosen [type=reset]');
      await press('.catalogue-chosen [type=reset]')(page);
    },
    'Trié par ordre du catalogue : 9 formations, page 1 sur 5, filtre « 1 h au plus » retiré',
    'catalogue-status',
  ],
  [search('fresque'), 'Résultats pour « fresque » : 1 formation'],
  [
    choose('licence', 'CC-BY-SA'),
    'Aucune formation, 2 propositions, filtre « CC BY-SA » ajouté. 1 formation correspond à votre recherche mais est masquée par le filtre « Licence ».',
  ],
  [press('.catalogue-exits li:last-child button'), '1 formation, filtre « CC BY-SA » retiré', 'catalogue-status'],
  [press('[data-action=copy]'), kCopied],
  [press('[data-action=copy]'), kCopied],
  [sortBy('-duree'), 'Trié par durée, de la plus longue à la plus courte : 1 formation'],
];

/** How many trainings a message tells of; none where it does not tell. */
const numberIn = (words) => (/Aucune formation/.test(words) ? 0 : Number(/(\d+) formations?\b/.exec(words)?.[1] ?? -1));

for (const engine of kEngines) {
  test(`${engine}: what is heard`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());

    await t.test('RGAA 7.5, WCAG 4.1.3: sixteen actions, each heard once, true, before the focus moves', async () => {
      const site = await publishedSite(nine, { attributes: 'page-size="2" loading="eager"' });
      const page = await browser.open(`${site.origin}/`);
      await page.waitFor(kReady, 'the core');
      await page.evaluate(kListen);
      for (const [act, expected, place] of kActions) await heard(page, act, expected, place);
      assert.equal(await page.evaluate("document.querySelectorAll('[role=status]').length"), 1);
      await page.close();
      await site.close();
    });

    await t.test('RGAA 7.5: the count that is seen changes with the list, before anything is heard', async () => {
      const site = await publishedSite(nine, { attributes: 'loading="eager"' });
      const page = await browser.open(`${site.origin}/`);
      await page.waitFor(kReady, 'the core');
      await page.evaluate(kListen);
      assert.deepEqual(
        await page.evaluate(
          `(() => { ${click('[name=droit][value=modification]')}; return [document.querySelector('.catalogue-status').textContent, document.querySelectorAll('li[data-id]:not([hidden])').length, window.said.length]; })()`,
        ),
        ['3 formations', 3, 0],
      );
      await page.close();
      await site.close();
    });

    await t.test('“Lien copié” stands beside its button, and goes away', async () => {
      const site = await publishedSite(nine, { attributes: 'loading="eager"' });
      const page = await browser.open(`${site.origin}/?duree=-60`);
      await page.waitFor(kReady, 'the core');
      await page.evaluate(clipboard('Promise.resolve()'));
      await page.evaluate(click('[data-action=copy]'));
      await page.waitFor(`${kNote}?.className === 'catalogue-note'`, 'the words beside the button');
      assert.equal(await page.evaluate(`${kNote}.textContent`), 'Lien copié.');
      await page.waitFor("!document.querySelector('.catalogue-note')", 'that they go away');
      await page.close();
      await site.close();
    });

    await t.test('a link that the browser does not copy stands beside the button, until the next answer', async () => {
      const site = await publishedSite(nine, { attributes: 'loading="eager"' });
      const page = await browser.open(`${site.origin}/?duree=-60`);
      await page.waitFor(kReady, 'the core');
      for (const refusal of ["Promise.reject(new Error('no permission'))", 'undefined.no.secure.context']) {
        await page.evaluate(clipboard(refusal));
        await page.evaluate(click('[data-action=copy]'));
        await page.waitFor(`${kNote}?.className === 'catalogue-note'`, 'the link beside the button');
        assert.equal(await page.evaluate(`${kNote}.textContent`), `${site.origin}/?duree=-60`);
      }
      await page.evaluate(click('[name=droit][value=modification]'));
      await page.waitFor("!document.querySelector('.catalogue-note')", 'that it goes away');
      await page.close();
      await site.close();
    });

    await t.test('a catalogue that is drawn says nothing of itself, then each change; in English too', async () => {
      const site = await partnerSite(nine, { attributes: 'lang="en" loading="eager"' });
      const page = await browser.open(`${site.origin}/`);
      await page.waitFor(kReady, 'the core');
      await page.waitFor(`${kHost}.shadowRoot.querySelector('[role=status]') !== null`, 'the line for readers');
      await page.evaluate(kListen);
      await pause(kSettledMs);
      assert.deepEqual(await page.evaluate('window.said'), []);
      await page.evaluate(`${kHost}.shadowRoot.querySelector('[name=droit][value=modification]').click()`);
      await page.waitFor('window.said.length > 0', 'the message');
      assert.deepEqual(await page.evaluate('window.said'), ['3 trainings, filter “Modify the content” added']);
      await page.close();
      await site.close();
    });
  });
}

/** Does `act`, and waits longer than any message does: one is heard, which is true; the focus moves after it. */
async function heard(page, act, expected, place) {
  await page.evaluate('Object.assign(window, { said: [], saidAtFocus: null }) && null');
  await act(page);
  await pause(kSettledMs);
  const { said, saidAtFocus, focused, total } = await page.evaluate(
    '({ said, saidAtFocus, total, focused: document.activeElement.className })',
  );
  assert.equal(said.length, 1, `${expected}: ${said.join(' / ')}`);
  if (typeof expected === 'string') {
    assert.equal(said[0].replace(/\s/g, ' '), expected);
    assert.equal(numberIn(said[0]), total);
  } else {
    assert.match(said[0], expected);
  }
  if (place) assert.deepEqual([focused, saidAtFocus], [place, said[0]]);
}
