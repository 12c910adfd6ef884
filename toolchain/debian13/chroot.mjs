// SPDX-License-Identifier: MIT
// Runs commands in a Debian system in a folder. Its mounts and processes are in their own namespaces: nobody else sees
// them, and the kernel removes them when the command ends, however it ends.
import { mkdirSync } from 'node:fs';
import { fromRoot } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';

/** Path of a folder that test:debian13 keeps: `base`, `system`, `downloads/apt`… */
export const place = (name) => fromRoot('build/debian13', name);

/** The folder that keeps the downloads of `apt` or `npm` between runs. Makes it. */
export function downloadsOf(name) {
  const folder = place(`downloads/${name}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

// $0: the system. $1, $2: the downloads of apt and of npm. $3: the working folder. The rest: the command. The shell
// does not `exec` it: the first process of a namespace must wait for processes that lost their parent.
const enter = `set -e
mount -t proc proc "$0/proc"
mount -t sysfs -o ro sysfs "$0/sys"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$0/dev/pts"
mount -t tmpfs -o mode=1777 tmpfs "$0/dev/shm"
mount --bind "$1" "$0/var/cache/apt/archives"
mkdir -p "$0/root/.npm"
mount --bind "$2" "$0/root/.npm"
system=$0; folder=$3; shift 3
status=0
chroot "$system" /usr/bin/env --chdir="$folder" -i "$@" || status=$?
exit $status`;

// A machine with a proxy, or with its own certificates, sets these variables.
const network = /^(?:https?_proxy|no_proxy|node_extra_ca_certs|npm_config_(?:registry|cafile))$/i;

function environment() {
  const passed = Object.entries(process.env).filter(([name]) => network.test(name));
  const own = { HOME: '/root', LANG: 'C.UTF-8', PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' };
  return [...passed, ...Object.entries(own)].map(([name, value]) => `${name}=${value}`);
}

/**
 * Runs a command in the system at `system`, as root, with a plain environment.
 * @param {string} system  path of its root folder
 * @param {string[]} command
 * @param {object} [options]  those of `run`; `cwd` is a folder in the system
 */
export function inside(system, command, { cwd = '/root', ...options } = {}) {
  // The namespaces end with `unshare`, and `unshare` with this process, whatever ends it.
  const namespaces = ['--mount', '--propagation', 'private', '--pid', '--fork', '--kill-child'];
  const shell = ['sh', '-c', enter, system, downloadsOf('apt'), downloadsOf('npm'), cwd];
  const program = ['--pdeathsig', 'KILL', 'unshare', ...namespaces, ...shell];
  return run('setpriv', [...program, ...environment(), ...command], options);
}
