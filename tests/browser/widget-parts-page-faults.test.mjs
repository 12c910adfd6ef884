// SPDX-License-Identifier: MIT
// A page with its list, whose catalogue comes in parts: each file without which the core cannot start is spoilt while a
// visitor filters. Style goes on filtering, one message and one event tell it, and the next question starts the core once the
// file is back.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openCatalogue } from '../../lib/core.js';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { kFaults } from './faults.mjs';
import { kRecord, partsPage } from './parts-site.mjs';
import { kShown } from './selections.mjs';
import { click, kAlerts, kHost, kReady, manyTrainings, visit } from './widget-pages.mjs';

/** The index does not hold all their parts. */
const catalogue = manyTrainings(700);
const json = JSON.stringify(catalogue);
const whole = await openCatalogue(json);
const idsOf = (query) => whole.query(query, { pageSize: 1000 }).ids;

/** Time runs faster where asked, so that a limit of 15 s can be waited for. */
const kFast =
  "if (location.hash === '#fast') { const own = setTimeout; window.setTimeout = (run, ms, ...more) => own(run, ms / 16, ...more); }";

const faults = { ...kFaults, 'the catalogue as one file': () => Buffer.from(json) };
/** A fault that no browser keeps. */
const spoilt = (fault, good) => (request, response) => {
  const answer = faults[fault](Buffer.from(good));
  response.setHeader('Cache-Control', 'no-store');
  if (typeof answer === 'function') answer(request, response);
  else response.end(answer);
};

/** The codes that tell each fault of a file. */
const kFiles = {
  index: {
    pattern: /\.parts$/,
    codes: {
      'the catalogue as one file': 'invalid-index',
      'hung after its headers': 'timeout',
      'answered by 404': 'http',
      'one byte flipped': 'invalid-index',
    },
  },
  engine: {
    pattern: /catalogue-parts\.\w+\.wasm$/,
    codes: { 'hung after its headers': 'timeout', 'answered by 404': 'http', 'one byte flipped': 'integrity' },
  },
  script: {
    pattern: /catalogue-parts\.\w+\.js$/,
    codes: { 'hung after its headers': 'timeout', 'answered by 404': 'http', 'one byte flipped': 'integrity' },
  },
};

async function check(browser, { pattern }, fault, code) {
  const site = await partsPage({ head: '<script src="/record.js"></script>' }, catalogue);
  site.files['/record.js'] = `${kFast}\n${kRecord}`;
  const path = Object.keys(site.files).find((name) => pattern.test(name));
  const good = site.files[path];
  site.files[path] = spoilt(fault, good);
  const address = fault.startsWith('hung') ? '#fast' : '';
  const filtered = idsOf('licence=CC-BY-NC-ND');
  const act = async (page) => {
    await page.evaluate(click('[name=licence][value="CC-BY-NC-ND"]'));
    await page.waitFor('told.length', 'the event');
    await page.waitFor(`(${kAlerts}).length === 1`, 'one message');
    assert.deepEqual(await page.evaluate('told'), [code]);
    assert.deepEqual(await page.evaluate(kShown), filtered, 'style filters');
    site.files[path] = good;
    await page.evaluate(click('[name=duree][value="-60"]'));
    await page.waitFor(kReady, 'the core');
    const answer = idsOf('licence=CC-BY-NC-ND&duree=-60');
    await page.waitFor(`${kShown}.join() === ${JSON.stringify(answer.slice(0, 20).join())}`, 'the answer');
    assert.deepEqual(await page.evaluate(kAlerts), []);
    assert.equal(await page.evaluate(`${kHost}.querySelectorAll('li[data-id]').length`), 700, 'the list is whole');
  };
  await visit(browser, address, act, { site });
}

for (const engine of kEngines) {
  test(`${engine}: faults of parts on a page`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    for (const [name, file] of Object.entries(kFiles)) {
      for (const [fault, code] of Object.entries(file.codes)) {
        if (engine !== 'chromium' && !/hung|one file/.test(fault)) continue;
        await t.test(`${name}, ${fault}: ${code}`, () => check(browser, file, fault, code));
      }
    }
  });
}
