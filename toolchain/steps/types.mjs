// SPDX-License-Identifier: MIT
// Writes lib/types: the type declarations of the package, from web/. Checking them is npm test's job.
import { rmSync } from 'node:fs';
import { filesUnder } from '../lib/files.mjs';
import { fromRoot } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { unlessUpToDate } from '../lib/stamps.mjs';

const isTypeScript = (path) => path.endsWith('.ts');

/** Emits the declarations unless no source changed. */
export async function buildTypes() {
  const inputs = [...filesUnder(fromRoot('web'), isTypeScript), fromRoot('tsconfig.json')];
  const outputs = [fromRoot('lib/types')];
  const done = await unlessUpToDate('types', { inputs, outputs }, async () => {
    rmSync(fromRoot('lib/types'), { recursive: true, force: true });
    await run(process.execPath, [fromRoot('node_modules/typescript/bin/tsc'), '-p', '.', '--noCheck']);
  });
  return done ? '' : 'unchanged';
}
