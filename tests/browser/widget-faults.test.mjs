// SPDX-License-Identifier: MIT
// Every hosted file, spoilt in every way, on each way of embedding: the list stays, one message and one event tell the
// right cause, and the page's load event is not held back.
import test from 'node:test';
import assert from 'node:assert/strict';
import { strictPolicy } from '../../web/partner/pages.mjs';
import { builtPath, distFiles, integrityOf, readCatalogue } from './built-files.mjs';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { isTakenAsItIs, kCodes, kDiffering, kFaults } from './faults.mjs';
import { serve } from './origins.mjs';
import { click, kAlerts, nine, publishedSite } from './widget-pages.mjs';

const kWidget = /^catalogue-widget\.\w+\.js$/;
const kRuntime = /^catalogue-runtime\.\w+\.wasm$/;
const kStyle = /^catalogue-neutral\.\w+\.css$/;

// Where asked, time runs four times faster, so that a limit of 15 s can be waited for.
const kRecorder = `window.told = []; addEventListener('catalogue-error', (event) => told.push(event.detail));
addEventListener('load', () => { window.hasLoaded = true; });
if (location.hash === '#fast') { const own = setTimeout; window.setTimeout = (run, ms, ...more) => own(run, ms / 4, ...more); }`;

const pageOf = (head, body) =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>page</title>${head}</head><body>${body}</body></html>`;
const scriptOf = (host, path) =>
  `<script type="module" async src="${host}${path}" integrity="${integrityOf(path)}" crossorigin></script>`;

/** A host of dist/ with the file at `path` spoilt, and a page on another origin. */
async function onTwoOrigins(path, spoil, body, script) {
  const files = { ...distFiles(), '/recorder.js': kRecorder, '/elsewhere.html': '<!doctype html>' };
  files[path] = spoil(files[path]);
  const host = await serve(files, { hostname: 'localhost' });
  const head = `<script src="${host.origin}/recorder.js"></script>${scriptOf(host.origin, script)}`;
  const policy = strictPolicy(host.origin);
  const page = await serve(
    { '/': pageOf(head, body(host.origin)) },
    { headers: { 'Content-Security-Policy': policy } },
  );
  return { address: page.origin, close: () => Promise.all([host.close(), page.close()]) };
}

const kFallback = "document.querySelector('#fallback')?.getClientRects().length > 0";
const kCards =
  "(document.querySelector('catalogue-formations')?.shadowRoot?.querySelectorAll('.catalogue-list > li').length ?? 0)";
const kCount = readCatalogue().trainings.length;

/** Each way of embedding: its files, the kind of each, how it is set up and used, and what is left to the visitor. */
const kWays = {
  tag: {
    files: { widget: [kWidget, 'pinned'], engine: [kRuntime, 'wasm'], catalogue: [/^catalogue\.json$/, 'catalogue'] },
    setUp: (path, spoil) =>
      onTwoOrigins(
        path,
        spoil,
        (host) =>
          `<catalogue-formations src="${host}/catalogue.json" loading="eager"><a id="fallback" href="/">Voir</a></catalogue-formations>`,
        '/catalogue-formations.js',
      ),
    isLeft: kFallback,
    isWhole: `${kCards} === ${kCount}`,
  },
  list: {
    files: { widget: [kWidget, 'pinned'], engine: [kRuntime, 'wasm'], catalogue: [/^catalogue\.json$/, 'catalogue'] },
    setUp: async (path, spoil) => {
      const site = await publishedSite(nine, { head: '<script src="/recorder.js"></script>' });
      Object.assign(site.files, { '/recorder.js': kRecorder, '/elsewhere.html': '<!doctype html>' });
      const served = path === '/catalogue.json' ? path : `/dist${path}`;
      site.files[served] = spoil(Buffer.from(site.files[served]));
      return { address: site.origin, close: site.close };
    },
    use: (page) => page.evaluate(click('[value="-30"]')),
    isLeft: "[...document.querySelectorAll('li[data-id]')].filter((item) => item.getClientRects().length).length === 3",
    isWhole: "document.querySelector('[data-ready]') !== null",
  },
};

/** The style sheet is lacking, the catalogue is not. */
kWays.tagOfStyle = {
  ...kWays.tag,
  files: { style: [kStyle, 'pinned'] },
  isLeft: kWays.tag.isWhole,
};

async function check(browser, way, path, fault, code) {
  const site = await way.setUp(path, kFaults[fault]);
  const page = await browser.open(`${site.address}/${fault.startsWith('hung') ? '#fast' : ''}`);
  try {
    await page.waitFor('window.hasLoaded', 'the load event');
    await way.use?.(page);
    if (code === undefined) await page.waitFor(way.isWhole, 'the whole catalogue');
    else await page.waitFor('told.length', 'the event');
    await page.waitFor(way.isLeft === kFallback && code === undefined ? way.isWhole : way.isLeft, 'the list');
    await page.evaluate('new Promise((resolve) => setTimeout(resolve, 300))');
    const told = await page.evaluate('told');
    assert.deepEqual(
      told.map((error) => error.code),
      code === undefined ? [] : [code],
      JSON.stringify(told),
    );
    if (code !== undefined) assert.doesNotMatch(told[0].message, new RegExp(`^${code} `));
    assert.equal((await page.evaluate(kAlerts)).length, code === undefined ? 0 : 1);
  } finally {
    await page.close();
    await site.close();
  }
}

for (const engine of kEngines) {
  test(`${engine}: faults`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    for (const [wayName, way] of Object.entries(kWays)) {
      for (const [file, [pattern, kind]] of Object.entries(way.files)) {
        for (const fault of engine === 'chromium' ? Object.keys(kFaults) : kDiffering) {
          const code = isTakenAsItIs(engine, fault) ? undefined : kCodes[kind][fault];
          await t.test(`${wayName}: ${file} ${fault}: ${code ?? 'all is well'}`, () =>
            check(browser, way, builtPath(pattern), fault, code),
          );
        }
      }
    }
  });
}
