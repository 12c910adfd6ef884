// SPDX-License-Identifier: MIT
// The iframe and the page around it, in each engine: height, scheme, events. Messages of other pages are ignored.
import test from 'node:test';
import assert from 'node:assert/strict';
import { bundleScript } from '../../web/embed/bundle.mjs';
import { distFiles } from './built-files.mjs';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { serve } from './origins.mjs';
import { strictPolicy } from '../../web/partner/pages.mjs';
import { importTypeScript } from '../web/import-typescript.mjs';

const { writeSnippet } = await importTypeScript('web/integration/snippet.ts');
const kContent = 700;

const framePage = `<!doctype html><html lang="fr"><title>frame</title><style>html,body{margin:0}</style>
<script type="module" src="frame.js"></script><body><div id="content" style="height:${kContent}px">list</div></body>`;

const hostPage = (
  embed,
  more = '',
) => `<!doctype html><html lang="fr"><title>host</title><body style="margin:0;background:#fff">
<iframe id="f" src="${embed}" title="Catalogue" width="600" height="300" referrerpolicy="no-referrer"></iframe>${more}
<script>window.heard=[];addEventListener('catalogue-change',e=>heard.push(e.detail))</script></body>`;

const kHeight = "document.querySelector('#f').getBoundingClientRect().height";

/** Two origins: `embed` holds the frame and its scripts, `page` the page around it. */
async function setUp({ withScript = true, body = '' } = {}) {
  const embed = await serve(
    {
      '/embed/': framePage,
      '/embed/frame.js': await bundleScript('web/embed/frame-define.ts'),
      '/embed/resize.js': await bundleScript('web/embed/parent-define.ts'),
      '/embed/nested': `<!doctype html><title>nested</title><script>top.postMessage({protocol:'catalogue-formations',version:1,type:'height',height:9000},'*')</script>`,
      '/embed/forger': `<!doctype html><title>forger</title><script>parent.postMessage({protocol:'catalogue-formations',version:2,type:'height',height:9000},'*')</script>`,
    },
    { hostname: 'localhost' },
  );
  const script = withScript ? `<script type="module" src="${embed.origin}/embed/resize.js" crossorigin></script>` : '';
  const page = await serve({ '/': hostPage(`${embed.origin}/embed/`, script + body) });
  return { embed, page, close: () => Promise.all([embed.close(), page.close()]) };
}

