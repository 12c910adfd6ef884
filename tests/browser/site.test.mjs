// SPDX-License-Identifier: MIT
// The example publication site, served: its budget, its links, its narrowest screen, its own policy.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ecoIndex } from './ecoindex.mjs';
import { useExample } from './example-site.mjs';

const mostRequests = 15;
const mostBytes = 250_000;
const address = '/publications/formations/';

const used = useExample();

/** Opens a page and counts what came over the wire. */
async function openCounting(path, size) {
  const opened = await used.browser.open('about:blank', size);
  const responses = [];
  opened.page.on('requestfinished', (request) => responses.push(request));
  await opened.page.goto(used.example.site + path, { waitUntil: 'networkidle' });
  const sizes = await Promise.all(responses.map((request) => request.sizes()));
  const bytes = sizes.reduce(
    (sum, { responseBodySize, responseHeadersSize }) => sum + responseBodySize + responseHeadersSize,
    0,
  );
  return { ...opened, requests: responses.length, bytes, urls: responses.map((request) => request.url()) };
}

test(`the publication page loads in at most ${mostRequests} requests and ${mostBytes / 1000} kB, and is an A`, async (t) => {
  const { evaluate, requests, bytes, close } = await openCounting(address);
  const dom = await evaluate(`document.querySelectorAll('body, body *:not(svg *)').length`);
  const score = ecoIndex({ dom, requests, kilobytes: bytes / 1000 });
  t.diagnostic(`${requests} requests, ${bytes} bytes, ${dom} elements, EcoIndex ${score.toFixed(1)}`);
  await close();
  assert.ok(requests <= mostRequests, `${requests} requests`);
  assert.ok(bytes <= mostBytes, `${bytes} bytes`);
  assert.ok(score > 80, `EcoIndex ${score}`);
});

test('nothing heavy is fetched before the catalogue is used', async () => {
  const { urls, close } = await openCounting(address);
  await close();
  assert.deepEqual(
    urls.filter((url) => /\.wasm$|catalogue\.json$|catalogue-widget/.test(url)),
    [],
  );
});

test("the first filter asks for the catalogue's own files and nothing else, no font either", async () => {
  const { page, evaluate, waitFor, close } = await openCounting(address);
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname.replace(/\.[0-9a-f]{8}(?=\.\w+$)/, '')));
  await evaluate('document.querySelector(\'[name=duree][value="-60"]\').click()');
  await waitFor("document.querySelector('catalogue-formations').hasAttribute('data-ready')", 'the core');
  await evaluate('document.fonts.ready.then(() => true)');
  await close();
  assert.deepEqual(asked.filter((path) => !path.includes('favicon')).sort(), [
    '/catalogue-runtime.wasm',
    '/catalogue-widget.js',
    `${address}catalogue.json`,
  ]);
});

test('the page breaks neither its own policy nor anything else in the console', async () => {
  const opened = await openCounting(address);
  assert.deepEqual(opened.console(), []);
  await opened.close();
});

for (const width of [320, 1280]) {
  test(`at ${width} pixels the page never scrolls sideways`, async () => {
    const { evaluate, close } = await openCounting(address, { width, height: 800 });
    assert.ok(await evaluate('document.documentElement.scrollWidth <= innerWidth'));
    await close();
  });
}

/** Addresses on the site that a page links to, without their fragments. */
async function linksOf(path) {
  const html = await (await fetch(used.example.site + path)).text();
  return [...html.matchAll(/\s(?:href|src)="([^"]+)"/g)]
    .map(([, value]) => new URL(value.replaceAll('&amp;', '&'), used.example.site + path))
    .filter(({ origin }) => origin === used.example.site)
    .map(({ pathname }) => pathname);
}

test('every link of the site leads somewhere', async () => {
  const seen = new Set(['/']);
  const broken = [];
  for (const path of seen) {
    const response = await fetch(used.example.site + path, { method: 'HEAD' });
    if (!response.ok) broken.push(`${path}: ${response.status}`);
    else if (response.headers.get('content-type')?.startsWith('text/html')) {
      for (const link of await linksOf(path)) seen.add(link);
    }
  }
  assert.ok(seen.size > 20, `${seen.size} addresses`);
  assert.deepEqual(broken, []);
});

test('names that change with their content are kept for a year, pages for minutes', async () => {
  const html = await (await fetch(used.example.site + address)).text();
  const style = /href="(\/assets\/site\.[^"]+\.css)"/.exec(html)[1];
  const cacheOf = async (path) => (await fetch(used.example.site + path)).headers.get('cache-control');
  assert.match(await cacheOf(style), /immutable/);
  assert.match(await cacheOf(address), /max-age=600/);
});
