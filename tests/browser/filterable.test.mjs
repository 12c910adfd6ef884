// SPDX-License-Identifier: MIT
// `export --format html --filters`: HTML and a style sheet that filter a catalogue in a page that runs no script.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openCatalogue } from '../../lib/core.js';
import { scratch } from '../web/command-line.mjs';
import { isInstalled, kEngines, launch } from './engines.mjs';
import { serve } from './origins.mjs';
import { chooseEach, kShown, pairsOfChoices, queryOf } from './selections.mjs';
import { nine } from './widget-pages.mjs';

const catalogue = await openCatalogue(JSON.stringify(nine));
const all = pairsOfChoices(catalogue);
const expected = all.map((selection) => catalogue.query(queryOf(selection)).ids);

const { put, run, read } = scratch('filterable');
put('catalogue.json', JSON.stringify(nine));
const { stdout, status } = run(['export', 'catalogue.json', '--format', 'html', '--filters', 'formations.css']);
assert.equal(status, 0);
const page = (content) =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Formations</title></head><body><main><h1>Formations</h1>${content}</main></body></html>`;

for (const engine of kEngines) {
  test(`${engine}: an exported list`, { skip: !isInstalled(engine) && 'not installed' }, async (t) => {
    const site = await serve(
      {
        '/': page(stdout),
        '/formations.css': read('formations.css'),
        '/bare': page(stdout.replace(/<link[^>]*>/, '')),
      },
      { headers: { 'Content-Security-Policy': "default-src 'none'; style-src 'self'" } },
    );
    const browser = await launch(engine);
    t.after(async () => {
      await browser.close();
      await site.close();
    });

    await t.test('filters by style alone, as the core does, under a policy that lets no script run', async () => {
      const opened = await browser.open(site.origin);
      assert.deepEqual(await opened.evaluate(chooseEach(all)), expected);
      assert.deepEqual(
        await opened.evaluate(
          "[...document.querySelectorAll('[data-live]')].filter((node) => node.getClientRects().length).length",
        ),
        0,
        'what only the core can do takes no room',
      );
      assert.deepEqual(opened.console(), [], 'the policy refused nothing');
      await opened.close();
    });

    await t.test('is the whole list, without a panel, where its style sheet is left out', async () => {
      const opened = await browser.open(`${site.origin}/bare`);
      assert.deepEqual(await opened.evaluate(kShown), catalogue.query('').ids);
      assert.equal(await opened.evaluate("document.querySelector('.catalogue-panel').getClientRects().length"), 0);
      await opened.close();
    });
  });
}
