// SPDX-License-Identifier: MIT
// `npm run build`: makes dist/ and lib/. A second run does only what changed.
import { conformityText } from './conformity.mjs';
import { buildBundles } from './steps/bundles.mjs';
import { checkBudget, checkExports } from './steps/checks.mjs';
import { describeCompiler, emscriptenVersion } from './steps/compiler.mjs';
import { writeManifest } from './steps/manifest.mjs';
import { buildModules } from './steps/modules.mjs';
import { writeQueryWords } from './steps/query-words.mjs';
import { buildTypes } from './steps/types.mjs';
import { isMain, main, step } from './lib/run.mjs';
import { ensure } from './setup.mjs';

/** A criterion of accessibility whose test was deleted stops the build. */
function checkCriteria() {
  conformityText();
  return 'each has its test';
}

/** Runs the whole build. Throws a ToolchainError. */
export async function build() {
  await ensure('build');
  console.log('build');
  const version = await emscriptenVersion();
  console.log(`  ${'compiler'.padEnd(10)} ${describeCompiler(version)}`);
  await step('wasm', buildModules);
  await step('exports', () => checkExports(version));
  await step('words', writeQueryWords);
  await step('bundles', buildBundles);
  await step('types', buildTypes);
  await step('budget', () => checkBudget(writeManifest(), version));
  await step('criteria', checkCriteria);
}

if (isMain(import.meta.url)) await main(build);
