// SPDX-License-Identifier: MIT
// The visitors' module writes the HTML that the native tests expect, byte for byte.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { openCatalogue } from '../../lib/core.js';

const folder = new URL('../golden/', import.meta.url);
const read = (name) => readFileSync(new URL(encodeURIComponent(name), folder), 'utf8');
const inLines = (html) => `${html.replaceAll('><', '>\n<')}\n`;

const sentences = readdirSync(folder)
  .filter((name) => name.endsWith('.query.txt'))
  .map((name) => name.slice(0, -'.query.txt'.length));

test('there are golden queries', () => assert.ok(sentences.length >= 6));

for (const sentence of sentences) {
  test(`${sentence}: as the native core writes it`, async () => {
    const [name, skin, lang, pageSize, query] = read(`${sentence}.query.txt`).split('\n');
    const catalogue = await openCatalogue(read(`${name}.catalogue.json`), { lang });
    const { html } = catalogue.query(query, { pageSize: Number(pageSize), html: { skin } });
    assert.equal(inLines(html), read(`${sentence}.expected.html`));
    catalogue.close();
  });
}
