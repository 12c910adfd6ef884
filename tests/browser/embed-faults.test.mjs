// SPDX-License-Identifier: MIT
// The iframe with each of its files spoilt in every way: the page around it loads, the frame keeps a list, and where the
// visitor loses something there is one alert, and one event on the iframe. A file that markup itself names and that hangs
// holds back the load event, in every browser: there the page around must be parsed and usable all the same.
import test from 'node:test';
import assert from 'node:assert/strict';
import { strictPolicy } from '../../web/partner/pages.mjs';
import { importTypeScript } from '../web/import-typescript.mjs';
import { builtPath, distFiles, integrityOf } from './built-files.mjs';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { kCodes, kDiffering, kFaults, isTakenAsItIs } from './faults.mjs';
import { serve } from './origins.mjs';

const { writeSnippet } = await importTypeScript('web/integration/snippet.ts');

const kRecorder = `window.told = [];
addEventListener('catalogue-error', (event) => told.push(event.detail));
addEventListener('DOMContentLoaded', () => { window.isParsed = true; });
addEventListener('load', () => { window.hasLoaded = true; });`;
const kHung = 'hung after its headers';
/** Time runs eight times faster in the frame, so that its limits can be waited for. */
const kFast = 'const own = setTimeout; window.setTimeout = (run, ms, ...more) => own(run, ms / 8, ...more);';

/** The filter without script is a file of each language: the one that the French frame names. */
const kFilter = /embed\/filter\.\w+\.css/.exec(String(distFiles()['/embed/']))[0];

/** A file's kind says which codes tell its faults; what markup names has no kind and no event. */
const kFiles = {
  page: [/^embed\/index\.html$/],
  'resize script': [/^embed\/resize\.js$/],
  'frame script': [/^embed\/frame\.\w+\.js$/],
  'frame style': [/^embed\/frame\.\w+\.css$/],
  'filter style': [new RegExp(`^${kFilter}$`)],
  'neutral style': [/^catalogue-neutral\.\w+\.css$/],
  loader: [/^catalogue-formations\.js$/],
  widget: [/^catalogue-widget\.\w+\.js$/, 'pinned'],
  engine: [/^catalogue-runtime\.\w+\.wasm$/, 'wasm'],
  catalogue: [/^catalogue\.json$/, 'catalogue'],
};

function snippetOf(host, way) {
  const choice = { way, lang: 'fr', skin: 'auto', query: '', headingLevel: '2', pageSize: '20', overlay: '' };
  const release = {
    host: `${host}/`,
    element: integrityOf('/catalogue-formations.js'),
    resize: integrityOf('/embed/resize.js'),
  };
  return writeSnippet(choice, release, { fallbackLink: 'Voir', fallbackUrl: `${host}/`, frameTitle: 'Catalogue' });
}

/** A partner's page with the guide's snippet; the host has the file at `path` spoilt. */
async function setUp(path, fault, way = 'frame') {
  const files = { ...distFiles(), '/recorder.js': kRecorder, '/fast.js': kFast, '/elsewhere.html': '<!doctype html>' };
  if (fault === kHung && path !== '/embed/index.html')
    files['/embed/'] = String(files['/embed/']).replace('<head>', '<head><script src="/fast.js"></script>');
  files[path] = kFaults[fault](files[path]);
  if (path === '/embed/index.html') files['/embed/'] = files[path];
  const host = await serve(files, { hostname: 'localhost' });
  const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Partenaire</title>
<script src="${host.origin}/recorder.js"></script></head><body>${snippetOf(host.origin, way)}</body></html>`;
  const page = await serve({ '/': html }, { headers: { 'Content-Security-Policy': strictPolicy(host.origin) } });
  return { address: page.origin, close: () => Promise.all([host.close(), page.close()]) };
}

const kItems = "[...document.querySelectorAll('li[data-id]')].filter((item) => item.getClientRects().length).length";
const kUse = "document.querySelector('.catalogue-panel input[type=checkbox]').click()";
const kAlerts = "[...document.querySelectorAll('[role=alert]')].filter((node) => !node.hidden).length";

async function check(browser, name, fault, code) {
  const [pattern, kind] = kFiles[name];
  const site = await setUp(builtPath(pattern), fault);
  const page = await browser.open(site.address);
  try {
    await page.waitFor('window.hasLoaded', "the page's load event");
    if (name === 'page') return;
    const frame = await page.frame('iframe');
    await frame.waitFor(`${kItems} > 0`, 'the list');
    if (!kind) return;
    await frame.waitFor("document.readyState === 'complete'", 'the loader');
    await frame.evaluate(`void ${kUse}`);
    if (code === undefined) await frame.waitFor("document.querySelector('[data-ready]') !== null", 'the core');
    else await page.waitFor('told.length', 'the event');
    await frame.evaluate('new Promise((resolve) => setTimeout(resolve, 300))');
    assert.ok((await frame.evaluate(kItems)) > 0);
    assert.equal(await frame.evaluate(kAlerts), code === undefined ? 0 : 1);
    assert.deepEqual(
      (await page.evaluate('told')).map((error) => error.code),
      code === undefined ? [] : [code],
    );
  } finally {
    await page.close();
    await site.close();
  }
}

for (const engine of kEngines) {
  test(`${engine}: faults in the iframe`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    for (const [name, [, kind]] of Object.entries(kFiles)) {
      for (const fault of engine === 'chromium' ? Object.keys(kFaults) : kDiffering) {
        if (fault === kHung && !kind) continue;
        const code = !kind || isTakenAsItIs(engine, fault) ? undefined : kCodes[kind][fault];
        await t.test(`${name} ${fault}: ${code ?? 'the list stays'}`, () => check(browser, name, fault, code));
      }
    }

    // WebDriver waits for the load event.
    if (engine !== 'chromium') return;
    for (const name of Object.keys(kFiles).filter((file) => !kFiles[file][1])) {
      const ways = name === 'loader' ? ['frame', 'tag'] : ['frame'];
      for (const way of ways) {
        await t.test(`${name} hangs (${way}): the page around is parsed all the same`, async (t) => {
          const site = await setUp(builtPath(kFiles[name][0]), kHung, way);
          t.after(() => site.close());
          const page = await browser.open('about:blank');
          await page.page.goto(site.address, { waitUntil: 'commit' });
          await page.waitFor('window.isParsed', 'DOMContentLoaded');
          await page.close();
        });
      }
    }
  });
}
