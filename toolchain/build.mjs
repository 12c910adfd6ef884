// SPDX-License-Identifier: MIT
// `npm run build`: dist/ and lib/, from nothing. Run again, it does only what changed.
import { buildBundles } from './build/bundles.mjs';
import { checkBudget, checkExports } from './build/checks.mjs';
import { writeManifest } from './build/manifest.mjs';
import { buildModules } from './build/modules.mjs';
import { buildTypes } from './build/types.mjs';
import { isMain, main, step } from './lib/run.mjs';
import { ensure } from './setup.mjs';

/** The whole build. Throws a ToolchainError that says what is wrong. */
export async function build() {
  await ensure('build');
  console.log('build');
  await step('wasm', buildModules);
  await step('exports', checkExports);
  await step('bundles', buildBundles);
  await step('types', buildTypes);
  await step('budget', () => checkBudget(writeManifest()));
}

if (isMain(import.meta.url)) await main(build);
