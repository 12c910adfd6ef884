// SPDX-License-Identifier: MIT
// Whatever happens upstream, the page keeps its fallback, and the reason is told to the console and the page.
import test from 'node:test';
import assert from 'node:assert/strict';
import { strictPolicy } from '../../web/partner/pages.mjs';
import { builtPath, distFiles, integrityOf, readCatalogue } from './built-files.mjs';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { freePort } from '../hosts/process.mjs';
import { serve } from './origins.mjs';

const kElement = '/catalogue-formations.js';
const kWidget = /^catalogue-widget\.\w+\.js$/;
const kRuntime = /^catalogue-runtime\.\w+\.wasm$/;

// Time runs twenty times faster, so that a limit of 15 s can be waited for.
const kRecorder = `window.told = []; addEventListener('catalogue-error', (event) => told.push(event.detail));
if (location.search === '?fast') { const own = setTimeout; window.setTimeout = (run, ms, ...more) => own(run, ms / 20, ...more); }`;

function partnerPage(host, { attributes = '', integrity = integrityOf(kElement), src = 'catalogue.json' }) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>partner</title><script src="${host}/recorder.js"></script>
<script type="module" src="${host}${kElement}" integrity="${integrity}" crossorigin></script></head>
<body><catalogue-formations src="${new URL(src, `${host}/`)}" loading="eager" ${attributes}><a id="fallback" href="/formations">Voir</a></catalogue-formations></body></html>`;
}

/** Each case: what is changed upstream, and the code and words that the webmaster gets. */
const cases = {
  'the catalogue is gone (no server)': {
    src: async () => `http://localhost:${await freePort()}/catalogue.json`,
    code: 'network',
    says: /No answer/,
  },
  'the catalogue answers 404': { src: '/none.json', code: 'http', says: /status 404/ },
  'the server never answers': {
    change: (host) => {
      host.files['/catalogue.json'] = () => {};
    },
    search: '?fast',
    code: 'timeout',
    says: /within 15 s/,
  },
  'the catalogue is a web page': {
    change: (host) => {
      host.files['/page.html'] = '<!doctype html>';
    },
    src: '/page.html',
    code: 'type',
    says: /text\/html/,
  },
  'the address redirects to a login page': {
    change: (host) => {
      host.files['/login.html'] = '<!doctype html>';
      host.files['/catalogue.json'] = (_, response) =>
        response.writeHead(302, { Location: '/login.html', 'Access-Control-Allow-Origin': '*' }).end();
    },
    code: 'redirected',
    says: /leads elsewhere: .*login\.html/,
  },
  'the catalogue is cut': {
    change: (host) => {
      host.files['/catalogue.json'] = JSON.stringify(readCatalogue()).slice(0, 300);
    },
    code: 'invalid-json',
    says: /JSON/,
  },
  'the catalogue is another kind of JSON': {
    change: (host) => {
      host.files['/catalogue.json'] = '{"type":"FeatureCollection","features":[]}';
    },
    code: 'missing-member',
    says: /trainings|missing|manque/i,
  },
  'the catalogue is not the pinned one': {
    attributes: `integrity="${`sha384-${'A'.repeat(64)}`}"`,
    code: 'integrity',
    says: /pinned hash/,
  },
  'the server lets no other site read': {
    hostHeaders: { 'Access-Control-Allow-Origin': '' },
    only: 'catalogue',
    code: 'cors',
    says: /Access-Control-Allow-Origin/,
  },
  'the second script is of another version': {
    change: (host) => {
      host.files[builtPath(kWidget)] = 'export const start = () => {};';
    },
    code: 'integrity',
    says: /pinned hash/,
  },
  'the engine is of another version': {
    change: (host) => {
      host.files[builtPath(kRuntime)] = Buffer.from('0061736d01000000', 'hex');
    },
    code: 'integrity',
    says: /pinned hash/,
  },
  'the engine is gone': {
    change: (host) => {
      host.files[builtPath(kRuntime)] = undefined;
    },
    code: 'http',
    says: /404/,
  },
  // Where a build wrote the list beside the catalogue, that list is shown: embed-style.test.mjs.
  'the policy forbids WebAssembly': {
    change: (host) => {
      for (const lang of ['fr', 'en']) host.files[`/catalogue.${lang}.html`] = undefined;
    },
    policy: (policy) => policy.replace(" 'wasm-unsafe-eval'", ''),
    code: 'policy',
    says: /script-src .*'wasm-unsafe-eval'/,
  },
  'the policy forbids the network': {
    policy: (policy) => policy.replace(/connect-src [^;]+;/, "connect-src 'none';"),
    code: 'policy',
    says: /connect-src http:\/\/localhost:\d+/,
  },
  'the policy names other Trusted Types': {
    policy: (policy) => policy.replace('trusted-types catalogue-formations', 'trusted-types other'),
    code: 'policy',
    says: /trusted-types catalogue-formations/,
    engines: ['chromium', 'firefox'],
  },
};

