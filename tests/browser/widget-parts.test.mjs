// SPDX-License-Identifier: MIT
// A catalogue in parts: the same list and panel as of the whole one, whatever visitors ask, in whatever order parts come.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openCatalogue } from '../../lib/core.js';
import { isInstalled, kEngines, kPlainHost, launch } from './engines.mjs';
import {
  filesOf,
  kCount,
  kDrawn,
  kIds,
  kParts,
  kRecord,
  kRoot,
  large,
  partsPage,
  partsSite,
  press,
  slowly,
} from './parts-site.mjs';
import { kShown } from './selections.mjs';
import { click, kAlerts, kHost, kReady, partnerSite, visit } from './widget-pages.mjs';

const catalogue = await openCatalogue(JSON.stringify(large));
const answerTo = (query) => catalogue.query(query);
const kBusy = `${kRoot}.querySelector('[aria-busy=true]') !== null`;
const eager = { attributes: 'loading="eager"' };

const kQueries = [
  '',
  'licence=CC-BY-NC-ND',
  'licence=CC-BY-NC-ND&page=2',
  'duree=-60',
  'duree=45-200&duree=inconnue&page=3',
  'droit=modification&droit=commercial',
  'organisme=organisme-3',
  'tri=titre',
  'tri=-duree&page=75',
  'licence=CC-BY-NC-ND&tri=titre&page=2',
  'licence=inconnue&duree=100000-',
  'modalite=en-ligne&langue=fr',
  'licence=nothing&duree=9-1',
  'q=numerique',
  'q=numerqiue+responsable&tri=titre&page=2',
  'q=formation+introuvable&licence=inconnue',
];

/** Goes to each query by the address, and keeps what is drawn for it once the whole list is. */
const drawEach = (queries) => `(async () => {
  const drawn = [];
  for (const query of ${JSON.stringify(queries)}) {
    const changed = new Promise((resolve) => addEventListener('catalogue-change', resolve, { once: true }));
    history.pushState(null, '', '?' + query);
    dispatchEvent(new PopStateEvent('popstate'));
    await changed;
    while (${kHeld}.length) await new Promise(requestAnimationFrame);
    drawn.push(${kDrawn}.replaceAll(location.origin, ''));
  }
  return drawn;
})()`;

const kList = `${kRoot}.querySelector('.catalogue-list')`;
/** What comes in later frames. */
const kSpread = '.catalogue-fields > *, .catalogue-list > li, .catalogue-pages';
const kHeld = `[...${kRoot}.querySelectorAll('${kSpread}')].filter((each) => each.hidden)`;
const kShownItems = `(${kRoot}?.querySelectorAll('li[data-id]:not([hidden])').length ?? 0)`;

const kWholeList = `(${kShownItems} === 20 && !${kHeld}.length)`;

/** Keeps what is shown of the next answer each time that it grows, until all is: trainings, groups of the panel, the list's height. */
const kWatchGrowth = `(() => {
  window.growth = new Promise((resolve) => {
    const steps = [];
    const before = ${kIds}.join();
    const look = () => {
      if (${kIds}.join() === before) return;
      const shown = ${kShownItems};
      const groups = ${kRoot}.querySelectorAll('.catalogue-fields > :not([hidden])').length;
      steps.push({ shown, groups, height: ${kList}.offsetHeight });
      if (${kWholeList} && !${kList}.hasAttribute('style')) resolve(steps);
    };
    new MutationObserver(look).observe(${kRoot}, { childList: true, subtree: true, attributes: true });
  });
})()`;
/** How a count of `growth` grows. */
const growthOf = (growth, what) =>
  growth.map((step) => step[what]).filter((count, i, counts) => count && count !== counts[i - 1]);
const kSteps = [2, 4, 6, 8, 10, 12, 14, 16, 18, 20];

/** Waits until the list is that of `query`. */
const waitForList = (page, query) => {
  const { ids, total } = answerTo(query);
  return page.waitFor(`${kCount} === ${total} && ${kIds}.join() === '${ids.join()}'`, `the list of ${query}`);
};

/** A visitor chooses an order. */
const kSortByTitle = `(() => { const sort = ${kRoot}.querySelector('[name=tri]'); sort.value = 'titre'; sort.dispatchEvent(new Event('change', { bubbles: true })); })()`;

const partsAsked = (site) => site.requests.filter((path) => path.startsWith('/parts/'));

