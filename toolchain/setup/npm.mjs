// SPDX-License-Identifier: MIT
// Checks node_modules against package-lock.json, and installs it when they differ.
import { existsSync, readFileSync } from 'node:fs';
import { fromRoot } from '../lib/paths.mjs';
import { run, ToolchainError } from '../lib/run.mjs';

const readPackages = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined);

/**
 * Compares the lock with npm's record of its last install. An optional package may be absent: it is for
 * another system.
 */
export function isInstalled(locked, installed) {
  if (!installed) return false;
  const wanted = Object.entries(locked).filter(([path]) => path !== '');
  const known = new Set(wanted.map(([path]) => path));
  return (
    Object.keys(installed).every((path) => path === '' || known.has(path)) &&
    wanted.every(([path, { version, optional, peer }]) => {
      const there = installed[path];
      return there ? there.version === version : Boolean(optional || peer);
    })
  );
}

/**
 * Runs `npm ci --ignore-scripts` in a folder below the repository's ('.' is its own), unless its node_modules equals the
 * lock. Returns whether it did.
 */
export async function installNodeModules(folder = '.') {
  const locked = readPackages(fromRoot(folder, 'package-lock.json'));
  if (isInstalled(locked, readPackages(fromRoot(folder, 'node_modules/.package-lock.json')))) return false;
  const command = `npm ci --ignore-scripts${folder === '.' ? '' : ` --prefix ${folder}`}`;
  console.log(`set-up: ${command}`);
  const { status, output } = await run('npm', ['ci', '--ignore-scripts', '--prefer-offline'], {
    allowFailure: true,
    cwd: fromRoot(folder),
  });
  if (status !== 0) {
    throw new ToolchainError(
      `npm could not install node_modules. With a network that reaches the npm registry, run:\n` +
        `  ${command}\n${output.trimEnd()}`,
    );
  }
  return true;
}
