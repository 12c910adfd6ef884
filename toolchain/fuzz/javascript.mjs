// SPDX-License-Identifier: MIT
// Runs the fuzzers of the web side: tests/fuzz/js/NAME.mjs exports `run({ seconds, seed })`, which gives how many inputs
// were checked and throws, with the input in its message, when one fails. Each runs in a process of its own.
import { readdirSync } from 'node:fs';
import { fromRoot } from '../lib/paths.mjs';
import { run, ToolchainError } from '../lib/run.mjs';

export const javaScriptFuzzers = () =>
  readdirSync(fromRoot('tests/fuzz/js'))
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => file.slice(0, -'.mjs'.length))
    .sort();

/** Runs one. Gives `{executions, edges, edgesInAll}`: an edge is a block that V8 counts, of the code that is tested. */
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