/** Tells where two long texts part. */
function assertSame(one, other, what) {
  const at = [...one].findIndex((character, i) => character !== other[i]);
  assert.equal(one.slice(Math.max(0, at - 80), at + 80), other.slice(Math.max(0, at - 80), at + 80), what);
  assert.equal(one, other, what);
}

async function testDrawn(t, at) {
  await t.test('list and panel are those of the whole catalogue', async () => {
    const queries = kQueries.slice(1);
    const drawn = [];
    for (const site of [await partsSite(eager), await partnerSite(large, eager)]) {
      await at(site, '', async (page) => {
        await page.waitFor(kReady, 'the core');
        await page.waitFor(kWholeList, 'the list');
        drawn.push([
          await page.evaluate(`${kDrawn}.replaceAll(location.origin, '')`),
          ...(await page.evaluate(drawEach(queries))),
        ]);
      });
    }
    kQueries.forEach((query, i) => assertSame(drawn[0][i], drawn[1][i], query));
  });

  await t.test('the first list comes a few trainings at a time, the panel a group at a time', async () => {
    const site = await partsSite(eager);
    const bytes = site.files['/catalogue.parts'];
    let release;
    const watched = new Promise((resolve) => {
      release = resolve;
    });
    site.files['/catalogue.parts'] = (_, response) => watched.then(() => response.end(bytes));
    await at(site, '', async (page) => {
      await page.waitFor(`Boolean(${kRoot})`, 'the place of the list');
      await page.evaluate(kWatchGrowth);
      release();
      const growth = await page.evaluate('growth');
      assert.deepEqual(growthOf(growth, 'shown'), kSteps);
      assert.deepEqual(growthOf(growth, 'groups'), [1, 2, 3, 4, 5, 6, 7]);
    });
  });

  await t.test('so does the next page, on a page that stays as high', async () => {
    await at(await partsSite(eager), '', async (page) => {
      await page.waitFor(kWholeList, 'the list');
      const height = await page.evaluate(`${kList}.offsetHeight`);
      await page.evaluate(kWatchGrowth);
      await page.evaluate(press('.catalogue-pages a[data-query*="page=2"]'));
      const growth = await page.evaluate('growth');
      assert.deepEqual(growthOf(growth, 'shown'), kSteps);
      for (const step of growth.slice(0, -1))
        assert.ok(step.height >= height, `${JSON.stringify(step)}, before ${height}`);
    });
  });

  await t.test('a training that was on the page and stays is never taken away', async () => {
    await at(await partsSite(eager), '', async (page) => {
      await page.waitFor(kWholeList, 'the list');
      await page.evaluate(`(() => {
        window.before = [...${kList}.children];
        window.taken = 0;
        new MutationObserver(() => { taken += before.filter((item) => item.hidden).length; })
          .observe(${kList}, { attributes: true, subtree: true, childList: true });
      })()`);
      await page.evaluate(press('[name=licence][value="CC-BY-NC-ND"]'));
      await waitForList(page, 'licence=CC-BY-NC-ND');
      await page.waitFor(`${kShownItems} === 20`, 'the rest of the list');
      assert.ok(await page.evaluate('before.filter((item) => item.isConnected).length > 3'), 'some stay');
      assert.equal(await page.evaluate('taken'), 0);
    });
  });

  await t.test('the choices of a folded group have no place in the layout', async () => {
    await at(await partsSite(eager), '', async (page) => {
      await page.waitFor(kWholeList, 'the list');
      const folded = `[...${kRoot}.querySelectorAll('details:not([open]) .catalogue-choice')]`;
      assert.ok(await page.evaluate(`${folded}.length > 5`));
      assert.equal(await page.evaluate(`${folded}.filter((choice) => choice.getClientRects().length).length`), 0);
    });
  });

  await t.test(
    'the first list asks for the index alone; a filter, a page, an order, and back, for what they need',
    async () => {
      const site = await partsSite(eager);
      await at(site, '', async (page) => {
        await page.evaluate(kRecord);
        await waitForList(page, '');
        assert.deepEqual(partsAsked(site), []);
        assert.ok(!site.requests.some((path) => /runtime|catalogue\.json/.test(path)), site.requests.join('\n'));
        await page.evaluate(press('[name=licence][value="CC-BY-NC-ND"]'));
        await waitForList(page, 'licence=CC-BY-NC-ND');
        assert.ok(partsAsked(site).includes(site.parts.pathOf(kParts.columns)));
        await page.evaluate(press('.catalogue-pages a[data-query*="page=2"]'));
        await waitForList(page, 'licence=CC-BY-NC-ND&page=2');
        assert.equal(await page.evaluate('location.search'), '?licence=CC-BY-NC-ND&page=2');
        await page.evaluate(kSortByTitle);
        await waitForList(page, 'licence=CC-BY-NC-ND&tri=titre');
        await page.evaluate('history.back()');
        await waitForList(page, 'licence=CC-BY-NC-ND&page=2');
        assert.equal(new Set(partsAsked(site)).size, partsAsked(site).length, 'each part once');
        assert.deepEqual(await page.evaluate('told'), []);
        assert.deepEqual(await page.evaluate(kAlerts), []);
      });
    },
  );
}

