// SPDX-License-Identifier: MIT
// One fuzzer of tests/fuzz/js, watched by V8's block coverage: `node run-javascript.mjs NAME SECONDS SEED`. Prints
// `{executions, edges, edgesInAll}` on its last line.
import { Session } from 'node:inspector/promises';
import { fromRoot } from '../lib/paths.mjs';

/** The tested code: files of lib/, or bundled for this run (tests/web/import-typescript.mjs). */
const isTested = (url) => url.startsWith('data:text/javascript') || url.includes('/lib/');

/** The numbers of blocks that ran at least once, and of all blocks that V8 reports. */
function countBlocks(scripts) {
  const ranges = scripts
    .filter(({ url }) => isTested(url))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges));
  return { edges: ranges.filter(({ count }) => count > 0).length, edgesInAll: ranges.length };
}

const [, , name, seconds, seed] = process.argv;
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });
const fuzzer = await import(fromRoot('tests/fuzz/js', `${name}.mjs`));
const executions = await fuzzer.run({ seconds: Number(seconds), seed: Number(seed) });
const { result } = await session.post('Profiler.takePreciseCoverage');
console.log(JSON.stringify({ executions, ...countBlocks(result) }));
