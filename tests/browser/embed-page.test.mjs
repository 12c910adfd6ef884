// SPDX-License-Identifier: MIT
// The iframe's own page, as a partner frames it: its outline, and its colours where no script runs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useExample } from './example-site.mjs';
import { serve } from './origins.mjs';

const used = useExample();

for (const [path, words] of [
  ['/embed/', 'Formations numérique écoresponsable'],
  ['/embed/en/', 'Formations numérique écoresponsable'],
]) {
  test(`${path}: one main holds all of it, under one first heading`, async () => {
    const { evaluate, close } = await used.browser.open(used.example.site + path);
    assert.deepEqual(
      await evaluate(
        "[document.querySelectorAll('main').length, [...document.body.children].map((child) => child.nodeName), [...document.querySelectorAll('h1')].map((title) => title.textContent)]",
      ),
      [1, ['MAIN'], [words]],
    );
    await close();
  });
}

for (const colorScheme of ['light', 'dark']) {
  test(`without script, the frame on a light page is dark on light, where the visitor prefers ${colorScheme}`, async (t) => {
    const page = await serve({
      '/': `<!doctype html><html lang="fr"><title>Page claire</title><body style="background:#fff"><iframe src="${used.example.site}/embed/" title="Catalogue" width="600" height="600"></iframe>`,
    });
    t.after(() => page.close());
    const opened = await used.browser.open(page.origin, { javaScriptEnabled: false, colorScheme });
    const frame = await opened.frame('iframe');
    const [text, ...grounds] = await frame.evaluate(
      "[getComputedStyle(document.querySelector('.catalogue-title a')).color, ...[document.documentElement, document.body].map((node) => getComputedStyle(node).backgroundColor)]",
    );
    assert.equal(text, 'rgb(0, 0, 0)');
    assert.deepEqual(grounds, ['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)']);
    await opened.close();
  });
}