const kField = `${kRoot}.querySelector('[type=search]')`;
const type = (text) =>
  `(() => { ${kField}.value = '${text}'; ${kField}.dispatchEvent(new Event('input', { bubbles: true })); })()`;

/** Types letter by letter, one each 180 ms. */
const typeLetters = (text) => `(async () => {
  for (const at of Array.from('${text}').keys()) {
    ${kField}.value = '${text}'.slice(0, at + 1);
    ${kField}.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 180));
  }
})()`;

async function waitForRequest(site, isIt, what) {
  for (let i = 0; i < 100 && !partsAsked(site).some(isIt); i += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  assert.ok(partsAsked(site).some(isIt), what);
}

async function testText(t, at) {
  await t.test('letters that follow each other are one question', async () => {
    const site = await partsSite(eager);
    await at(site, '', async (page) => {
      await waitForList(page, '');
      await page.evaluate(kRecord);
      await page.evaluate(typeLetters('organisme 3'));
      await waitForList(page, 'q=organisme+3');
      assert.deepEqual(await page.evaluate('asked'), ['q=organisme+3']);
    });
  });

  await t.test('a text that is typed on meanwhile brings no trainings', async () => {
    const asked = [];
    for (const texts of [['responsable'], ['organisme 3', 'responsable']]) {
      const site = await partsSite(eager);
      const isWords = (path) => path === site.parts.pathOf(kParts.words);
      const isColumns = (path) => path === site.parts.pathOf(kParts.columns);
      const columns = site.files[site.parts.pathOf(kParts.columns)];
      let release;
      const typed = new Promise((resolve) => {
        release = resolve;
      });
      site.files[site.parts.pathOf(kParts.columns)] = (_, response) => typed.then(() => response.end(columns));
      await at(site, '', async (page) => {
        await waitForList(page, '');
        await page.evaluate(`${kField}.focus()`);
        await waitForRequest(site, isWords, 'the words come with the focus');
        await page.evaluate(type(texts[0]));
        await waitForRequest(site, isColumns, 'the columns are asked for');
        await page.evaluate(type(texts.at(-1)));
        await page.evaluate('new Promise((resolve) => setTimeout(resolve, 400))');
        release();
        await waitForList(page, 'q=responsable');
        asked.push(partsAsked(site).map((path) => path.split('/').pop()));
      });
    }
    const [once, twice] = asked;
    const more = twice.filter((path) => !once.includes(path));
    assert.ok(more.length <= 2, `its postings alone, not ${more.join(' ')}`);
  });

  await t.test(
    'a text is found once its words have come: typed, corrected, shared, and with the marks of the whole',
    async () => {
      const site = await partsSite(eager);
      await at(site, '', async (page) => {
        await page.evaluate(kRecord);
        await waitForList(page, '');
        await page.evaluate(`${kField}.focus()`);
        await waitForRequest(site, (path) => path === site.parts.pathOf(kParts.words), 'the words come with the focus');
        await page.evaluate(type('numerique'));
        await waitForList(page, 'q=numerique');
        await page.evaluate(type('numerqiue responsable'));
        await waitForList(page, 'q=numerqiue+responsable');
        await page.evaluate(press('[name=licence][value=inconnue]'));
        await waitForList(page, 'q=numerqiue+responsable&licence=inconnue');
        assert.deepEqual(await page.evaluate('told'), []);
      });
    },
  );
}

async function testSlow(t, at) {
  await t.test('a shared address shows its selection', async () => {
    const site = await partsSite(eager);
    await at(site, '?duree=-60&licence=inconnue&page=2', async (page) => {
      await waitForList(page, 'duree=-60&licence=inconnue&page=2');
      assert.equal(await page.evaluate(`${kRoot}.querySelector('[name=licence][value=inconnue]').checked`), true);
      assert.equal(await page.evaluate('location.search'), '?duree=-60&licence=inconnue&page=2');
    });
  });

  await t.test('two elements with one catalogue share it, and filter apart', async () => {
    const site = await partsSite({ attributes: 'loading="eager" url-state="a-"' });
    site.files['/'] = site.files['/'].replace(
      '</main>',
      '<catalogue-formations id="b" src="/catalogue.parts" loading="eager" url-state="b-"></catalogue-formations></main>',
    );
    await at(site, '', async (page) => {
      const second = (expression) => expression.replaceAll(kHost, "document.querySelector('#b')");
      await waitForList(page, '');
      await page.waitFor(second(`${kIds}.length`), 'the second list');
      await page.evaluate(`${press('[value="-30"]')}, ${second(press('[value=inconnue]'))}`);
      await waitForList(page, 'duree=-30');
      const { ids } = answerTo('licence=inconnue');
      await page.waitFor(second(`${kIds}.join() === '${ids.join()}'`), 'the list of the second');
      const asked = site.requests.filter((path) => /\/parts\/|\.parts$/.test(path));
      assert.equal(new Set(asked).size, asked.length, asked.join(' '));
    });
  });

  await t.test('while parts are slow the list stays and is busy; the last of many clicks counts', async () => {
    const site = await partsSite(eager);
    await at(site, '', async (page) => {
      await page.evaluate(kRecord);
      await waitForList(page, '');
      // The parts that are asked for first come last.
      let delay = 900;
      for (const path of Object.keys(site.files).filter((path) => path.startsWith('/parts/'))) {
        const bytes = site.files[path];
        site.files[path] = (...asked) => {
          delay = Math.max(0, delay - 60);
          slowly(bytes, delay)(...asked);
        };
      }
      const clicks = [
        '[value="-60"]',
        '[value=inconnue]',
        '[value=modification]',
        '[value="-240"]',
        '[value=inconnue]',
        '[value=partage]',
      ];
      await page.evaluate(clicks.map(press).join());
      const before = await page.evaluate(
        `({ ids: ${kIds}, isBusy: ${kBusy}, address: location.search, isChecked: ${kRoot}.querySelector('[value=partage]').checked })`,
      );
      assert.deepEqual(before, { ids: answerTo('').ids, isBusy: true, address: '', isChecked: true });
      await waitForList(page, 'duree=-240&droit=modification&droit=partage');
      await page.waitFor(`!${kBusy}`, 'the end');
      assert.deepEqual(
        await page.evaluate(
          '({ told, asked, checked: [...' +
            kRoot +
            '.querySelectorAll(":checked")].map(({ value }) => value).filter(Boolean).sort() })',
        ),
        {
          told: [],
          asked: ['duree=-240&droit=modification&droit=partage'],
          checked: ['-240', 'modification', 'partage'],
        },
      );
      // Two pages, the first slower than the second.
      delay = 600;
      await page.evaluate(
        `${press('.catalogue-pages li:nth-last-child(2) a')}, ${press('.catalogue-pages a[data-query*="page=2"]')}`,
      );
      await waitForList(page, 'duree=-240&droit=modification&droit=partage&page=2');
      await page.evaluate('new Promise((resolve) => setTimeout(resolve, 1000))');
      assert.deepEqual(await page.evaluate(kIds), answerTo('duree=-240&droit=modification&droit=partage&page=2').ids);
      assert.match(await page.evaluate('location.search'), /page=2/);
    });
  });

  await t.test("the page's own list is filtered in place", async () => {
    const site = await partsPage();
    await at(site, '', async (page) => {
      await page.evaluate(kRecord);
      await page.evaluate(click('[value="-30"]'));
      await page.waitFor(kReady, 'the core');
      await page.waitFor(`${kShown}.join() === '${answerTo('duree=-30').ids.join()}'`, 'the first page');
      await page.evaluate(click('.catalogue-pages a[data-query*="page=2"]'));
      await page.waitFor(`${kShown}.join() === '${answerTo('duree=-30&page=2').ids.join()}'`, 'the second page');
      assert.deepEqual(await page.evaluate('told'), []);
      assert.ok(partsAsked(site).length < 16, `${partsAsked(site).length} parts`);
    });
  });
}

async function testDeployments(t, at) {
  const other = {
    ...large,
    trainings: large.trainings.slice(7).map((training) => ({ ...training, provider: `Maison ${training.provider}` })),
  };
  const otherCatalogue = await openCatalogue(JSON.stringify(other));
  const deploy = (site) => {
    for (const path of Object.keys(site.files)) if (path.startsWith('/parts/')) delete site.files[path];
    Object.assign(site.files, filesOf(other).files);
  };
  const query = 'licence=CC-BY-NC-ND';
  const { ids, total } = otherCatalogue.query(query);

  await t.test('after a deployment in between, list and panel are those of the new catalogue', async () => {
    const site = await partsSite(eager);
    await at(site, '', async (page) => {
      await page.evaluate(kRecord);
      await waitForList(page, '');
      deploy(site);
      await page.evaluate(press('[name=licence][value="CC-BY-NC-ND"]'));
      await page.waitFor(`${kCount} === ${total} && ${kIds}.join() === '${ids.join()}'`, 'the new list');
      const providers = `[...${kRoot}.querySelectorAll('#catalogue-1-facet-organisme .catalogue-choice')]`;
      const isNew = `${providers}.length && ${providers}.every(({ textContent }) => /^\\s*Maison/.test(textContent))`;
      await page.waitFor(isNew, 'the new panel');
      assert.deepEqual(await page.evaluate('told'), []);
    });
  });

  await t.test("after one that changed the page's own list, that stays, and a message says to reload", async () => {
    const site = await partsPage();
    await at(site, '?duree=-60', async (page) => {
      await page.waitFor(kReady, 'the core');
      await page.evaluate(kRecord);
      deploy(site);
      await page.evaluate(kSortByTitle.replaceAll(`${kHost}.shadowRoot`, kHost));
      await page.waitFor('told.length', 'the event');
      assert.deepEqual(await page.evaluate('told'), ['changed']);
      assert.match((await page.evaluate(kAlerts)).join(), /rechargez/);
      assert.ok((await page.evaluate(kShown)).length > 0);
    });
  });
}

async function testPicks(t, at) {
  await t.test('an address that holds chosen trainings brings their blocks alone', async () => {
    const chosen = [large.trainings[1400], large.trainings[700]];
    const ids = [...chosen.map(({ id }) => id), 'formation-disparue'];
    const site = await partsSite({ attributes: 'loading="eager" selection="on"' });
    await at(site, `?${ids.map((id) => `choix=${id}`).join('&')}`, async (page) => {
      const rows = `[...(${kRoot}?.querySelectorAll('.catalogue-picks li') ?? [])].map(({ textContent }) => textContent)`;
      await page.waitFor(`${rows}.length === ${ids.length}`, 'the chosen trainings, and one that is gone');
      const words = await page.evaluate(rows);
      for (const { title } of chosen)
        assert.ok(
          words.some((word) => word.includes(title)),
          title,
        );
      const { last } = site.parts;
      assert.ok(partsAsked(site).includes(site.parts.pathOf(last)), 'the hashes of ids');
      assert.ok(partsAsked(site).length <= 4, partsAsked(site).join());
    });
  });
}

async function testPlain(t, at) {
  await t.test('a page without TLS, where browsers hash nothing, is answered all the same', async () => {
    const site = await partsSite(eager);
    const plain = { ...site, origin: site.origin.replace('127.0.0.1', kPlainHost) };
    await at(plain, '', async (page) => {
      assert.equal(await page.evaluate('typeof crypto.subtle'), 'undefined');
      await page.evaluate(kRecord);
      await waitForList(page, '');
      await page.evaluate(press('[name=licence][value="CC-BY-NC-ND"]'));
      await waitForList(page, 'licence=CC-BY-NC-ND');
      assert.deepEqual(await page.evaluate('told'), []);
    });
  });
}

for (const engine of kEngines) {
  test(`${engine}: a catalogue in parts`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    const at = (site, address, act) => visit(browser, address, act, { site });
    await testDrawn(t, at);
    await testText(t, at);
    await testSlow(t, at);
    await testDeployments(t, at);
    await testPicks(t, at);
    if (engine === 'chromium') await testPlain(t, at);
  });
}
