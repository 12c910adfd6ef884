// SPDX-License-Identifier: MIT
// Runs the suites: GoogleTest through CTest, Node's test runner, and the type checker.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { filesUnder } from '../lib/files.mjs';
import { fromRoot } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { noTests, readJUnit, readTap } from './tally.mjs';

const reportPath = (name) => fromRoot('build/reports', name);

function freshReport(name) {
  mkdirSync(fromRoot('build/reports'), { recursive: true });
  rmSync(reportPath(name), { force: true });
  return reportPath(name);
}

const readReport = (path, read) => (existsSync(path) ? read(readFileSync(path, 'utf8')) : noTests());

/** A runner that stops with an error without naming a failed test has failed once. */
const withStatus = (tally, status) => (status !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally);

/** The core, natively, under AddressSanitizer and UndefinedBehaviorSanitizer. One test per gtest case. */
export async function runNative() {
  const preset = 'native-debug';
  const report = freshReport('native.xml');
  await run('cmake', ['--preset', preset]);
  const built = await run('cmake', ['--build', '--preset', preset, '--parallel', '2'], { allowFailure: true });
  if (built.status !== 0) {
    console.log(built.output);
    return { ...noTests(), failed: 1 };
  }
  const { status, output } = await run(
    'ctest',
    ['--preset', preset, '--parallel', '2', '--timeout', '120', '--output-junit', report],
    { allowFailure: true },
  );
  console.log(status === 0 ? output.trimEnd().split('\n').slice(-4).join('\n') : output);
  return withStatus(readReport(report, readJUnit), status);
}

/** One of Node's suites: every *.test.mjs file under its folder. */
export async function runNodeSuite({ name, folder, concurrency, minutes }) {
  const files = filesUnder(fromRoot(folder), (path) => path.endsWith('.test.mjs'));
  if (files.length === 0) return noTests();
  const report = freshReport(`${name}.tap`);
  const { status } = await run(
    process.execPath,
    [
      '--test',
      `--test-concurrency=${concurrency}`,
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${report}`,
      ...files,
    ],
    { live: true, allowFailure: true, timeoutSeconds: minutes * 60 },
  );
  return withStatus(readReport(report, readTap), status);
}

/** The types of all TypeScript: one test, passed when the compiler has nothing to say. */
export async function runTypes() {
  const { status, output } = await run(
    process.execPath,
    [fromRoot('node_modules/typescript/bin/tsc'), '-p', '.', '--noEmit', '--emitDeclarationOnly', 'false'],
    { allowFailure: true },
  );
  if (status !== 0) console.log(output);
  return { ...noTests(), passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
}
