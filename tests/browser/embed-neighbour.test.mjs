// SPDX-License-Identifier: MIT
// A good neighbour: several widgets share one engine, a second script does no harm, frameworks may move
// nodes, and what leaves the page leaves nothing behind.
import test from 'node:test';
import assert from 'node:assert/strict';
import { strictPolicy } from '../../web/partner/pages.mjs';
import { builtPath, distFiles, integrityOf, readCatalogue } from './built-files.mjs';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { serve } from './origins.mjs';

const kElement = '/catalogue-formations.js';
const kCount = readCatalogue().trainings.length;
const itemsOf = (id) =>
  `(document.querySelector('#${id}')?.shadowRoot?.querySelectorAll('.catalogue-list > li').length ?? 0)`;

// Counts the listeners on the window and the document: added minus removed.
const kRecorder = `window.listening = new Set(); window.errors = [];
addEventListener('error', (event) => errors.push(event.message)); addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
for (const target of [window, document]) {
  const add = target.addEventListener, remove = target.removeEventListener, seen = new WeakMap();
  target.addEventListener = function (type, listener, options) {
    const entry = { type }; listening.add(entry); seen.set(listener, entry);
    options?.signal?.addEventListener('abort', () => listening.delete(entry));
    if (options?.once) add.call(target, type, () => listening.delete(entry), { once: true });
    return add.call(target, type, listener, options);
  };
  target.removeEventListener = function (type, listener, options) { listening.delete(seen.get(listener)); return remove.call(target, type, listener, options); };
}
window.globals = Object.getOwnPropertyNames(window);`;

const tag = (host, id, more = '') =>
  `<catalogue-formations id="${id}" src="${host}/catalogue.json" loading="eager" ${more}><a href="/">Voir</a></catalogue-formations>`;

async function setUp(body) {
  const files = distFiles();
  for (const [path, bytes] of Object.entries(distFiles())) files[`/other${path}`] = bytes;
  const host = await serve({ ...files, '/recorder.js': kRecorder }, { hostname: 'localhost' });
  const script = (base = '') =>
    `<script type="module" src="${host.origin}${base}${kElement}" integrity="${integrityOf(kElement)}" crossorigin></script>`;
  const page = await serve(
    {
      '/': `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>n</title><script src="${host.origin}/recorder.js"></script>${script()}${script()}${script('/other')}</head>
<body><div id="a-place">${body(host.origin)}</div><div id="b-place"></div></body></html>`,
    },
    { headers: { 'Content-Security-Policy': strictPolicy(host.origin) } },
  );
  return { host, page, close: () => Promise.all([host.close(), page.close()]) };
}

const choose = (id, name, index = 0) =>
  `(() => { const box = document.querySelector('#${id}').shadowRoot.querySelectorAll('input[name=${name}]')[${index}]; box.click(); return box.value; })()`;

/** Expression that puts a widget into the page, as a framework does. */
const mountAt = (host) => `(() => { const node = document.createElement('catalogue-formations'); node.id = 'a';
  for (const [name, value] of [['src', '${host}/catalogue.json'], ['loading', 'eager']]) node.setAttribute(name, value);
  document.body.append(node); })()`;

