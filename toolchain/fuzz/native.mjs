// SPDX-License-Identifier: MIT
// Builds and runs the libFuzzer targets of the core. build/fuzz/ keeps the inputs that a run discovers, and those that
// fail.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { fromRoot, shown } from '../lib/paths.mjs';
import { run, ToolchainError } from '../lib/run.mjs';
import { writeDictionary, writeSeeds } from './seeds.mjs';

const ending = '_fuzzer.cpp';

/** Names of the targets: those of their sources. */
export const nativeFuzzers = () =>
  readdirSync(fromRoot('tests/fuzz'))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();

export async function compileFuzzers(names) {
  await run('cmake', ['--preset', 'native-fuzz']);
  const targets = names.map((name) => `${name}_fuzzer`);
  await run('cmake', ['--build', '--preset', 'native-fuzz', '--parallel', '2', '--target', ...targets]);
}

/** No -max_len: it would cut the seeds that are longer. */
const options = (found, seconds) => [
  `-max_total_time=${seconds}`,
  '-timeout=10',
  '-rss_limit_mb=2048',
  '-print_final_stats=1',
  `-dict=${writeDictionary()}`,
  `-artifact_prefix=${found}/failing-`,
];

/** The last number that matches `pattern`. */
const lastNumber = (pattern, text) => Number([...text.matchAll(pattern)].at(-1)?.[1] ?? 0);

/** Runs one target. Returns `{executions, edges, edgesInAll}`. Throws when an input fails. */
export async function fuzzNative(name, { seconds }) {
  const found = fromRoot('build/fuzz', name);
  const corpus = fromRoot('tests/fuzz/corpus', name);
  mkdirSync(found, { recursive: true });
  const folders = [found, ...(existsSync(corpus) ? [corpus] : []), writeSeeds(name)];
  const { status, output } = await run(
    fromRoot('build/native-fuzz', `${name}_fuzzer`),
    [...options(found, seconds), ...folders],
    { allowFailure: true, timeoutSeconds: seconds + 120 },
  );
  const executions = lastNumber(/stat::number_of_executed_units:\s*(\d+)/g, output);
  if (status !== 0 || executions === 0) throw failed(name, output);
  return {
    executions,
    edges: lastNumber(/ cov: (\d+)/g, output),
    edgesInAll: lastNumber(/\((\d+) inline 8-bit counters\)/g, output),
  };
}

function failed(name, output) {
  const input = /Test unit written to (\S+)/.exec(output)?.[1];
  const end = output.trimEnd().split('\n').slice(-40).join('\n');
  return new ToolchainError(`${name} failed${input ? ` on ${shown(input)}` : ''}\n${end}`);
}
