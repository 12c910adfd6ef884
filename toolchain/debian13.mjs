// SPDX-License-Identifier: MIT
// `npm run test:debian13`: makes a Debian 13 system under build/debian13, clones the committed tree into it, and does
// there what README tells a newcomer to do. Exits 0 when the pages are served and every suite passes.
//   -- --keep       goes on in the system and the clone of the last run
//   -- --fresh      makes the base system anew too, with what Debian publishes now
//   -- web wasm     runs these suites only
import { existsSync, rmSync } from 'node:fs';
import { copySystem, makeBase } from './debian13/base.mjs';
import { inside, place } from './debian13/chroot.mjs';
import { fromRoot } from './lib/paths.mjs';
import { isMain, main, run, step, ToolchainError } from './lib/run.mjs';
import { ensurePackages } from './setup.mjs';

const clone = '/root/catalogue-formations';
const kMinutes = 110;

function checkRoot() {
  if (process.getuid() !== 0)
    throw new ToolchainError('only root can make a Debian 13 system. Run:\n  sudo npm run test:debian13');
}

/** Clones the committed tree, or updates the clone of the last run. Returns the commit. */
async function cloneTree(system) {
  const folder = `${system}${clone}`;
  const git = (...args) => run('git', args);
  if (!existsSync(folder)) await git('clone', '--quiet', '--no-hardlinks', fromRoot(), folder);
  await git('-C', folder, 'fetch', '--quiet', fromRoot(), 'HEAD');
  await git('-C', folder, 'checkout', '--quiet', '--detach', '--force', 'FETCH_HEAD');
  const { output } = await git('-C', folder, 'log', '-1', '--format=%h %s');
  return output.trim();
}

async function makeSystem({ isFresh, isKept }) {
  if (isFresh) rmSync(place('base'), { recursive: true, force: true });
  await step('base', makeBase);
  if (isFresh || !isKept || !existsSync(place('system'))) await step('system', copySystem);
  await step('clone', () => cloneTree(place('system')));
}

async function visit(suites) {
  const { status } = await inside(place('system'), ['node', 'toolchain/newcomer.mjs', ...suites], {
    cwd: clone,
    live: true,
    allowFailure: true,
    timeoutSeconds: kMinutes * 60,
  });
  if (status !== 0) throw new ToolchainError('Debian 13: something of the above failed');
}

async function test(args) {
  checkRoot();
  await ensurePackages('debian13');
  console.log('Debian 13, in build/debian13 (the base system takes some minutes, once)');
  await makeSystem({ isFresh: args.includes('--fresh'), isKept: args.includes('--keep') });
  await visit(args.filter((arg) => !arg.startsWith('--')));
}

if (isMain(import.meta.url)) await main(() => test(process.argv.slice(2)));
