// SPDX-License-Identifier: MIT
// The download of a visitor on 3G, per way of embedding: bytes, requests, and time to the first list. Chromium with 400
// ms of latency and 512 kbit/s each way; files are sent with brotli, as hosts send them.
// Usage: node tests/bench/embed-3g.mjs
import { brotliCompressSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { partnerFiles } from '../../web/partner/files.mjs';
import { strictPolicy } from '../../web/partner/pages.mjs';
import { distFiles } from '../browser/built-files.mjs';
import { launch } from '../browser/engines.mjs';
import { serve } from '../browser/origins.mjs';

const kProfile = { offline: false, latency: 400, downloadThroughput: 64_000, uploadThroughput: 64_000 };
const kRuns = 3;
const dist = fileURLToPath(new URL('../../dist', import.meta.url));

const withBrotli = (files) =>
  Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => {
      const packed = brotliCompressSync(bytes);
      return [path, (_, response) => response.setHeader('Content-Encoding', 'br').end(packed)];
    }),
  );

// Runs in the page of the list: looks at each frame whether a training is on the screen.
const kWatch = `(() => { const look = () => {
  const host = document.querySelector('catalogue-formations');
  const item = (host?.shadowRoot ?? host)?.querySelector('.catalogue-list > li');
  if (item && item.getClientRects().length > 0) window.seenAt ??= performance.timeOrigin + performance.now(); else requestAnimationFrame(look);
}; look(); })()`;

async function measure(browser, address, inFrame) {
  const { page, close } = await browser.open('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', kProfile);
  await page.addInitScript(kWatch);
  const start = Date.now();
  await page.goto(address, { waitUntil: 'commit' });
  const target = inFrame ? await (await page.waitForSelector('iframe')).contentFrame() : page;
  const seenAt = await waitForSight(target);
  await page.waitForLoadState('networkidle');
  await close();
  return Math.round(seenAt - start);
}

// Polled from outside: the page's policy forbids the eval that Playwright's own waiting needs.
async function waitForSight(target) {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    // A frame that has just been found may still be loading.
    const seenAt = await target.evaluate('window.seenAt').catch(() => undefined);
    if (seenAt) return seenAt;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no list within a minute');
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const host = await serve(withBrotli(distFiles()), { hostname: 'localhost' });
const pages = partnerFiles({ host: `${host.origin}/`, dist, publication: `${host.origin}/embed/` });
const partner = await serve(withBrotli({ '/': pages['index.html'], '/cadre/': pages['cadre/index.html'] }), {
  headers: { 'Content-Security-Policy': strictPolicy(host.origin) },
});
const browser = await launch('chromium');
const ways = {
  'one tag': [`${partner.origin}/`, false],
  iframe: [`${partner.origin}/cadre/`, true],
  'static HTML': [`${host.origin}/embed/`, false],
};
for (const [name, [address, inFrame]] of Object.entries(ways)) {
  const times = [];
  for (let run = 0; run < kRuns; run += 1) {
    host.requests.length = 0;
    times.push(await measure(browser, address, inFrame));
  }
  const asked = host.requests.filter((path) => !path.startsWith('/integration/') && path !== '/favicon.ico');
  console.log(
    `${name.padEnd(12)} first list after ${median(times)} ms (median of ${kRuns}); asked of the host: ${asked.join(' ')}`,
  );
}
await browser.close();
await Promise.all([host.close(), partner.close()]);
