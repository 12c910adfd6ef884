// SPDX-License-Identifier: MIT
// Several catalogues and a partner's overlay on a page: merged, named, and told where something is wrong.
import test from 'node:test';
import assert from 'node:assert/strict';
import { strictPolicy } from '../../web/partner/pages.mjs';
import { distFiles, integrityOf, readCatalogue } from './built-files.mjs';
import { isInstalled, launch } from './engines.mjs';
import { serve } from './origins.mjs';

const kElement = '/catalogue-formations.js';
const kRoot = "document.querySelector('catalogue-formations').shadowRoot";
const kCards = `[...(${kRoot}?.querySelectorAll('.catalogue-list > li') ?? [])].map((card) => ({ id: card.dataset.id,
  title: card.querySelector('.catalogue-title').textContent, source: card.querySelector('.catalogue-source')?.textContent ?? '',
  registration: card.querySelector('.catalogue-registration a')?.getAttribute('href') ?? '' }))`;

const state = readCatalogue();
const [first, second] = state.trainings;
const region = {
  title: 'Région',
  trainings: [
    { id: 'r', title: 'Le même', url: first.url },
    { id: 'atelier', title: 'Atelier', url: 'https://region.example/atelier' },
  ],
};

async function show(browser, attributes, files) {
  const host = await serve({ ...distFiles(), ...files }, { hostname: 'localhost' });
  const page = await serve(
    {
      '/': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>s</title>
<script type="module" src="${host.origin}${kElement}" integrity="${integrityOf(kElement)}" crossorigin></script></head><body>
<catalogue-formations loading="eager" ${attributes(host.origin)}><a href="/">Voir</a></catalogue-formations></body></html>`,
    },
    { headers: { 'Content-Security-Policy': strictPolicy(host.origin) } },
  );
  const opened = await browser.open(page.origin);
  const cards = await opened.waitFor(`${kCards}.length > 0 && ${kCards}`, 'cards');
  // The event for a missing catalogue comes after the list is shown.
  const told = async (words) => {
    for (let i = 0; i < 100 && !opened.console().some((line) => words.test(line)); i += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    assert.ok(
      opened.console().some((line) => words.test(line)),
      opened.console().join('\n'),
    );
  };
  return {
    cards,
    told,
    close: async () => {
      await opened.close();
      await host.close();
      await page.close();
    },
  };
}

test('chromium: sources', { skip: !isInstalled('chromium') && 'not installed' }, async (t) => {
  const browser = await launch('chromium');
  t.after(() => browser.close());

  await t.test('two catalogues are one, each card says where it comes from', async () => {
    const { cards, close } = await show(browser, (host) => `src="${host}/catalogue.json ${host}/region.json"`, {
      '/region.json': JSON.stringify(region),
    });
    assert.equal(cards.length, state.trainings.length + 1);
    const shared = cards.find(({ id }) => id === first.id);
    assert.equal(shared.title, first.title);
    assert.match(shared.source, new RegExp(`${state.title} · Région$`));
    assert.match(cards.find(({ id }) => id === 'atelier').source, /Région$/);
    await close();
  });

  await t.test('one of them gone, the other is shown and the loss is told', async () => {
    const { cards, told, close } = await show(browser, (host) => `src="${host}/catalogue.json ${host}/gone.json"`, {});
    assert.equal(cards.length, state.trainings.length);
    await told(/status 404 .*gone\.json/);
    await close();
  });

  await t.test('an overlay hides, pins and links; its errors are told by their place', async () => {
    const overlay = {
      hide: [first.id, 'nobody'],
      pin: ['atelier'],
      add: [{ id: 'atelier', title: 'Atelier' }],
      registration: { [second.id]: { url: '/inscription' }, atelier: { url: 'javascript:alert(1)' } },
    };
    const { cards, told, close } = await show(
      browser,
      (host) => `src="${host}/catalogue.json" overlay="${host}/overlay.json"`,
      { '/overlay.json': JSON.stringify(overlay) },
    );
    assert.equal(cards[0].id, 'atelier');
    assert.ok(!cards.some(({ id }) => id === first.id));
    assert.match(cards.find(({ id }) => id === second.id).registration, /^http:\/\/localhost:\d+\/inscription$/);
    assert.equal(cards[0].registration, '');
    await told(/left aside: \/hide\/1 \(unknown-training\)/);
    await told(/left aside: \/registration\/atelier/);
    await close();
  });

  await t.test('a fixed selection holds nothing else, and what it says in vain is told', async () => {
    const { cards, told, close } = await show(
      browser,
      (host) => `src="${host}/catalogue.json" only="licence=${first.licence.id}&duree=demain"`,
      {},
    );
    assert.deepEqual(
      cards.map(({ id }) => id),
      state.trainings.filter(({ licence }) => licence?.id === first.licence.id).map(({ id }) => id),
    );
    await told(/not understood: duree=demain/);
    await close();
  });
});
