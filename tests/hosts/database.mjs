// SPDX-License-Identifier: MIT
// A MariaDB server of its own for the tests: a temporary folder, a socket, no network.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { findProgram, startProgram, waitUntilListening } from './process.mjs';

/**
 * Starts MariaDB on files under `folder` and creates `database`.
 * Returns { socket, user, version, stop }. The account is the one that runs the tests, without password.
 */
export async function startDatabase(folder, database) {
  const files = join(folder, 'mysql');
  const socket = join(folder, 'mysql.sock');
  const account = process.getuid() === 0 ? ['--user=root'] : [];
  execFileSync(
    'mariadb-install-db',
    ['--no-defaults', `--datadir=${files}`, '--auth-root-authentication-method=normal', '--skip-test-db', ...account],
    { stdio: 'ignore' },
  );
  const server = startProgram(findProgram('mariadbd'), [
    '--no-defaults',
    `--datadir=${files}`,
    `--socket=${socket}`,
    `--pid-file=${join(folder, 'mysql.pid')}`,
    '--skip-networking',
    '--skip-log-bin',
    '--innodb-buffer-pool-size=16M',
    '--innodb-flush-log-at-trx-commit=0',
    ...account,
  ]);
  await waitUntilListening({ path: socket }, server);
  const run = (sql) =>
    execFileSync('mariadb', ['--no-defaults', `--socket=${socket}`, '-uroot', '-N', '-e', sql], { encoding: 'utf8' });
  run(`CREATE DATABASE ${database} CHARACTER SET utf8mb4`);
  return { socket, user: 'root', version: run('SELECT VERSION()').trim(), stop: server.stop };
}
