// SPDX-License-Identifier: MIT
// The plugin on a WordPress network, written with by an Author, whose HTML WordPress filters.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { filesIn, root, scratch } from '../web/command-line.mjs';
import { distFiles } from '../browser/built-files.mjs';
import { isInstalled, launch } from '../browser/engines.mjs';
import { serve } from '../browser/origins.mjs';
import { startNginx } from './nginx.mjs';
import { trainingCount } from './partners.mjs';
import { freePort, temporaryFolder } from './process.mjs';
import { checkSeen, pastedWays, rowOf } from './seen.mjs';
import { kPassword, startWordPress } from './wordpress.mjs';

const kItems =
  "(document.querySelector('catalogue-formations').shadowRoot?.querySelectorAll('.catalogue-list > li').length ?? 0)";

const post = (html, author = 'auteur') => ({ title: 'Formations', html, author });
const block = (attributes) =>
  post(`<!-- wp:catalogue-formations/catalogue ${JSON.stringify(attributes).replaceAll('&', '\\u0026')} /-->`);

/** Serves below `/publication/` what `build` makes of the publication page, and returns its address. */
function publish(host) {
  const address = `${host.origin}/publication/`;
  const { folder, run } = scratch('wordpress-publication');
  const { status, stderr } = run(['build', `${root}data/formations.md`, '--url', address, '--out', 'site']);
  assert.equal(status, 0, stderr);
  for (const [path, text] of Object.entries(filesIn(`${folder}/site`)))
    host.files[`/publication/${path.replace(/(^|\/)index\.html$/, '$1')}`] = Buffer.from(text, 'latin1');
  return address;
}

/** What is published: by the Author, with the plugin and without; by an administrator, without. */
function publications(host, src, html, address) {
  const pasted = Object.entries(html).flatMap(([way, text]) => [
    [`author-${way}`, post(text)],
    [`admin-${way}`, post(text, 'admin')],
  ]);
  return {
    ...Object.fromEntries(pasted),
    'author-address': post(address),
    'admin-address': { ...post(address, 'admin'), isText: true },
    'author-own': block({ src }),
    'admin-own': post(`[catalogue_formations src="${src}"]`, 'admin'),
    shortcode: post(`[catalogue_formations src="${src}" query="duree=-120&amp;droit=modification"]`),
    block: block({ src, only: 'licence=CC-BY-SA' }),
    hostile: block({ src: `${src}?"><script>alert(1)</script>`, query: 'a" onfocus="alert(1)', only: '"><img src=x>' }),
    unreachable: post(`[catalogue_formations src="${host}absent.json" page="${host}embed/"]`),
    foreign: post(`[catalogue_formations src="${host}hostile.json"]`),
    hung: post(`[catalogue_formations src="${host}hung.json" page="${host}embed/"]`),
    huge: post(`[catalogue_formations src="${host}huge.json" page="${host}embed/"]`),
    other: post(`[catalogue_formations src="${host}other.json" page="${host}embed/"]`),
    nowhere: post('Avant. [catalogue_formations src="javascript:alert(1)"] Après.'),
  };
}

/** A network, and the catalogue's host. Returns { at, host, src, pages, version, stop }. */
async function startNetwork() {
  const folder = temporaryFolder('wordpress');
  const port = await freePort();
  const at = `http://127.0.0.1:${port}`;
  const host = await serve(distFiles(), { hostname: 'localhost' });
  const src = `${host.origin}/catalogue.json`;
  const { html, style } = pastedWays(`${host.origin}/`);
  Object.assign(host.files, {
    '/formations.css': style,
    '/hostile.json': readFileSync(new URL('../golden/hostile.catalogue.json', import.meta.url)),
    '/hung.json': () => {},
    '/huge.json': JSON.stringify({ trainings: [{ id: 'a', title: 'A'.repeat(3_000_000) }] }),
    '/other.json': '[{"trainings":1},null,"<b>"]',
  });
  const wordpress = await startWordPress(folder.path, at, publications(`${host.origin}/`, src, html, publish(host)));
  const nginx = await startNginx(folder.path, [{ port, root: wordpress.root, php: wordpress.socket }]);
  const stop = async () => {
    await nginx.stop();
    await wordpress.stop();
    await host.close();
    folder.remove();
  };
  return { ...wordpress, at, host, src, stop };
}

