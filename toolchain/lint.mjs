// SPDX-License-Identifier: MIT
// `npm run lint`: runs the formatters and linters. `npm run lint -- --fix` formats the code.
// Part of `npm test`, one test per check.
import { execFileSync } from 'node:child_process';
import { filesUnder } from './lib/files.mjs';
import { fromRoot, root } from './lib/paths.mjs';
import { isMain, main, run, ToolchainError } from './lib/run.mjs';
import { unlessUpToDate } from './lib/stamps.mjs';
import { ensure } from './setup.mjs';

const biome = fromRoot('node_modules/.bin/biome');
const clangFormat = fromRoot('node_modules/.bin/clang-format');
const kPreset = 'native-debug';

/** C++ files that Git tracks, or that are new and not ignored, from the top of the repository. */
function cppFiles() {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '*.cpp', '*.h'];
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
}

/** The findings in clang-tidy's output, each place once; the whole output when there are none. */
function findings(outputs) {
  const lines = outputs.join('\n').split('\n');
  const found = lines.filter((line) => /: (?:warning|error): /.test(line)).map((line) => line.replace(`${root}/`, ''));
  return [...new Set(found.length > 0 ? found : lines)].join('\n');
}

/** clang-tidy reads the flags of the native build, and the headers that it generates. */
async function runClangTidy() {
  await run('cmake', ['--preset', kPreset]);
  await run('cmake', ['--build', '--preset', kPreset, '--target', 'catalogue_data']);
  const files = filesUnder(fromRoot('wasm/src'), (path) => path.endsWith('.cpp'));
  const half = Math.ceil(files.length / 2);
  const parts = [files.slice(0, half), files.slice(half)];
  const args = ['-p', fromRoot('build', kPreset), '--quiet'];
  const runs = await Promise.all(parts.map((part) => run('clang-tidy', [...args, ...part], { allowFailure: true })));
  if (runs.some(({ status }) => status !== 0)) throw new ToolchainError(findings(runs.map(({ output }) => output)));
}

async function clangTidy() {
  const inputs = [...filesUnder(fromRoot('wasm')), fromRoot('.clang-tidy'), fromRoot('CMakePresets.json')];
  await unlessUpToDate('clang-tidy', { inputs, outputs: [] }, runClangTidy);
}

/** Each check throws a ToolchainError with the faults and their places. */
export const lintChecks = [
  { name: 'C++ is formatted', run: () => run(clangFormat, ['--dry-run', '--Werror', ...cppFiles()]) },
  {
    name: 'TypeScript, JavaScript and CSS are formatted and clean',
    run: () => run(biome, ['check', '--error-on-warnings', '.']),
  },
  { name: 'C++ is clean', run: clangTidy },
];

/** Runs every check and prints its result. @returns {Promise<{passed: number, failed: number}>} */
export async function lint() {
  const tally = { passed: 0, failed: 0 };
  for (const { name, run: check } of lintChecks) {
    const failure = await check().then(
      () => undefined,
      (error) => error,
    );
    console.log(`${failure ? '✖' : '✔'} ${name}${failure ? `\n${failure.message}` : ''}`);
    tally[failure ? 'failed' : 'passed'] += 1;
  }
  return tally;
}

async function fix() {
  await run(clangFormat, ['-i', ...cppFiles()]);
  await run(biome, ['check', '--write', '.'], { allowFailure: true });
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await ensure('test');
    if (process.argv.includes('--fix')) await fix();
    const { failed } = await lint();
    if (failed) throw new ToolchainError(`${failed} of ${lintChecks.length} checks failed`);
  });
}