for (const engine of kEngines) {
  test(`${engine}: the frame`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const browser = await launch(engine);
    t.after(() => browser.close());

    await t.test('takes the height of its content, also when it changes', async () => {
      const site = await setUp();
      const page = await browser.open(site.page.origin);
      await page.waitFor(`${kHeight} === ${kContent} + 4`, 'the first height (with the border of 2 px)');
      await (await page.frame('#f')).evaluate("void (document.querySelector('#content').style.height = '1200px')");
      await page.waitFor(`${kHeight} === 1204`, 'the new height');
      await page.close();
      await site.close();
    });

    await t.test('fits also where the page counts borders into heights', async () => {
      const site = await setUp({ body: '<style>*{box-sizing:border-box}</style>' });
      const page = await browser.open(site.page.origin);
      await page.waitFor(`document.querySelector('#f').clientHeight === ${kContent}`);
      await page.close();
      await site.close();
    });

    await t.test('keeps the height of its tag without the script', async () => {
      const site = await setUp({ withScript: false });
      const page = await browser.open(site.page.origin);
      await new Promise((resolve) => setTimeout(resolve, 400));
      assert.equal(await page.evaluate(kHeight), 304);
      await page.close();
      await site.close();
    });

    for (const [policy, header] of [
      ['no policy', () => ''],
      ['a policy that refuses style attributes', strictPolicy],
    ]) {
      await t.test(`has no border, in the guide’s own snippet, under ${policy}`, async () => {
        const site = await setUp();
        const release = { host: `${site.embed.origin}/`, resize: '', element: '', catalogue: '' };
        const texts = { frameTitle: 'Catalogue', fallbackLink: 'Voir', fallbackUrl: '/formations/' };
        const snippet = writeSnippet({ way: 'frame', lang: 'fr' }, release, texts);
        site.page.files['/'] = (_, response) => {
          response.setHeader('Content-Security-Policy', header(site.embed.origin));
          response.end(`<!doctype html><html lang="fr"><title>host</title>${snippet}`);
        };
        const page = await browser.open(site.page.origin);
        const height = "document.querySelector('iframe').getBoundingClientRect().height";
        await page.waitFor(`${height} === ${kContent}`, 'the height, and no border');
        assert.equal(await page.evaluate("document.querySelector('iframe + p > a').textContent"), 'Voir');
        await page.close();
        await site.close();
      });
    }

    await t.test('follows the page from light to dark', async () => {
      const site = await setUp();
      const page = await browser.open(site.page.origin);
      const frame = await page.frame('#f');
      await frame.waitFor("document.documentElement.dataset.scheme === 'light'");
      await page.evaluate("void (document.body.style.background = '#161616')");
      await frame.waitFor("document.documentElement.dataset.scheme === 'dark'");
      await page.close();
      await site.close();
    });

    await t.test('tells the page what was selected', async () => {
      const site = await setUp();
      const page = await browser.open(site.page.origin);
      const frame = await page.frame('#f');
      await frame.waitFor("document.documentElement.dataset.scheme === 'light'");
      await frame.evaluate(
        "void dispatchEvent(new CustomEvent('catalogue-change', { detail: { query: 'duree=-120', total: 2, secret: 1 } }))",
      );
      assert.deepEqual(await page.waitFor('heard[0]'), { query: 'duree=-120', total: 2 });
      await page.close();
      await site.close();
    });

    await t.test('is not resized by a stranger, a forger or the page itself', async () => {
      const site = await setUp({ body: '<iframe id="stranger" src="/stranger" title="s"></iframe>' });
      const message = "{protocol:'catalogue-formations',version:1,type:'height',height:9000}";
      site.page.files['/stranger'] =
        `<!doctype html><title>s</title><script>parent.postMessage(${message},'*')</script><iframe src="${site.embed.origin}/embed/nested" title="n"></iframe>`;
      const page = await browser.open(site.page.origin);
      await page.waitFor(`${kHeight} === ${kContent + 4}`);
      await page.evaluate(`void postMessage(${message}, '*')`);
      await page.evaluate(`void (document.querySelector('#stranger').src = '${site.embed.origin}/embed/forger')`);
      await new Promise((resolve) => setTimeout(resolve, 400));
      assert.equal(await page.evaluate(kHeight), kContent + 4);
      assert.equal(await page.evaluate("document.querySelector('#stranger').style.height"), '');
      await page.close();
      await site.close();
    });

    // WebKit's driver tells no console.
    const told = engine === 'webkit' ? () => {} : t.test.bind(t);
    await told('of another version is told of once, in the language of the page', async () => {
      for (const [lang, sentence] of [
        ['fr', /^catalogue-formations: le cadre parle la version 2, ce script la version 1\. .*extrait du guide/],
        ['en', /^catalogue-formations: the frame speaks version 2, this script version 1\./],
      ]) {
        const site = await setUp();
        site.page.files['/'] = site.page.files['/'].replace(/<html[^>]*>/, `<html lang="${lang}">`);
        const page = await browser.open(site.page.origin);
        await page.waitFor(`${kHeight} === ${kContent + 4}`);
        const message = "{protocol:'catalogue-formations',version:2,type:'height',height:9000}";
        await (await page.frame('#f')).evaluate(`void [1, 2].forEach(() => parent.postMessage(${message}, '*'))`);
        const said = () => page.console().filter((line) => line.startsWith('catalogue-formations'));
        for (const end = Date.now() + 10_000; said().length === 0 && Date.now() < end; )
          await new Promise((resolve) => setTimeout(resolve, 50));
        assert.equal(said().length, 1);
        assert.match(said()[0], sentence);
        assert.equal(await page.evaluate(kHeight), kContent + 4);
        await page.close();
        await site.close();
      }
    });

    await t.test('takes its height in a sandbox, where it has no origin', async () => {
      const site = await setUp();
      site.page.files['/'] = site.page.files['/'].replace('<iframe id="f"', '<iframe id="f" sandbox="allow-scripts"');
      const page = await browser.open(site.page.origin);
      await page.waitFor(`${kHeight} === ${kContent} + 4`, 'the height');
      await page.close();
      await site.close();
    });

    await t.test('tells WordPress its height and the link that was clicked', async () => {
      const site = await setUp({ withScript: false });
      site.page.files['/'] = site.page.files['/']
        .replace('<iframe id="f"', '<iframe id="f" sandbox="allow-scripts"')
        .replace('/embed/"', '/embed/#?secret=aB3dE5gH7j"')
        .replace(
          'window.heard=[];',
          "window.heard=[];addEventListener('message',({data})=>data.secret&&heard.push(data));",
        );
      const page = await browser.open(site.page.origin);
      assert.deepEqual(await page.waitFor('heard[0]', 'the height'), {
        message: 'height',
        value: kContent,
        secret: 'aB3dE5gH7j',
      });
      await page.evaluate(
        "void document.querySelector('#f').contentWindow.postMessage({ message: 'ready', secret: 'aB3dE5gH7j' }, '*')",
      );
      await page.waitFor("heard[1]?.message === 'height'", 'the height again, for who was not ready');
      const frame = await page.frame('#f');
      await frame.evaluate(
        "void document.body.append(Object.assign(document.createElement('a'), { href: '/formations/', textContent: 'Voir' }))",
      );
      await frame.evaluate("void document.querySelector('a').click()");
      const link = await page.waitFor("heard.find(({ message }) => message === 'link')", 'the link');
      assert.deepEqual(link, { message: 'link', value: `${site.embed.origin}/formations/`, secret: 'aB3dE5gH7j' });
      await page.close();
      await site.close();
    });

    await t.test('filters in a sandbox, as WordPress makes it for an address that is pasted', async () => {
      const host = await serve(distFiles(), { hostname: 'localhost' });
      const around = await serve({
        '/': `<!doctype html><html lang="fr"><title>h</title><iframe id="f" sandbox="allow-scripts" src="${host.origin}/embed/" title="Catalogue" width="900" height="600"></iframe>`,
      });
      const page = await browser.open(around.origin);
      const frame = await page.frame('#f');
      await frame.waitFor("customElements.get('catalogue-formations') !== undefined", 'the element');
      await frame.evaluate('void document.querySelector(\'[value="-60"]\').click()');
      await frame.waitFor("document.querySelector('catalogue-formations').hasAttribute('data-ready')", 'the core');
      await page.close();
      await Promise.all([host.close(), around.close()]);
    });

    await t.test('obeys no window but its parent', async () => {
      const site = await setUp();
      const page = await browser.open(site.page.origin);
      const frame = await page.frame('#f');
      await frame.waitFor("document.documentElement.dataset.scheme === 'light'");
      await frame.evaluate(
        "void postMessage({protocol:'catalogue-formations',version:1,type:'hello',scheme:'dark'}, '*')",
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.equal(await frame.evaluate('document.documentElement.dataset.scheme'), 'light');
      await page.close();
      await site.close();
    });
  });
}
