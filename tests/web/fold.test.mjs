// SPDX-License-Identifier: MIT
// The core and the browser, when it merges catalogues, fold words alike.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCatalogue } from '../../lib/core.js';
import { importTypeScript } from './import-typescript.mjs';

const { fold } = await importTypeScript('web/core/fold.ts');
const { mergeCatalogues } = await importTypeScript('web/element/merge.ts');

const kPerTheme = 32;
const kLastPlane = 0x1ffff;

/** Themes that hold every character up to the last pictograms, numbered: "12 aÀb aÁb …". */
function themes() {
  const characters = Array.from({ length: kLastPlane }, (_, i) => i + 1).filter((c) => c < 0xd800 || c > 0xdfff);
  return Array.from({ length: Math.ceil(characters.length / kPerTheme) }, (_, i) => {
    const some = characters.slice(i * kPerTheme, (i + 1) * kPerTheme);
    return `${i} ${some.map((c) => `a${String.fromCodePoint(c)}b`).join(' ')}`;
  });
}

test('every character folds as the core folds it', async () => {
  const all = themes();
  const trainings = all.map((theme, i) => ({ id: `t${i}`, title: 'T', themes: [theme] }));
  const catalogue = await openCatalogue(JSON.stringify({ trainings }));
  const values = new Map(catalogue.query('').facets.theme.map(({ value }) => [Number.parseInt(value, 10), value]));
  assert.equal(values.size, all.length);
  all.forEach((theme, i) => assert.equal(fold(theme), values.get(i)));
  catalogue.close();
});

test('a title with a ligature and the same without are one training of two catalogues', () => {
  const [first, second] = ['L’Œuvre numérique', "L'oeuvre NUME\u0301RIQUE"].map((title, i) => ({
    title: `Catalogue ${i}`,
    trainings: [{ id: `c${i}`, title }],
  }));
  assert.deepEqual(
    mergeCatalogues([first, second]).trainings.map(({ id, source }) => [id, source]),
    [['c0', 'Catalogue 0 · Catalogue 1']],
  );
});