for (const engine of kEngines) {
  test(`${engine}: the widget`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());

    await t.test('loads its engine once for two catalogues, which keep their own keys', async () => {
      const site = await setUp((host) => tag(host, 'a') + tag(host, 'b', 'url-state="b-"'));
      const page = await browser.open(site.page.origin);
      await page.waitFor(`${itemsOf('a')} === ${kCount} && ${itemsOf('b')} === ${kCount}`);
      const licence = await page.evaluate(choose('b', 'licence'));
      await page.waitFor(`${itemsOf('b')} < ${kCount}`);
      assert.equal(await page.evaluate(itemsOf('a')), kCount);
      assert.equal(await page.evaluate("new URLSearchParams(location.search).get('b-licence')"), licence);
      const runtime = builtPath(/^catalogue-runtime\.\w+\.wasm$/);
      assert.equal(site.host.requests.filter((path) => path === runtime).length, 1);
      await page.close();
      await site.close();
    });

    await t.test('in two languages on one page, each says its own words', async () => {
      const site = await setUp((host) => tag(host, 'a') + tag(host, 'b', 'lang="en"'));
      const page = await browser.open(site.page.origin);
      await page.waitFor(`${itemsOf('a')} === ${kCount} && ${itemsOf('b')} === ${kCount}`);
      const statusOf = (id) =>
        `document.querySelector('#${id}').shadowRoot.querySelector('.catalogue-status').textContent`;
      assert.match(await page.evaluate(statusOf('a')), /^\d+ formations$/);
      assert.match(await page.evaluate(statusOf('b')), /^\d+ trainings$/);
      await page.close();
      await site.close();
    });

    await t.test('loaded three times, of two addresses, neither fails nor leaks a name', async () => {
      const site = await setUp((host) => tag(host, 'a'));
      const page = await browser.open(site.page.origin);
      await page.waitFor(`${itemsOf('a')} === ${kCount}`);
      assert.deepEqual(await page.evaluate('errors'), []);
      const leaked =
        "Object.getOwnPropertyNames(window).filter((name) => !globals.includes(name) && !['listening', 'errors', 'globals', '0'].includes(name) && name !== 'a')";
      assert.deepEqual(await page.evaluate(leaked), []);
      const complaints = page.console().filter((line) => /Trusted|violat|refused|defined/i.test(line));
      assert.deepEqual(complaints, []);
      await page.close();
      await site.close();
    });

    await t.test('goes on working when a framework moves it or writes it again', async () => {
      const site = await setUp((host) => tag(host, 'a'));
      const page = await browser.open(site.page.origin);
      await page.waitFor(`${itemsOf('a')} === ${kCount}`);
      await page.evaluate("void document.querySelector('#b-place').append(document.querySelector('#a'))");
      await page.waitFor(
        `document.querySelector('#a').hasAttribute('data-ready') && ${itemsOf('a')} === ${kCount}`,
        'the list after a move',
      );
      await page.evaluate(choose('a', 'licence'));
      await page.waitFor(`${itemsOf('a')} < ${kCount}`, 'a filter after a move');
      await page.evaluate(`(() => { const old = document.querySelector('#a'); const fresh = document.createElement('catalogue-formations');
        for (const { name, value } of old.attributes) if (!name.startsWith('data-')) fresh.setAttribute(name, value); old.replaceWith(fresh); })()`);
      await page.waitFor(
        `${itemsOf('a')} > 0 && ${itemsOf('a')} < ${kCount}`,
        'the selection of the address in a fresh node',
      );
      await page.close();
      await site.close();
    });

    await t.test('removed, leaves no listener on the page', async () => {
      const site = await setUp(() => '');
      const page = await browser.open(site.page.origin);
      const before = await page.evaluate('listening.size');
      await page.evaluate(mountAt(site.host.origin));
      await page.waitFor(`${itemsOf('a')} === ${kCount}`);
      assert.ok((await page.evaluate('listening.size')) > before, 'it listens while it is there');
      await page.evaluate("document.querySelector('#a').remove()");
      assert.deepEqual(await page.evaluate(`[...listening].slice(${before}).map(({ type }) => type)`), []);
      await page.close();
      await site.close();
    });

    await t.test('removed between its panel and its list, draws and tells nothing more', async () => {
      const site = await setUp(() => '');
      const page = await browser.open(site.page.origin);
      const left = await page.evaluate(`(() => {
        ${mountAt(site.host.origin)};
        const node = document.querySelector('#a');
        const told = [];
        for (const name of ['catalogue-ready', 'catalogue-change', 'catalogue-error']) node.addEventListener(name, () => told.push(name));
        const isReady = () => node.hasAttribute('data-ready');
        return new Promise((resolve) => {
          setTimeout(() => resolve('the core never took over'), 10_000);
          new MutationObserver((_, observer) => {
            if (!isReady()) return;
            observer.disconnect();
            node.remove();
            setTimeout(() => resolve({ told, errors, isReady: isReady(), items: node.shadowRoot.querySelectorAll('.catalogue-list > li').length }), 600);
          }).observe(node, { attributes: true });
        });
      })()`);
      assert.deepEqual(left, { told: [], errors: [], isReady: false, items: 0 });
      await page.close();
      await site.close();
    });
  });
}

test('chromium: a thousand mounts and removals leave the memory as it was', {
  skip: !isInstalled('chromium') && 'not installed',
}, async (t) => {
  const browser = await launch('chromium');
  t.after(() => browser.close());
  const site = await setUp(() => '');
  t.after(() => site.close());
  const { evaluate, page } = await browser.open(site.page.origin);
  const session = await page.context().newCDPSession(page);
  const usedBytes = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  const mount = (times) =>
    evaluate(`(async () => {
    for (let time = 0; time < ${times}; time += 1) {
      const node = document.createElement('catalogue-formations');
      node.setAttribute('src', '${site.host.origin}/catalogue.json');
      node.setAttribute('loading', 'eager');
      const ready = new Promise((resolve) => node.addEventListener('catalogue-ready', resolve, { once: true }));
      document.body.append(node);
      await ready;
      node.remove();
    }
    return document.querySelectorAll('*').length;
  })()`);
  await mount(20);
  const before = await usedBytes();
  const nodes = await mount(1000);
  const grown = (await usedBytes()) - before;
  t.diagnostic(`heap after 1,000 mounts: ${(grown / 1024).toFixed(0)} KiB more; ${nodes} elements on the page`);
  assert.ok(grown < 512 * 1024, `${grown} bytes stay after 1,000 mounts`);
});
