// SPDX-License-Identifier: MIT
// `npm run bench:web [-- SIZE…]`: from a click to the painted result in a real Chromium, this package and its peers
// on the same trainings, with the processor slowed. Writes docs/bench-web.md. Default sizes: 6 600 10000.
import { existsSync, writeFileSync } from 'node:fs';
import { measureTool } from '../tests/bench/web/measure.mjs';
import { writeReport } from '../tests/bench/web/report.mjs';
import { launch } from '../tests/browser/engines.mjs';
import { makeScenario } from '../tests/bench/web/scenario.mjs';
import { build } from './build.mjs';
import { fromRoot } from './lib/paths.mjs';
import { isMain, main, run, ToolchainError } from './lib/run.mjs';

const kTools = [
  'ours-in-place',
  'ours-src',
  'pagefind',
  'pagefind-no-worker',
  'filter-container',
  'list-js',
  'itemsjs',
];
const kSizes = [6, 600, 10_000];

export async function benchWeb(sizes) {
  if (!sizes.every((size) => Number.isInteger(size) && size > 0))
    throw new ToolchainError('usage: npm run bench:web [-- SIZE…]');
  await build();
  if (!existsSync(fromRoot('tests/bench/node_modules/pagefind')))
    await run('npm', ['ci', '--ignore-scripts'], { cwd: fromRoot('tests/bench') });
  const results = [];
  for (const size of sizes) {
    const scenario = makeScenario(size);
    for (const name of kTools) {
      const tool = await import(`../tests/bench/web/tools/${name}.mjs`);
      // Each tool has its own browser, so that one does not slow the next.
      const browser = await launch('chromium');
      results.push(await measureTool(browser, tool, size, scenario).finally(() => browser.close()));
      // Written after each row, to keep the measures of a run that is stopped.
      writeFileSync(fromRoot('docs/bench-web.md'), writeReport(results, sizes, browser.version));
    }
  }
  console.log('docs/bench-web.md');
}

if (isMain(import.meta.url)) {
  const sizes = process.argv.slice(2).map(Number);
  await main(() => benchWeb(sizes.length ? sizes : kSizes));
}
