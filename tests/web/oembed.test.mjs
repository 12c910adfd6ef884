// SPDX-License-Identifier: MIT
// oEmbed 1.0: what `build` and the plugin write so that other sites embed a page by its address.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parse } from 'parse5';
import { goodPage, scratch } from './command-line.mjs';
import { makeSite } from './sites.mjs';

const { folder, put, run, read } = scratch('oembed');
const kUrl = 'https://exemple.fr/formations/';

/** Every element of a document or fragment. */
const elements = (node) =>
  (node.childNodes ?? []).flatMap((child) => (child.tagName ? [child, ...elements(child)] : elements(child)));
const named = (html, name) =>
  elements(parse(html))
    .filter(({ tagName }) => tagName === name)
    .map(({ attrs }) => Object.fromEntries(attrs.map(({ name: key, value }) => [key, value])));
const discoveries = (html) => named(html, 'link').filter(({ type }) => type === 'application/json+oembed');

/** Builds one page in a folder of its own; returns what was written, by path. */
function built(name, { page = goodPage(), args = ['--url', kUrl] } = {}) {
  put(`${name}.md`, page);
  const { status, stderr } = run(['build', `${name}.md`, '--quiet', ...args, '--out', name]);
  assert.equal(status, 0, stderr);
  return (path) => read(`${name}/${path}`);
}

test('a page with an address names, in absolute terms, a file that holds its frame', () => {
  const file = built('one', { page: `---\ntitle: Se former\n---\n${goodPage()}` });
  assert.deepEqual(discoveries(file('index.html')), [
    { rel: 'alternate', type: 'application/json+oembed', href: `${kUrl}oembed.json`, title: 'Se former' },
  ]);
  const { html, ...facts } = JSON.parse(file('oembed.json'));
  assert.deepEqual(facts, {
    version: '1.0',
    type: 'rich',
    title: 'Se former',
    provider_name: 'exemple.fr',
    provider_url: 'https://exemple.fr/',
    width: 640,
    height: 900,
  });
  const [{ src, title, frameborder }] = named(html, 'iframe');
  assert.deepEqual([src, title, frameborder], [`${kUrl}embed/`, 'Se former', '0']);
  assert.deepEqual(named(html, 'a'), [{ href: kUrl }], 'for who gets no frame');
});

test('the frame’s page is beside the catalogue, with the list, and every file that it loads is there', () => {
  const file = built('frame', { page: goodPage() });
  const html = file('embed/index.html');
  assert.match(html, /<a href="https:\/\/exemple\.fr\/Alpha"/);
  const [{ src }] = named(html, 'catalogue-formations');
  const links = named(html, 'link');
  assert.equal(links.find(({ rel }) => rel === 'canonical').href, kUrl, 'the page that it is of');
  const styles = links.filter(({ rel }) => rel === 'stylesheet');
  const loaded = [...styles.map(({ href }) => href), ...named(html, 'script').map(({ src }) => src), src];
  assert.equal(loaded.length, 6);
  for (const address of loaded) assert.ok(existsSync(join(folder, 'frame/embed', address)), address);
});

test('the address of a page is understood with and without its last slash and its file’s name', () => {
  for (const [index, url] of ['formations', 'formations/', 'formations/index.html', 'formations?a=1#b'].entries()) {
    const [{ href }] = discoveries(
      built(`address-${index}`, { args: ['--url', `https://exemple.fr/${url}`] })('index.html'),
    );
    assert.equal(href, `${kUrl}oembed.json`, url);
  }
});

test('several pages below one address have a file each', () => {
  put('a.md', goodPage('A'));
  put('b.md', goodPage('B'));
  assert.equal(run(['build', 'a.md', 'b.md', '--url', kUrl, '--out', 'several']).status, 0);
  for (const name of ['a', 'b']) {
    assert.equal(discoveries(read(`several/${name}/index.html`))[0].href, `${kUrl}${name}/oembed.json`);
    assert.match(JSON.parse(read(`several/${name}/oembed.json`)).html, new RegExp(`src="${kUrl}${name}/embed/"`));
  }
});

test('a page whose address is not known has neither link nor file', () => {
  const canonical = '<link rel="canonical" href="/formations/">';
  const page = `<!doctype html><html lang="fr"><head><title>T</title>${canonical}</head><body><main><h2>A (Org)</h2><p><span class="tag">Durée : 1 heure</span></p><p><a href="https://exemple.fr/">Voir</a></p></main></body></html>`;
  put('nowhere.html', page);
  assert.equal(run(['build', 'nowhere.html', '--out', 'nowhere']).status, 0);
  assert.deepEqual(discoveries(read('nowhere/index.html')), []);
  for (const path of ['oembed.json', 'embed']) assert.ok(!existsSync(join(folder, 'nowhere', path)), path);
});

test('a page of one value is not the whole, and says nothing of a frame', () => {
  const file = built('value', { page: goodPage('A', 1) + goodPage('B', 5) });
  assert.deepEqual(discoveries(file('duree/1-h-au-plus/index.html')), []);
});

test('a title stays a title, whatever it holds', () => {
  const title = "\"><script>alert(1)</script> l’« été » & 'co'";
  const file = built('hostile', { page: `---\ntitle: ${JSON.stringify(title)}\n---\n${goodPage()}` });
  assert.equal(discoveries(file('index.html'))[0].title, title);
  const { html, title: told } = JSON.parse(file('oembed.json'));
  assert.equal(told, title);
  assert.deepEqual(named(html, 'script'), []);
  assert.equal(named(html, 'iframe')[0].title, title);
  assert.deepEqual(
    named(file('embed/index.html'), 'script').map(({ src }) => src.endsWith('.js')),
    [true, true],
  );
});

test('a list too long for a page without script is too long for a frame', () => {
  const page = Array.from({ length: 1001 }, (_, index) => goodPage(`T${index}`)).join('\n');
  assert.deepEqual(discoveries(built('long', { page })('index.html')), []);
});

for (const version of [2, 3]) {
  test(`Eleventy ${version}: pages of a site whose address is known are embedded, wherever their files are`, () => {
    const page = (more = '') => `---\nlayout: plain.njk\ntitle: Une\ncatalogue: true\n${more}---\n${goodPage()}`;
    const pages = { 'une.md': page(), 'autre.md': page('permalink: /dossier/autre.html\n') };
    const site = makeSite(version, pages, { options: { siteUrl: 'https://exemple.fr' } });
    after(() => site.dispose());
    const { status, output } = site.build();
    assert.equal(status, 0, output);
    for (const [path, beside] of [
      ['une/index.html', 'une/'],
      ['dossier/autre.html', 'dossier/autre/'],
    ]) {
      assert.equal(discoveries(site.read(path))[0].href, `https://exemple.fr/${beside}oembed.json`);
      const { html } = JSON.parse(site.read(`${beside}oembed.json`));
      assert.equal(named(html, 'iframe')[0].src, `https://exemple.fr/${beside}embed/`);
      const frame = site.read(`${beside}embed/index.html`);
      for (const { src } of named(frame, 'script'))
        assert.ok(site.read(new URL(`${beside}embed/${src}`, 'http://x/').pathname.slice(1)), src);
    }
  });
}
