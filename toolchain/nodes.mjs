// SPDX-License-Identifier: MIT
// `npm run test:nodes`: builds, then runs the suites that need only Node on each Node version that README promises.
// The versions are npm packages (tests/nodes/package-lock.json), one per version and processor.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { fromRoot } from './lib/paths.mjs';
import { isMain, main, run, ToolchainError } from './lib/run.mjs';
import { installNodeModules } from './setup/npm.mjs';

const suites = ['web', 'wasm'];
const kMinutes = 15;
const home = (...parts) => fromRoot('tests/nodes', ...parts);

/** Paths of the Node programs for this processor, oldest first. */
function programs() {
  const folder = home('node_modules');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => name.endsWith(`-${process.arch}`))
    .sort()
    .map((name) => home('node_modules', name, 'bin/node'));
}

/** Runs the build and the suites with one Node. Returns its version, the closing line, and whether all passed. */
async function runOn(program) {
  const version = (await run(program, ['--version'])).output.trim();
  console.log(`\n══ Node ${version}`);
  const env = { PATH: [dirname(program), process.env.PATH].join(delimiter) };
  const options = { env, live: true, allowFailure: true, timeoutSeconds: kMinutes * 60 };
  const { status, output } = await run(program, [fromRoot('toolchain/test.mjs'), ...suites], options);
  return { version, isFine: status === 0, closing: output.trimEnd().split('\n').at(-1) };
}

async function testNodes() {
  await installNodeModules('tests/nodes');
  const found = programs();
  if (found.length === 0) throw new ToolchainError(`tests/nodes names no Node for ${process.platform} ${process.arch}`);
  const results = [];
  for (const program of found) results.push(await runOn(program));
  console.log(`\nsuites ${suites.join(' and ')}`);
  for (const { version, closing } of results) console.log(`  Node ${version}: ${closing}`);
  if (!results.every(({ isFine }) => isFine)) process.exitCode = 1;
}

if (isMain(import.meta.url)) await main(testNodes);
