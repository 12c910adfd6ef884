// SPDX-License-Identifier: MIT
// The base system: a minimal Debian 13 with Node, npm and Git, which a newcomer has before the first command. It comes
// from the mirror of this machine's apt, and uses this machine's settings for the network and npm.
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, ToolchainError } from '../lib/run.mjs';
import { downloadsOf, inside, place } from './chroot.mjs';

const release = 'trixie';
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
const newcomersPackages = ['ca-certificates', 'git', 'nodejs', 'npm'];
const kMinutes = 20;

const ownRelease = () => /^VERSION_CODENAME=(\w+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];

/**
 * Reads apt's sources of this machine's release, and names those of another.
 * @param {string} listed  one `URI SUITE COMPONENT` a line
 * @param {string} own  code name of this machine's release
 * @returns {{uri: string, suite: string, component: string}[]}
 */
export function sourcesOf(listed, own) {
  const isOwn = ({ suite }) => suite === own || suite.startsWith(`${own}-`);
  return listed
    .split('\n')
    .map((line) => line.split(' '))
    .map(([uri, suite = '', component]) => ({ uri, suite, component }))
    .filter(isOwn)
    .map((source) => ({ ...source, suite: source.suite.replace(own, release) }));
}

async function machineSources() {
  const format = '$(REPO_URI) $(RELEASE) $(COMPONENT)';
  const { output } = await run('apt-get', ['indextargets', '--format', format, 'Created-By: Packages']);
  const sources = sourcesOf(output, ownRelease());
  if (!sources.some(({ suite }) => suite === release))
    throw new ToolchainError(`apt has no source for ${ownRelease()}, so where to find ${release} is not known`);
  return sources;
}

/** Copies the machine's host names, trusted certificates, and settings of npm and apt. */
async function copyNetwork(system) {
  const copy = (from, to = from) => {
    if (existsSync(from)) cpSync(from, join(system, to), { recursive: true, dereference: true });
  };
  copy('/etc/resolv.conf');
  copy('/etc/hosts');
  copy('/usr/local/share/ca-certificates');
  const npmSettings = async (kind) => (await run('npm', ['config', 'get', kind])).output.trim();
  copy(await npmSettings('globalconfig'), '/etc/npmrc');
  copy(await npmSettings('userconfig'), '/root/.npmrc');
  const { output: apt } = await run('apt-config', ['dump', 'Acquire']);
  const kept = apt.split('\n').filter((line) => /^Acquire::(?:https?|Check)/.test(line));
  writeFileSync(join(system, 'etc/apt/apt.conf.d/90machine'), `${kept.join('\n')}\n`);
}

function writeSources(system, sources) {
  const lines = sources.map(({ uri, suite, component }) => `deb [signed-by=${keyring}] ${uri} ${suite} ${component}\n`);
  writeFileSync(join(system, 'etc/apt/sources.list'), lines.join(''));
}

/** Keeps packages from starting services: the network is shared, so they would take ports of the machine. */
function forbidServices(system) {
  writeFileSync(join(system, 'usr/sbin/policy-rc.d'), '#!/bin/sh\nexit 101\n', { mode: 0o755 });
}

async function bootstrap(system) {
  const sources = await machineSources();
  const { uri } = sources.find(({ suite }) => suite === release);
  const timeoutSeconds = kMinutes * 60;
  const options = ['--variant=minbase', `--keyring=${keyring}`, `--cache-dir=${downloadsOf('apt')}`];
  await run('debootstrap', [...options, release, system, uri], { timeoutSeconds });
  await copyNetwork(system);
  writeSources(system, sources);
  forbidServices(system);
  const install = `apt-get update && apt-get install -y --no-install-recommends ${newcomersPackages.join(' ')}`;
  await inside(system, ['DEBIAN_FRONTEND=noninteractive', 'sh', '-c', install], { timeoutSeconds });
}

/** Makes the base system, unless it exists. Prints which. */
export async function makeBase() {
  if (existsSync(place('base'))) return 'as it was;';
  const unfinished = place('unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  await bootstrap(unfinished);
  renameSync(unfinished, place('base'));
  return 'made;';
}

/** Makes the system that a run changes: a copy of the base. */
export async function copySystem() {
  rmSync(place('system'), { recursive: true, force: true });
  await run('cp', ['--archive', '--reflink=auto', place('base'), place('system')]);
}
