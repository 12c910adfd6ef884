// SPDX-License-Identifier: MIT
// Installs what a command needs and the machine lacks: Debian packages, then node_modules.
// Imports only Node's own modules, because it runs before anything is installed.
import { existsSync, readFileSync } from 'node:fs';
import { run, ToolchainError } from './lib/run.mjs';
import { installNodeModules } from './setup/npm.mjs';
import { missingPackages } from './setup/packages.mjs';

/** Whether package.json allows this version of Node: 20.19 or later, but not 21. */
export function isNodeFit(version) {
  const [major, minor] = version.split('.').map(Number);
  return major >= 22 || (major === 20 && minor >= 19);
}

function checkNode() {
  const { node } = process.versions;
  if (!isNodeFit(node))
    throw new ToolchainError(`Node 20.19, 22 or newer is needed, this is ${node} (${process.execPath})`);
}

/** The shell command that installs these packages, for users to paste. */
const installCommand = (packages) => `apt-get install -y --no-install-recommends ${packages.join(' ')}`;

function checkCanInstall(packages) {
  const isDebian = existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
  if (!isDebian)
    throw new ToolchainError(
      `missing: ${packages.join(', ')} (names of Debian packages). Install them your system's way.`,
    );
  if (process.getuid() !== 0) {
    throw new ToolchainError(
      `missing Debian packages, and only root can install them. Run:\n  sudo apt-get update && sudo ${installCommand(packages)}`,
    );
  }
}

async function aptGet(args) {
  return run('apt-get', args, { env: { DEBIAN_FRONTEND: 'noninteractive' }, allowFailure: true });
}

async function installDebianPackages(packages) {
  checkCanInstall(packages);
  console.log(`set-up: ${installCommand(packages)}`);
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  let result = await aptGet(install);
  if (result.status !== 0) {
    await aptGet(['update']);
    result = await aptGet(install);
  }
  if (result.status !== 0) {
    const system = readFileSync('/etc/debian_version', 'utf8').trim();
    throw new ToolchainError(
      `apt-get could not install the packages (Debian ${system}; is the network there?). To see why, run:\n` +
        `  apt-get update && ${installCommand(packages)}\n${result.output.trimEnd().split('\n').slice(-8).join('\n')}`,
    );
  }
}

/**
 * Makes sure that the Debian packages of a level are there.
 * @param {'build' | 'test' | 'fuzz' | 'debian13'} level
 */
export async function ensurePackages(level) {
  checkNode();
  const missing = missingPackages(level);
  if (missing.length) await installDebianPackages(missing);
}

/**
 * Makes sure that a command can run. Takes a fraction of a second when nothing is missing.
 * @param {'build' | 'test' | 'fuzz'} level
 */
export async function ensure(level) {
  await ensurePackages(level);
  await installNodeModules();
  if (level === 'test') await installNodeModules('tests/bundlers');
}
