// SPDX-License-Identifier: MIT
// Runs the fuzzers of the web side. tests/fuzz/js/NAME.mjs exports `run({ seconds, seed })`: it returns the number of
// inputs that it checked, or throws with the input that failed in its message. Each fuzzer runs in its own process.
import { readdirSync } from 'node:fs';
import { fromRoot } from '../lib/paths.mjs';
import { run, ToolchainError } from '../lib/run.mjs';

export const javaScriptFuzzers = () =>
  readdirSync(fromRoot('tests/fuzz/js'))
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => file.slice(0, -'.mjs'.length))
    .sort();

/** Runs one. Returns `{executions, edges, edgesInAll}`. An edge is a block of the tested code, as V8 counts them. */
export async function fuzzJavaScript(name, { seconds, seed }) {
  const { status, output } = await run(
    process.execPath,
    [fromRoot('toolchain/fuzz/run-javascript.mjs'), name, String(seconds), String(seed)],
    { allowFailure: true, timeoutSeconds: seconds + 120 },
  );
  const result = status === 0 && JSON.parse(output.trimEnd().split('\n').at(-1) ?? '{}');
  if (!result?.executions)
    throw new ToolchainError(`${name} failed\n${output.trimEnd().split('\n').slice(-40).join('\n')}`);
  return result;
}
