// SPDX-License-Identifier: MIT
// `npm run bench [-- SIZE…]`: this package and its peers on the same made-up catalogues and queries.
// Peers come from tests/bench/package-lock.json. Writes docs/bench.md. Default sizes: 1000 10000.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { measureNormalise } from '../tests/bench/normalise.mjs';
import { makeCatalogue } from '../tests/oracle/generator.mjs';
import { brotli } from './lib/files.mjs';
import { fromRoot } from './lib/paths.mjs';
import { isMain, run, ToolchainError } from './lib/run.mjs';
import { build } from './build.mjs';

const kEngines = ['ours', 'naive', 'columns', 'crossfilter', 'itemsjs', 'minisearch', 'flexsearch'];
const kShape = { providers: 300, themes: 60, sentences: 10 };
const kSecondsPerEngine = 180;
const kNormalisedTrainings = 10_000;

/** The catalogue's file, made once. */
function catalogueFile(size) {
  const path = fromRoot('build/bench', `catalogue-${size}.json`);
  mkdirSync(fromRoot('build/bench'), { recursive: true });
  if (!existsSync(path)) writeFileSync(path, JSON.stringify(makeCatalogue(1, size, kShape)));
  return path;
}

function parseTime(path) {
  const text = readFileSync(path, 'utf8');
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    JSON.parse(text);
    return performance.now() - start;
  });
  return Math.min(...times);
}

async function measure(engine, size, path) {
  const { status, output } = await run(process.execPath, ['--expose-gc', '--max-old-space-size=4096', 'tests/bench/measure.mjs', engine, String(size), path],
    { allowFailure: true, timeoutSeconds: kSecondsPerEngine });
  const line = output.trim().split('\n').pop() ?? '';
  return status === 0 && line.startsWith('{') ? JSON.parse(line) : { name: engine, failure: line.slice(0, 120) || 'took too long' };
}

const ms = (value) => (value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3));

/** Brotli bytes of a wasm file, or of a script or package as a bundler would ship it. */
async function weigh(file) {
  const path = file.includes('/') ? fromRoot(file) : file;
  if (file.endsWith('.wasm')) return brotli(readFileSync(path)).length;
  const { build: bundle } = await import('esbuild');
  const { outputFiles } = await bundle({ stdin: { contents: `import * as all from ${JSON.stringify(path)}; globalThis.all = all;`, resolveDir: fromRoot('tests/bench') },
    bundle: true, minify: true, format: 'esm', write: false, logLevel: 'silent' });
  return brotli(Buffer.from(outputFiles[0].contents)).length;
}

async function weight(files) {
  let sum = 0;
  for (const file of files) sum += await weigh(file);
  return files.length ? (sum / 1024).toFixed(1) : '';
}

async function row(result) {
  if (result.failure) return `| ${result.name} | ${result.failure} | | | | | | |`;
  const { name, files, ready, filter, text, index, memory } = result;
  const texts = text ? [ms(text.median), ms(text.p95), ms(index)] : ['', '', ''];
  return `| ${[name, ms(filter.median), ms(filter.p95), ...texts, ms(ready), (memory / 1e6).toFixed(0), await weight(files)].join(' | ')} |`;
}

async function section(size) {
  const path = catalogueFile(size);
  const bytes = readFileSync(path).length;
  const lines = [`## ${size.toLocaleString('en')} trainings`, '',
    `${(bytes / 1e6).toFixed(1)} MB of JSON, read by \`JSON.parse\` alone in ${ms(parseTime(path))} ms.`, '',
    '| engine | filter | p95 | text | p95 | first text | ready | MB | br KB |', '|---|--:|--:|--:|--:|--:|--:|--:|--:|'];
  for (const engine of kEngines) {
    const result = await measure(engine, size, path);
    console.log(`${size} ${result.name}: ${result.failure ?? `filter ${ms(result.filter.median)} ms, ready ${ms(result.ready)} ms`}`);
    lines.push(await row(result));
  }
  return lines.join('\n');
}

/** Words to meanings, for whoever publishes: extraction left aside, checks included. */
async function normaliseSection() {
  const { size, wasm, native } = await measureNormalise(kNormalisedTrainings);
  const row = (name, value) => `| ${name} | ${value.toLocaleString('en')} |`;
  console.log(`normalise: ${wasm} trainings/s in wasm, ${native} natively`);
  return ['## Words to meanings', '', `A page of ${size.toLocaleString('en')} trainings: durations, licences and tags understood, every check made. Best of three.`, '',
    '| build | trainings/s |', '|---|--:|', row('wasm, in Node', wasm), row('native, optimised', native)].join('\n');
}

async function main(sizes) {
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) throw new ToolchainError('usage: npm run bench -- [SIZE…]');
  if (!existsSync(fromRoot('lib/core.js'))) await build();
  if (!existsSync(fromRoot('tests/bench/node_modules'))) await run('npm', ['ci', '--ignore-scripts'], { cwd: fromRoot('tests/bench') });
  const sections = [];
  for (const size of sizes) sections.push(await section(size));
  sections.push(await normaliseSection());
  const head = ['# Benchmark', '', `Made by \`npm run bench -- ${sizes.join(' ')}\` on ${cpus()[0]?.model ?? 'an unknown processor'}, Node ${process.versions.node}.`, '',
    'Milliseconds, medians over up to 300 filter queries and 100 text queries. A filter query gives the total, the first 20',
    'trainings and every disjunctive count; each engine\'s answers were found equal to the naive oracle\'s on 100 queries first.',
    'Text answers differ between engines, by design, and are only timed. "First text" is the first text query, which builds our',
    'index; the others build theirs in "ready". "MB" is what the process holds more after the queries; "br KB" the code to load.', ''];
  writeFileSync(fromRoot('docs/bench.md'), `${head.join('\n')}\n${sections.join('\n\n')}\n`);
  console.log('docs/bench.md');
}

if (isMain(import.meta.url)) {
  const sizes = process.argv.slice(2).map(Number);
  try {
    await main(sizes.length ? sizes : [1000, 10_000]);
  } catch (error) {
    console.error(error instanceof ToolchainError ? error.message : error);
    process.exitCode = 1;
  }
}
