// SPDX-License-Identifier: MIT
// Runs one engine's measures in a separate process, within a time limit and a heap limit.
import { readFileSync, statSync } from 'node:fs';
import { run } from '../../toolchain/lib/run.mjs';

/** The limits for one engine and one size. */
export const kSeconds = 180;
const kHeapMegabytes = 8192;
/** As many as an engine is built. */
const kParses = 30;
/** Above this the text of the file is longer than a JavaScript string may be. */
const kLargestParse = 500e6;

/** Why an engine has no result, in a few words. */
function reason(output) {
  if (/heap out of memory|Array buffer allocation failed|bad_alloc/.test(output))
    return `out of memory (${kHeapMegabytes / 1024} GB of heap)`;
  const error = /^(?:\w*Error|Error): (.*)$/m.exec(output);
  return error ? error[1].slice(0, 120) : `not within ${kSeconds} s`;
}

const runStep = (script, ...words) =>
  run(
    process.execPath,
    ['--expose-gc', `--max-old-space-size=${kHeapMegabytes}`, `tests/bench/${script}.mjs`, ...words],
    { allowFailure: true, timeoutSeconds: kSeconds },
  );

/** The output of measure.mjs, or `{name, failure}`. An engine with a wrong answer is not measured. */
export async function runEngine(engine, size, path) {
  const checked = await runStep('check', engine);
  const { status, output } = checked.status === 0 ? await runStep('measure', engine, String(size), path) : checked;
  const line = output.trim().split('\n').pop() ?? '';
  if (status === 0 && line.startsWith('{')) return JSON.parse(line);
  const { name } = await import(`./engines/${engine}.mjs`);
  return { name, failure: reason(output) };
}

/** The output of worst.mjs: the most expensive queries at `size` trainings. */
export async function runWorst(size) {
  const { output } = await run(process.execPath, ['tests/bench/worst.mjs', String(size)], { timeoutSeconds: 10 * 60 });
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}

/** `{bytes, milliseconds}` of `JSON.parse` alone, best of thirty; no time where the file is too long for a string. */
export function timeParse(path) {
  const { size: bytes } = statSync(path);
  if (bytes > kLargestParse) return { bytes, milliseconds: null };
  const text = readFileSync(path, 'utf8');
  const times = Array.from({ length: kParses }, () => {
    const start = performance.now();
    JSON.parse(text);
    return performance.now() - start;
  });
  return { bytes, milliseconds: Math.min(...times) };
}
