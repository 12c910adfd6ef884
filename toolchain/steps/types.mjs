// SPDX-License-Identifier: MIT
// Writes lib/types: the type declarations of the package, from web/. Checking them is npm test's job.
import { copyFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesUnder } from '../lib/files.mjs';
import { fromRoot } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { unlessUpToDate } from '../lib/stamps.mjs';

const isTypeScript = (path) => /\.c?ts$/.test(path);

/** Emits the declarations unless no source changed. */
export async function buildTypes() {
  const inputs = [...filesUnder(fromRoot('web'), isTypeScript), fromRoot('tsconfig.json')];
  const outputs = [fromRoot('lib/types')];
  const done = await unlessUpToDate('types', { inputs, outputs }, async () => {
    rmSync(fromRoot('lib/types'), { recursive: true, force: true });
    await run(process.execPath, [fromRoot('node_modules/typescript/bin/tsc'), '-p', '.', '--noCheck']);
    // Written by hand, since they need packages that ours does not: those of frameworks.
    for (const path of filesUnder(fromRoot('web/types/frameworks')))
      copyFileSync(path, join(fromRoot('lib/types'), basename(path)));
  });
  return done ? '' : 'unchanged';
}
