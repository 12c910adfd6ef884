// SPDX-License-Identifier: MIT
// `npm run bench [-- SIZE…]`: this package and its peers on the same made-up catalogues and queries, any size up to a
// million. Peers come from tests/bench/package-lock.json. Writes docs/bench.md. Default sizes: 1000 10000.
import { writeFileSync } from 'node:fs';
import { catalogueFile } from '../tests/bench/catalogue-file.mjs';
import { measureNormalise } from '../tests/bench/normalise.mjs';
import { normaliseSection, sizeSection, worstSection, writeReport } from '../tests/bench/report.mjs';
import { kSeconds, runEngine, runWorst, timeParse } from '../tests/bench/run.mjs';
import { weigh } from '../tests/bench/weigh.mjs';
import { build } from './build.mjs';
import { fromRoot } from './lib/paths.mjs';
import { isMain, main, ToolchainError } from './lib/run.mjs';
import { installNodeModules } from './setup/npm.mjs';

const kEngines = ['ours', 'columns', 'naive', 'crossfilter', 'itemsjs', 'minisearch', 'flexsearch', 'orama', 'duckdb'];
const kNormalisedTrainings = 10_000;
const kWorstTrainings = 100_000;

/** The package and its peers. */
async function prepare() {
  await build();
  await installNodeModules('tests/bench');
}

/** Sizes come in ascending order: the time of an engine for one tells whether it can do the next. */
async function measureSize(size, before) {
  const path = catalogueFile(size);
  const parse = timeParse(path);
  const results = [];
  for (const engine of kEngines) {
    const result = tooSlow(before.get(engine), size) ?? (await runEngine(engine, size, path));
    before.set(engine, { ...result, size });
    console.log(
      `${size} ${result.name}: ${result.failure ?? `filter ${result.filter.median.toFixed(3)} ms, ready ${result.ready.toFixed(0)} ms`}`,
    );
    results.push({ ...result, weight: result.failure ? 0 : await weigh(result.files) });
  }
  return sizeSection({ size, parse, results });
}

function tooSlow(last, size) {
  if (!last) return null;
  if (last.failure) return { name: last.name, failure: `not tried: ${last.failure.replace('not tried: ', '')}` };
  const seconds = (last.ready / 1000) * (size / last.size);
  if (seconds < kSeconds) return null;
  return {
    name: last.name,
    failure: `not tried: ${(last.ready / 1000).toFixed(0)} s to be ready at ${last.size.toLocaleString('en')}`,
  };
}

async function bench(sizes) {
  if (!sizes.every((size) => Number.isInteger(size) && size > 0))
    throw new ToolchainError('usage: npm run bench -- [SIZE…]');
  await prepare();
  const sections = [];
  const before = new Map();
  for (const size of [...sizes].sort((a, b) => a - b)) {
    sections.push(await measureSize(size, before));
    // Written after each size, to keep the measures of a run that is stopped.
    writeFileSync(fromRoot('docs/bench.md'), writeReport(sizes, sections));
  }
  const worst = { size: kWorstTrainings, results: await runWorst(kWorstTrainings) };
  sections.push(worstSection(worst));
  const normalised = await measureNormalise(kNormalisedTrainings);
  console.log(`normalise: ${normalised.wasm} trainings/s in wasm, ${normalised.native} natively`);
  writeFileSync(fromRoot('docs/bench.md'), writeReport(sizes, [...sections, normaliseSection(normalised)]));
  console.log('docs/bench.md');
}

if (isMain(import.meta.url)) {
  const sizes = process.argv.slice(2).map(Number);
  await main(() => bench(sizes.length ? sizes : [1000, 10_000]));
}
