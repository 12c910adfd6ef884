// SPDX-License-Identifier: MIT
// `npm run fuzz [-- NAME…]`: every fuzzer of tests/fuzz in turn, for FUZZ_SECONDS each (30 unless said otherwise). The
// core's run under AddressSanitizer and UndefinedBehaviorSanitizer (toolchain/fuzz/native.mjs), those of the web side
// in Node (toolchain/fuzz/javascript.mjs). FUZZ_SEED, a number, gives another run of the latter.
// A fuzzer fails when an input fails, or when it covers fewer edges of the code than tests/fuzz/edges.json states.
import { readFileSync } from 'node:fs';
import { compileFuzzers, fuzzNative, nativeFuzzers } from './fuzz/native.mjs';
import { fuzzJavaScript, javaScriptFuzzers } from './fuzz/javascript.mjs';
import { fromRoot } from './lib/paths.mjs';
import { isMain, main, ToolchainError } from './lib/run.mjs';
import { build } from './build.mjs';
import { ensure } from './setup.mjs';

const seconds = Number(process.env.FUZZ_SECONDS ?? 30);
const seed = Number(process.env.FUZZ_SEED ?? 1);

const count = (number) => number.toLocaleString('en');

/** The edges that each fuzzer must cover, by name. */
export const leastEdges = () => JSON.parse(readFileSync(fromRoot('tests/fuzz/edges.json'), 'utf8'));

/** Throws when a fuzzer covers too few edges. */
export function checkEdges(name, edges) {
  const least = leastEdges()[name];
  if (least === undefined) throw new ToolchainError(`tests/fuzz/edges.json does not say what ${name} must see`);
  if (edges >= least) return;
  throw new ToolchainError(
    `${name} sees ${count(edges)} edges, fewer than the ${count(least)} that tests/fuzz/edges.json states:` +
      ' are its libraries instrumented, its seeds read?',
  );
}

/** Runs one fuzzer and prints its line. Returns its executions. */
async function fuzzOne(name, fuzz) {
  const start = performance.now();
  const { executions, edges, edgesInAll } = await fuzz(name, { seconds, seed });
  const rate = Math.round(executions / ((performance.now() - start) / 1000));
  console.log(
    `  ${name.padEnd(16)} ${count(executions).padStart(11)} executions  ${count(rate).padStart(7)}/s  ` +
      `${count(edges).padStart(6)} of ${count(edgesInAll)} edges`,
  );
  checkEdges(name, edges);
  return executions;
}

/** Runs the named fuzzers, or all, one after the other. */
export async function fuzzAll(names) {
  if (!Number.isFinite(seconds) || seconds <= 0)
    throw new ToolchainError('FUZZ_SECONDS must be a number of seconds above 0');
  const isChosen = (name) => names.length === 0 || names.includes(name);
  const native = nativeFuzzers().filter(isChosen);
  const javaScript = javaScriptFuzzers().filter(isChosen);
  if (native.length + javaScript.length === 0)
    throw new ToolchainError(`no such fuzzer; there are ${[...nativeFuzzers(), ...javaScriptFuzzers()].join(', ')}`);
  if (native.length) {
    await ensure('fuzz');
    await compileFuzzers(native);
  }
  if (javaScript.length) {
    await ensure('build');
    await build();
  }
  let total = 0;
  for (const name of native) total += await fuzzOne(name, fuzzNative);
  for (const name of javaScript) total += await fuzzOne(name, fuzzJavaScript);
  console.log(`${native.length + javaScript.length} fuzzers, ${count(total)} executions, none failed`);
}

if (isMain(import.meta.url)) await main(() => fuzzAll(process.argv.slice(2)));
