// SPDX-License-Identifier: MIT
// Valid HTML: the pages as they are served, and what browsers make of them once somebody filters, in both skins.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dsfrSite, kStates } from './accessibility-pages.mjs';
import { useExample } from './example-site.mjs';
import { faults } from './validator.mjs';
import { kHost, kReady, manyTrainings, nine, partnerSite, publishedSite } from './widget-pages.mjs';

const kPublication = '/publications/formations/';
const kServed = [
  '/',
  kPublication,
  ...['duree/2-h-au-plus/', 'droit/libre/', 'licence/inconnue/'].map((path) => kPublication + path),
  '/integration/',
  '/integration/en/',
  '/integration/essai/',
  '/embed/',
  '/embed/en/',
];
const bodyOf = (content) =>
  `<!doctype html><html lang="fr"><head><title>Essai</title></head><body>${content}</body></html>`;

const used = useExample();

const served = async (address) => {
  const response = await fetch(address);
  assert.equal(response.status, 200, address);
  return response.text();
};

/** The document as the browser has it, once the core has answered and `act` is done. */
async function rendered(address, act) {
  const page = await used.browser.open(address);
  try {
    if (address.includes('?')) await page.waitFor(kReady, 'the core');
    if (act) await page.evaluate(act);
    return {
      html: `<!doctype html>${await page.evaluate('document.documentElement.outerHTML')}`,
      shadow: await page.evaluate(`${kHost}.shadowRoot?.innerHTML ?? ''`),
    };
  } finally {
    await page.close();
  }
}

for (const [what, html, rule] of [
  ['a part in the open', '<p part="list">Liste</p>', 'attribute-misuse'],
  ['an id twice', '<p id="a">Un</p><p id="a">Deux</p>', 'no-dup-id'],
  ['a role that does not exist', '<p role="buton">Un</p>', 'attribute-allowed-values'],
  ['a state that does not exist', '<button type="button" aria-expanded="yes">Un</button>', 'attribute-allowed-values'],
  ['a label of nothing', '<label for="a">Un</label>', 'no-missing-references'],
  ['a name where none is read', '<div aria-label="Un">Deux</div>', 'aria-label-misuse'],
  ['a box that was never opened', '<p>Un</p></div>', 'close-order'],
]) {
  test(`the validator refuses ${what}`, async () => {
    assert.deepEqual(
      (await faults(bodyOf(html))).map((fault) => fault.split(':')[0]).filter((name) => name === rule),
      [rule],
    );
  });
}

for (const path of kServed) {
  test(`served: ${path} is valid`, async () => {
    assert.deepEqual(await faults(await served(used.example.site + path)), []);
  });
}

test('served: the partner’s page is valid', async () => {
  assert.deepEqual(await faults(await served(`${used.example.partner}/`)), []);
});

const kSkins = { neutral: () => publishedSite(nine, { policy: '' }), dsfr: () => dsfrSite('light') };
for (const [skin, open] of Object.entries(kSkins)) {
  test(`${skin}: the page that a browser shows is valid in every state, and no part stands in the open`, async (t) => {
    const site = await open();
    t.after(() => site.close());
    for (const [state, [address, act]] of Object.entries(kStates)) {
      const { html } = await rendered(`${site.origin}/${address}`, act);
      assert.deepEqual(await faults(html, { isRendered: true }), [], state);
    }
  });

  test(`${skin}: what the core draws of sixty trainings is valid, on every page of them`, async (t) => {
    const site = await partnerSite(manyTrainings(60), { policy: '', attributes: `skin="${skin}" loading="eager"` });
    t.after(() => site.close());
    for (const address of ['?page=1', '?page=2&duree=-120', '?tri=titre&q=num%C3%A9rique']) {
      const { html, shadow } = await rendered(`${site.origin}/${address}`);
      assert.deepEqual(await faults(html, { isRendered: true }), [], address);
      assert.deepEqual(await faults(bodyOf(shadow), { isRendered: true, isShadow: true }), [], address);
      assert.equal(/ part="list"/.test(shadow), skin === 'neutral');
    }
  });
}

test('two catalogues on one page are valid together, filtered too', async (t) => {
  const attributes = (i) => (i ? 'url-state="b"' : '');
  const site = await publishedSite(nine, { policy: '', copies: 2, attributes });
  t.after(() => site.close());
  for (const address of ['', '?duree=-60']) {
    const { html } = await rendered(`${site.origin}/${address}`);
    const found = await faults(html, { isRendered: true });
    // Two forms for the same thing have the same name; the page's own headings part them.
    assert.deepEqual(
      found.filter((fault) => !fault.startsWith('unique-landmark')),
      [],
      address,
    );
  }
});

test('the publication page is valid once it was filtered', async () => {
  const { html } = await rendered(`${used.example.site}${kPublication}?duree=-120&droit=modification`);
  assert.match(html, /data-ready/);
  assert.deepEqual(await faults(html, { isRendered: true }), []);
});
