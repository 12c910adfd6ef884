// SPDX-License-Identifier: MIT
// The guide's table of hosts and ways says what a visitor gets: on pages, on Hugo and Eleventy as they run here, and
// of what each sanitiser's documented list leaves. tests/hosts/wordpress.test.mjs checks the rows of WordPress.
import test from 'node:test';
import assert from 'node:assert/strict';
import { distFiles } from '../browser/built-files.mjs';
import { isInstalled, launch } from '../browser/engines.mjs';
import { serve } from '../browser/origins.mjs';
import { strictPolicy } from '../../web/partner/pages.mjs';
import { startNginx } from './nginx.mjs';
import { freePort, temporaryFolder } from './process.mjs';
import { kAllowLists, sanitise } from './sanitise.mjs';
import { checkSeen, kRows, pastedWays, rowOf } from './seen.mjs';
import { buildEleventy, buildHugo } from './static-sites.mjs';

const page = (content, head = '') =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8">${head}<title>Formations</title></head><body><main><h1>Formations</h1>${content}</main></body></html>`;
/** The policy that Osuny writes into each page that embeds files of `host`. */
const osunyPolicy = (host) =>
  `<meta http-equiv="Content-Security-Policy" content="${['default', 'script', 'style', 'connect', 'frame'].map((kind) => `${kind}-src 'self' ${host}`).join('; ')}">`;

/** What a tool's own means write into a page. The block “Iframe” of Sites Conformes has a title, an address and a height. */
const ownWays = (host) => ({
  'sites-conformes-text': `<iframe title="Catalogue de formations" src="${host}/embed/" width="100%" height="900"></iframe>`,
});
const eachWay = (html, change) => Object.fromEntries(Object.entries(html).map(([way, text]) => [way, change(text)]));

test('the table of hosts', { skip: !isInstalled('chromium') && 'not installed' }, async (t) => {
  const folder = temporaryFolder('table');
  const host = await serve(distFiles(), { hostname: 'localhost' });
  const { html, style } = pastedWays(`${host.origin}/`);
  host.files['/formations.css'] = style;
  const browser = await launch('chromium');
  const stops = [() => browser.close(), () => host.close(), () => folder.remove()];
  t.after(async () => {
    for (const stop of stops) await stop();
  });

  const served = async (pages, { headers, head } = {}) => {
    const files = Object.fromEntries(Object.entries(pages).map(([way, content]) => [`/${way}/`, page(content, head)]));
    const site = await serve(files, { headers });
    stops.unshift(() => site.close());
    return site.origin;
  };
  const generated = async (build) => {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const nginx = await startNginx(`${folder.path}/${port}`, [{ port, root: build(origin).root }]);
    stops.unshift(() => nginx.stop());
    return origin;
  };
  const origins = {
    html: await served(html, { headers: { 'Content-Security-Policy': strictPolicy(host.origin) } }),
    osuny: await served(html, { head: osunyPolicy(host.origin) }),
    hugo: await generated((origin) => buildHugo(folder.path, origin, html)),
    eleventy: await generated(() => buildEleventy(folder.path, '@11ty/eleventy', html)),
  };
  for (const [id, rules] of Object.entries(kAllowLists)) {
    const own = ownWays(host.origin)[id];
    origins[id] = await served({ ...eachWay(html, (text) => sanitise(text, rules)), ...(own && { own }) });
  }

  await t.test('has no row that nothing looks at', () => {
    const here = kRows.filter((id) => !id.startsWith('wordpress-'));
    assert.deepEqual(Object.keys(origins).sort(), here.sort());
  });
  for (const [id, origin] of Object.entries(origins)) {
    await t.test(`${id}: ${rowOf(id).seen === 'run' ? 'as it runs' : 'as documented'}`, async () => {
      for (const way of Object.keys(rowOf(id).gets)) await checkSeen(browser, id, way, `${origin}/${way}/`);
    });
  }
});
