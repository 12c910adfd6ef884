// SPDX-License-Identifier: MIT
// `npm run bench:bytes [-- WORDS… SIZE…]`: what a visitor of a large catalogue downloads for each step, in a real
// Chromium, beside Pagefind. WORDS: natural, even. Writes docs/bench-bytes.md. Default: natural even 10000 100000.
import { readFileSync, writeFileSync } from 'node:fs';
import { measureBytes } from '../tests/bench/bytes/measure.mjs';
import { builtParts, inParts, oneFile } from '../tests/bench/bytes/ours.mjs';
import { partsSection } from '../tests/bench/bytes/parts.mjs';
import * as pagefind from '../tests/bench/bytes/pagefind.mjs';
import { bytesSection, writeBytes } from '../tests/bench/bytes/report.mjs';
import { queryOf } from '../tests/bench/bytes/visits.mjs';
import { catalogueFile, kSeed, shapes } from '../tests/bench/catalogue-file.mjs';
import { entropySection } from '../tests/bench/entropy.mjs';
import { launch } from '../tests/browser/engines.mjs';
import { makeCatalogue } from '../tests/oracle/generator.mjs';
import { build } from './build.mjs';
import { fromRoot } from './lib/paths.mjs';
import { isMain, main, ToolchainError } from './lib/run.mjs';
import { installNodeModules } from './setup/npm.mjs';

const kTools = [oneFile, inParts, pagefind];
const kSizes = [10_000, 100_000];
/** Queries are drawn from the first trainings. */
const kSample = 2000;
/** Above this, compressing all parts takes longer than all the rest. */
const kLargestWeighed = 10_000;

/** `expected(step)`: the answers of the whole catalogue, from the core in Node. */
async function openWhole(path) {
  const { openCatalogue } = await import('../lib/core.js');
  const catalogue = await openCatalogue(new Uint8Array(readFileSync(path)));
  const expected = (step) => {
    const { total, ids } = catalogue.query(queryOf(step));
    return { total, ids };
  };
  return { expected, close: () => catalogue.close() };
}

async function measureSize(frequency, size) {
  const path = catalogueFile(size, shapes[frequency]);
  const catalogue = (count = size) => makeCatalogue(kSeed, count, shapes[frequency]);
  const sample = catalogue(Math.min(size, kSample)).trainings;
  const { expected, close } = await openWhole(path);
  const results = [];
  for (const tool of kTools) {
    const browser = await launch('chromium');
    const result = await measureBytes(browser, tool, { size, path, catalogue, sample, expected });
    await browser.close();
    console.log(
      `${size} ${frequency}, ${tool.name}: ${result.failure ?? `first list ${result.steps['first list'].bytes} B`}`,
    );
    results.push(result);
  }
  close();
  return bytesSection({ size, frequency, results });
}

/** Where the bytes are, and what the columns hold. */
function weighSize(frequency, size) {
  if (size > kLargestWeighed) return [];
  const parts = builtParts(catalogueFile(size, shapes[frequency]));
  return [...(parts ? [partsSection(parts, size, frequency)] : []), entropySection(size, frequency)];
}

async function chromiumVersion() {
  const browser = await launch('chromium');
  await browser.close();
  return browser.version;
}

async function benchBytes(words) {
  const frequencies = words.filter((word) => word in shapes);
  const sizes = words.filter((word) => !(word in shapes)).map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0))
    throw new ToolchainError('usage: npm run bench:bytes [-- natural|even… SIZE…]');
  if (frequencies.length === 0) frequencies.push(...Object.keys(shapes));
  if (sizes.length === 0) sizes.push(...kSizes);
  await build();
  await installNodeModules('tests/bench');
  const version = await chromiumVersion();
  const sections = [];
  for (const frequency of frequencies) {
    for (const size of sizes) {
      sections.push(await measureSize(frequency, size), ...weighSize(frequency, size));
      // Written after each size, to keep the measures of a run that is stopped.
      writeFileSync(fromRoot('docs/bench-bytes.md'), writeBytes([...frequencies, ...sizes], version, sections));
    }
  }
  console.log('docs/bench-bytes.md');
}

if (isMain(import.meta.url)) await main(() => benchBytes(process.argv.slice(2)));
