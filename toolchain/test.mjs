// SPDX-License-Identifier: MIT
// `npm test`: set-up, build, then every suite. Closes with `N passed, N failed` alone on the last
// line; exit code 1 when a test failed or a suite ran none.
// `npm test -- web wasm` runs only these suites.
import { build } from './build.mjs';
import { isMain, step, ToolchainError } from './lib/run.mjs';
import { lint } from './lint.mjs';
import { buildSite } from './serve/site.mjs';
import { ensure } from './setup.mjs';
import { runNative, runNodeSuite, runTypes } from './test/runners.mjs';
import { nodeSuites } from './test/suites.mjs';
import { closingLine, noTests, sum } from './test/tally.mjs';

const suites = [
  { name: 'lint', run: async () => ({ ...noTests(), ...(await lint()) }) },
  { name: 'types', run: runTypes },
  ...nodeSuites.slice(0, 2).map((suite) => ({ name: suite.name, run: () => runNodeSuite(suite) })),
  { name: 'native', run: runNative },
  ...nodeSuites.slice(2).map((suite) => ({ name: suite.name, run: () => runNodeSuite(suite) })),
];

/** Runs one suite. A suite that ran no test has failed. */
async function runSuite({ name, run }) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const tally = await run();
  const ranNone = tally.passed + tally.failed === 0;
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`── ${name}: ${ranNone ? 'ran no test' : closingLine(tally)} (${seconds} s)`);
  return ranNone ? { ...tally, failed: 1 } : tally;
}

async function runAll(names) {
  const chosen = names.length ? suites.filter(({ name }) => names.includes(name)) : suites;
  if (chosen.length === 0)
    throw new ToolchainError(`no such suite; there are ${suites.map(({ name }) => name).join(', ')}`);
  await ensure('test');
  await build();
  await step('site', () => buildSite());
  const tallies = [];
  for (const suite of chosen) tallies.push(await runSuite(suite));
  return sum(tallies);
}

async function main() {
  let total;
  try {
    total = await runAll(process.argv.slice(2));
  } catch (error) {
    console.log(error instanceof ToolchainError ? `\n${error.message}` : error);
    total = { ...noTests(), failed: 1 };
  }
  process.exitCode = total.failed ? 1 : 0;
  console.log(`\n${closingLine(total)}`);
}

if (isMain(import.meta.url)) await main();
