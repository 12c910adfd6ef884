// SPDX-License-Identifier: MIT
// WordPress from Debian's package, with its database and PHP-FPM, in a temporary folder.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDatabase } from './database.mjs';
import { findProgram, startProgram, waitUntilListening } from './process.mjs';

const source = '/usr/share/wordpress';
const install = fileURLToPath(new URL('wordpress-install.php', import.meta.url));

/**
 * Installs WordPress under `folder` for the address `origin` with one page per entry of `pages`
 * ({slug: {title, html}}). Returns { root, socket, version, pages: {slug: address}, stop }:
 * `root` holds the files and `socket` is PHP-FPM's, for the web server in front.
 */
export async function startWordPress(folder, origin, pages) {
  const database = await startDatabase(folder, 'wordpress');
  const root = join(folder, 'wordpress');
  cpSync(source, root, { recursive: true, dereference: true });
  writeFileSync(join(root, 'wp-config.php'), configuration(database, origin));
  const printed = execFileSync('php', [install, root, origin], { input: JSON.stringify(pages), encoding: 'utf8' });
  const php = await startPhp(folder);
  const { version, pages: addresses } = JSON.parse(printed.slice(printed.lastIndexOf('{"version"')));
  const stop = async () => {
    await php.stop();
    await database.stop();
  };
  return { root, socket: php.socket, version, database: database.version, pages: addresses, stop };
}

function configuration(database, origin) {
  return `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', '${database.user}');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${database.socket}');
define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', '${origin}');
define('WP_SITEURL', '${origin}');
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;
}

/** Path of php-fpm, whose name carries PHP's version on Debian, or ''. */
function findPhpFpm() {
  const folder = '/usr/sbin';
  const name = existsSync(folder) ? readdirSync(folder).find((entry) => entry.startsWith('php-fpm')) : undefined;
  return name ? join(folder, name) : findProgram('php-fpm');
}

async function startPhp(folder) {
  const socket = join(folder, 'php.sock');
  const file = join(folder, 'php-fpm.conf');
  writeFileSync(
    file,
    `[global]
error_log = ${join(folder, 'php-fpm.log')}
daemonize = no
[www]
user = ${process.getuid() === 0 ? 'root' : ''}
listen = ${socket}
pm = static
pm.max_children = 2
catch_workers_output = yes
`,
  );
  const root = process.getuid() === 0 ? ['--allow-to-run-as-root'] : [];
  const server = startProgram(findPhpFpm(), ['--nodaemonize', '--fpm-config', file, ...root]);
  await waitUntilListening({ path: socket }, server);
  return { socket, stop: server.stop };
}
