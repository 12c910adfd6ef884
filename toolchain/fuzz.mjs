// SPDX-License-Identifier: MIT
// `npm run fuzz`: every fuzzer of tests/fuzz in turn, with AddressSanitizer and
// UndefinedBehaviorSanitizer, for FUZZ_SECONDS each (30 unless said otherwise).
// Seeds are tests/fuzz/corpus/<name>/ and, for words, the lines of tests/cases. What a run discovers
// stays in build/fuzz/; an input that fails is written there too, and named.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesUnder } from './lib/files.mjs';
import { fromRoot, shown } from './lib/paths.mjs';
import { isMain, main, run, ToolchainError } from './lib/run.mjs';
import { ensure } from './setup.mjs';

const seconds = Number(process.env.FUZZ_SECONDS ?? 30);
const seedLine = / -> |^\[|^## /;

/** Names of the fuzzers, by their sources. */
const fuzzerNames = () =>
  readdirSync(fromRoot('tests/fuzz'))
    .filter((file) => file.endsWith('_fuzzer.cpp'))
    .map((file) => basename(file, '.cpp'))
    .sort();

async function compile() {
  await run('cmake', ['--preset', 'native-fuzz']);
  await run('cmake', ['--build', '--preset', 'native-fuzz', '--parallel', '2', '--target', ...fuzzerNames()]);
}

/** One seed per line of the case files: the text without its meaning. */
function writeCaseSeeds() {
  const folder = fromRoot('build/fuzz/cases');
  mkdirSync(folder, { recursive: true });
  const lines = filesUnder(fromRoot('tests/cases'), (name) => name.endsWith('.txt'))
    .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
    .filter((line) => seedLine.test(line));
  lines.forEach((line, i) => writeFileSync(join(folder, String(i)), line.split(' -> ')[0]));
  return folder;
}

/** Runs one fuzzer; returns its executions per run and in all. Throws when an input fails. */
async function fuzz(name, caseSeeds) {
  const found = fromRoot('build/fuzz', name);
  const corpus = fromRoot('tests/fuzz/corpus', name.replace(/_fuzzer$/, ''));
  mkdirSync(found, { recursive: true });
  const { status, output } = await run(
    fromRoot('build/native-fuzz', name),
    [
      `-max_total_time=${seconds}`,
      '-timeout=10',
      '-rss_limit_mb=2048',
      '-max_len=4096',
      '-print_final_stats=1',
      `-artifact_prefix=${found}/failing-`,
      found,
      ...(existsSync(corpus) ? [corpus] : []),
      caseSeeds,
    ],
    { allowFailure: true, timeoutSeconds: seconds + 120 },
  );
  const executions = Number(/stat::number_of_executed_units:\s*(\d+)/.exec(output)?.[1] ?? 0);
  if (status !== 0 || executions === 0) {
    const input = /Test unit written to (\S+)/.exec(output)?.[1];
    throw new ToolchainError(
      `${name} failed${input ? ` on ${shown(input)}` : ''}\n${output.trimEnd().split('\n').slice(-40).join('\n')}`,
    );
  }
  return executions;
}

/** All fuzzers, one after the other. */
export async function fuzzAll() {
  if (!Number.isFinite(seconds) || seconds <= 0)
    throw new ToolchainError('FUZZ_SECONDS must be a number of seconds above 0');
  await ensure('fuzz');
  await compile();
  const caseSeeds = writeCaseSeeds();
  const names = fuzzerNames();
  let total = 0;
  for (const name of names) {
    const executions = await fuzz(name, caseSeeds);
    total += executions;
    console.log(`  ${name.padEnd(22)} ${executions.toLocaleString('en')} executions in ${seconds} s, none failed`);
  }
  console.log(`${names.length} fuzzers, ${total.toLocaleString('en')} executions, none failed`);
}

if (isMain(import.meta.url)) await main(fuzzAll);
