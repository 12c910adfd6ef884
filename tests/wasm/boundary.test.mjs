// SPDX-License-Identifier: MIT
// The boundary between JavaScript and the module: no text shifts another, no option changes another.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openCatalogue } from '../../lib/core.js';

const nine = readFileSync(new URL('../golden/nine.catalogue.json', import.meta.url));

/** Texts that could end, start or lengthen another: NUL, a byte order mark, two, three and four bytes of UTF-8. */
const kAwkward = ['a\0b', '\0a', '\ufeffx', 'é', '語', '𝄞', 'a\ufffdb', ''];

test('a value with any character in it comes back whole, and shifts no other', async () => {
  const catalogue = await openCatalogue(nine);
  for (const value of kAwkward.filter(Boolean)) {
    const query = new URLSearchParams([
      ['licence', 'CC-BY-SA-4.0'],
      ['theme', value],
      ['organisme', value],
    ]);
    const { exits, warnings, total } = catalogue.query(String(query));
    assert.equal(total, 0);
    assert.deepEqual(warnings.map(({ code, key, value: reported }) => [code, key, reported]).sort(), [
      ['unknown-value', 'organisme', value],
      ['unknown-value', 'theme', value],
    ]);
    for (const exit of exits) {
      assert.ok(['drop', 'widen', 'correct'].includes(exit.kind), exit.kind);
      assert.equal(catalogue.query(exit.query).total, exit.total, `${value}: ${exit.query}`);
    }
  }
  catalogue.close();
});

test('names of a catalogue with any character that JSON allows come back whole', async () => {
  const names = kAwkward.filter((name) => name && !name.includes('\0'));
  const trainings = names.map((name, i) => ({ id: `t-${i}`, title: name, provider: name, themes: [name] }));
  const catalogue = await openCatalogue(JSON.stringify({ title: names[0], url: 'https://exemple.fr/', trainings }));
  const { facets, ids } = catalogue.query('');
  assert.equal(catalogue.title, names[0]);
  assert.equal(catalogue.url, 'https://exemple.fr/');
  assert.deepEqual(facets.organisme.map(({ label }) => label).sort(), [...names].sort());
  assert.deepEqual(
    ids,
    trainings.map(({ id }) => id),
  );
  catalogue.close();
});

test('each option of the HTML changes its own part, whatever the others are', async () => {
  const catalogue = await openCatalogue(nine);
  const marks = {
    hasPanel: /class="catalogue-panel/,
    hasResults: /class="catalogue-status/,
    hasList: /class="catalogue-list/,
    opensNewWindow: /target="_blank"/,
  };
  for (let set = 0; set < 16; set += 1) {
    const pieces = Object.fromEntries(Object.keys(marks).map((name, bit) => [name, Boolean(set & (1 << bit))]));
    for (const skin of ['neutral', 'dsfr']) {
      for (const headingLevel of [1, 6]) {
        const { html } = catalogue.query('', { html: { ...pieces, skin, headingLevel } });
        const hasLinks = pieces.opensNewWindow && pieces.hasList;
        for (const [name, mark] of Object.entries(marks))
          assert.equal(mark.test(html), name === 'opensNewWindow' ? hasLinks : pieces[name], `${name} of ${set}`);
        assert.equal(new RegExp(`<h${headingLevel}[ >]`).test(html), pieces.hasList, `level ${headingLevel} of ${set}`);
      }
    }
  }
  catalogue.close();
});

test('a heading level or a page size out of its range is refused with its name, and changes nothing', async () => {
  const catalogue = await openCatalogue(nine);
  const before = catalogue.query('', { html: true });
  for (const headingLevel of [0, 7, 8, 16, -1, 2.5, Number.NaN, '2'])
    assert.throws(() => catalogue.query('', { html: { headingLevel } }), /^RangeError: headingLevel must be .* 1 to 6/);
  for (const pageSize of [0, 1001, -1, 2.5, Number.NaN])
    assert.throws(() => catalogue.query('', { pageSize }), /^RangeError: pageSize must be .* 1 to 1000/);
  assert.deepEqual(catalogue.query('', { html: true }), before);
  catalogue.close();
});

test('the start of ids holds any character, and takes none from the query', async () => {
  const catalogue = await openCatalogue(nine);
  for (const idPrefix of ['é-', '語', 'a&q=x-']) {
    const { html, query } = catalogue.query('duree=-60', { html: { idPrefix } });
    assert.equal(query, 'duree=-60');
    assert.ok(html.includes(`id="${idPrefix.replaceAll('&', '&amp;')}panel"`), idPrefix);
  }
  catalogue.close();
});