async function setUp(given) {
  const files = { ...distFiles(), '/recorder.js': kRecorder };
  const host = await serve(files, { hostname: 'localhost' });
  const bare = given.only ? await serve(files, { hostname: 'localhost', headers: given.hostHeaders }) : null;
  given.change?.(host);
  const asked = typeof given.src === 'function' ? await given.src() : given.src;
  const src = bare ? `${bare.origin}/catalogue.json` : asked;
  const policy = strictPolicy(host.origin).replace(/connect-src [^;]+/, `connect-src http://localhost:*`);
  const page = await serve(
    { '/': partnerPage(host.origin, { ...given, src }) },
    { headers: { 'Content-Security-Policy': given.policy ? given.policy(policy) : policy } },
  );
  return {
    address: `${page.origin}/${given.search ?? ''}`,
    close: () => Promise.all([host.close(), page.close(), bare?.close()]),
  };
}

// An extension stops a request before it leaves the browser; Chromium's driver gives the very same error.
const kBlockable = [
  ['catalogue', '**/catalogue.json'],
  ['engine', '**/*.wasm'],
  ['second script', '**/catalogue-widget.*'],
];

const kFallbackShown = "document.querySelector('#fallback').getClientRects().length > 0";

for (const engine of kEngines) {
  test(`${engine}: the fallback stays when`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());
    for (const [name, given] of Object.entries(cases)) {
      if (given.engines && !given.engines.includes(engine)) continue;
      await t.test(name, async () => {
        const site = await setUp(given);
        const page = await browser.open(site.address);
        const [error] = await page.waitFor('told.length > 0 && told', 'catalogue-error');
        assert.equal(error.code, given.code, error.message);
        assert.match(error.message, given.says);
        assert.equal(await page.evaluate(kFallbackShown), true);
        if (engine !== 'webkit')
          assert.ok(
            page.console().some((line) => given.says.test(line)),
            page.console().join('\n'),
          );
        await page.close();
        await site.close();
      });
    }

    for (const [what, blocked] of engine === 'chromium' ? kBlockable : []) {
      await t.test(`an extension blocks the ${what}`, async () => {
        const site = await setUp({});
        const page = await browser.open('about:blank');
        await page.page.route(blocked, (route) => route.abort('blockedbyclient'));
        await page.page.goto(site.address);
        const [error] = await page.waitFor('told.length > 0 && told', 'catalogue-error');
        assert.equal(error.code, 'network', error.message);
        assert.equal(await page.evaluate(kFallbackShown), true);
        await page.close();
        await site.close();
      });
    }

    await t.test('the first script is of another version', async () => {
      const site = await setUp({ integrity: `sha384-${'A'.repeat(64)}` });
      const page = await browser.open(site.address);
      assert.equal(await page.evaluate(kFallbackShown), true);
      assert.equal(await page.evaluate("customElements.get('catalogue-formations') === undefined"), true);
      await page.close();
      await site.close();
    });
  });
}
