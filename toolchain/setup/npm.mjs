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

/** Runs `npm ci --ignore-scripts`, unless node_modules equals the lock. Returns whether it did. */
export async function installNodeModules() {
  const locked = readPackages(fromRoot('package-lock.json'));
  if (isInstalled(locked, readPackages(fromRoot('node_modules/.package-lock.json')))) return false;
  console.log('set-up: npm ci --ignore-scripts');
  const { status, output } = await run('npm', ['ci', '--ignore-scripts', '--prefer-offline'], { allowFailure: true });
  if (status !== 0) {
    throw new ToolchainError(
      `npm could not install node_modules. With a network that reaches the npm registry, run:\n` +
        `  npm ci --ignore-scripts\n${output.trimEnd()}`,
    );
  }
  return true;
}