/** The list in the element. */
const insideOf = (html) => /<catalogue-formations [^>]+>([\s\S]*?)<\/catalogue-formations>/.exec(html)[1];
const htmlOf = async (address) => (await fetch(address)).text();

test('wordpress: a network, by an Author', { skip: !isInstalled('chromium') && 'not installed' }, async (t) => {
  const network = await startNetwork();
  const browser = await launch('chromium');
  t.after(async () => {
    await browser.close();
    await network.stop();
  });
  t.diagnostic(`WordPress ${network.version}`);
  const { pages } = network;

  await t.test('WordPress takes away a script and an element, and leaves the link', async () => {
    const html = await htmlOf(pages['author-tag']);
    assert.doesNotMatch(html, /<catalogue-formations|catalogue-formations\.js/);
    assert.match(html, /<a href="[^"]+\/publications\/formations\/">Consulter le catalogue<\/a>/);
  });

  for (const who of ['admin', 'author']) {
    await t.test(`what the ${who} pastes gives what the guide’s table says`, async () => {
      for (const way of Object.keys(rowOf(`wordpress-${who}`).gets))
        await checkSeen(browser, `wordpress-${who}`, way, pages[`${who}-${way}`]);
    });
  }

  await t.test(
    'the address of a page, pasted by the Author, is a frame in which visitors filter and follow links',
    async () => {
      const page = await browser.open(pages['author-address']);
      // The frame tells its height more than once while its list comes.
      const { border, hidden } = await page.waitFor(
        `(() => { const frame = document.querySelector('iframe.wp-embedded-content[sandbox="allow-scripts"]');
        return frame && !frame.hasAttribute('style') && frame.clientHeight === 1000 && { border: frame.offsetHeight - frame.clientHeight,
          hidden: getComputedStyle(document.querySelector('blockquote.wp-embedded-content')).display }; })()`,
        'WordPress to show the frame with the most that it gives, 1000 px',
      );
      assert.deepEqual([border, hidden], [0, 'none'], 'no border, and no link beside it');
      const frame = await page.frame('iframe.wp-embedded-content');
      await frame.waitFor("customElements.get('catalogue-formations') !== undefined", 'the element');
      await frame.evaluate('void document.querySelector(\'[value="-60"]\').click()');
      await frame.waitFor("document.querySelector('catalogue-formations').hasAttribute('data-ready')", 'the core');
      const shown =
        "[...document.querySelectorAll('li[data-id]')].filter((item) => item.getClientRects().length > 0).length";
      await frame.waitFor(`${shown} > 0 && ${shown} < ${trainingCount()}`, 'fewer trainings');
      await page.page.frames()[1].locator('.catalogue-title a').first().click();
      await page.page.waitForURL(`${network.host.origin}/publication/`);
      await page.close();
    },
  );

  await t.test('without script, the pasted address is a link to the page', async () => {
    const page = await browser.open(pages['author-address'], { javaScriptEnabled: false });
    const link = "document.querySelector('blockquote.wp-embedded-content a')";
    assert.match(await page.evaluate(`${link}.href`), /\/publication\/$/);
    assert.ok(await page.evaluate(`${link}.getClientRects().length > 0`));
    await page.close();
  });

  for (const name of ['shortcode', 'block']) {
    await t.test(`the ${name} has the whole list in the page, for who has no script`, async () => {
      const inside = insideOf(await htmlOf(pages[name]));
      assert.equal(inside.match(/<li>/g).length, trainingCount());
      assert.match(inside, /<a href="https:\/\/www\.academie-nr\.org\/">MOOC Numérique Responsable<\/a>/);
      assert.match(inside, /4 heures · .*CC BY-NC-ND/);
    });
  }

  await t.test('the loader is a module of the site itself, with its hash, once per page', async () => {
    const tags = (await htmlOf(pages.block)).match(/<script[^>]*catalogue-formations\.js[^>]*>/g);
    assert.equal(tags.length, 1);
    for (const part of ['type="module"', 'async', `src="${network.at}/wp-content/plugins/catalogue-formations/assets/`])
      assert.ok(tags[0].includes(part), `${part} in ${tags[0]}`);
    assert.match(tags[0], /integrity="sha384-[A-Za-z0-9+/]{64}"/);
    assert.doesNotMatch(
      await htmlOf(pages['author-tag']),
      /catalogue-formations\.js/,
      'a page without the block has no script',
    );
  });

  await t.test('the shortcode’s catalogue starts with its selection, and is filtered', async () => {
    const page = await browser.open(pages.shortcode);
    const first = await page.waitFor(`${kItems} && ${kItems} < ${trainingCount()} && ${kItems}`, 'the selection');
    await page.evaluate(
      "document.querySelector('catalogue-formations').shadowRoot.querySelector('.catalogue-clear').click()",
    );
    await page.waitFor(`${kItems} === ${trainingCount()}`, `more than ${first} trainings`);
    assert.deepEqual(
      page.console().filter((line) => /catalogue/i.test(line)),
      [],
    );
    await page.close();
  });

  await t.test('the block’s fixed selection is all that it shows', async () => {
    const page = await browser.open(pages.block);
    await page.waitFor(`${kItems} > 0 && ${kItems} < ${trainingCount()}`, 'the trainings of one licence');
    await page.close();
  });

  await t.test('what an author writes cannot leave its attribute', async () => {
    const page = await browser.open(pages.hostile);
    const { names, images } = await page.evaluate(`({
      names: document.querySelector('catalogue-formations').getAttributeNames(),
      images: document.querySelectorAll('img[src="x"]').length,
    })`);
    assert.deepEqual(
      names.filter((name) => name !== 'data-ready'),
      ['src', 'lang', 'query', 'only'],
    );
    assert.equal(images, 0);
    await page.close();
  });

  await t.test('what a catalogue holds is text, and no link runs', async () => {
    const inside = insideOf(await htmlOf(pages.foreign));
    assert.ok(inside.match(/<li>/g).length > 1);
    const names = [...inside.matchAll(/<\/?([a-z][^\s>]*)/gi)].map(([, name]) => name);
    assert.deepEqual([...new Set(names)].sort(), ['br', 'li', 'strong', 'ul'], 'each of its links would run');
  });

  await t.test('a catalogue that is absent, hung, huge or something else leaves a link', async () => {
    for (const name of ['unreachable', 'hung', 'huge', 'other']) {
      assert.match(
        await htmlOf(pages[name]),
        /<catalogue-formations [^>]*>\s*<p><a href="http:\/\/localhost:\d+\/embed\/">Consulter le catalogue de formations<\/a><\/p>/,
        name,
      );
    }
  });

  await t.test('without a usable address visitors see nothing of it', async () => {
    const html = await htmlOf(pages.nowhere);
    assert.match(html, /Avant\.\s+Après\./);
    assert.doesNotMatch(html, /<catalogue-formations|adresse du catalogue/);
  });

  await t.test('the server asks for a catalogue once, whatever the answer', async () => {
    const asked = network.host.requests.length;
    for (const name of ['block', 'shortcode', 'hung', 'unreachable']) await htmlOf(pages[name]);
    assert.deepEqual(network.host.requests.slice(asked), []);
  });

  await t.test('an Author inserts the block in the editor, publishes it, and a visitor filters', async () => {
    await publishInEditor(browser, network);
  });
});

/** Logs in, inserts the block, fills its first field by hand, publishes, and looks at the post. */
async function publishInEditor(browser, { at, src }) {
  const { page, close } = await browser.open(`${at}/wp-login.php`);
  await page.fill('#user_login', 'auteur');
  await page.fill('#user_pass', kPassword);
  await page.click('#wp-submit');
  await page.goto(`${at}/wp-admin/post-new.php`);
  await page.waitForFunction(() => window.wp?.blocks?.getBlockType('catalogue-formations/catalogue'));
  await page.evaluate(() => {
    window.wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false);
    const block = window.wp.blocks.createBlock('catalogue-formations/catalogue');
    window.wp.data.dispatch('core/block-editor').insertBlocks(block);
  });
  await fillAddress(page, src);
  await page.evaluate(async () => {
    const post = window.wp.data.dispatch('core/editor');
    post.editPost({ title: 'Formations', status: 'publish' });
    await post.savePost();
  });
  const link = await page.evaluate(() => window.wp.data.select('core/editor').getCurrentPost().link);
  await close();
  const shown = await browser.open(link);
  await shown.waitFor(`${kItems} === ${trainingCount()}`, 'every training');
  await shown.close();
}

/** Fills the first field of the block. Newer editors draw blocks in a frame of their own, once it is there. */
async function fillAddress(page, src) {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    for (const frame of page.frames()) {
      const field = frame.getByLabel('Adresse du catalogue');
      if ((await field.count()) > 0) return field.fill(src);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the editor shows no field of the block');
}
