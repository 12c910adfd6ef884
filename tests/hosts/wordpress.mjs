// SPDX-License-Identifier: MIT
// A WordPress network from Debian's package, with its database and PHP-FPM, in a temporary folder.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { startDatabase } from './database.mjs';
import { findProgram, startProgram, waitUntilListening } from './process.mjs';

const source = '/usr/share/wordpress';
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** The user who may write anything, and the one whose HTML is filtered; both have this password. */
export const kPassword = 'a-password-of-the-tests';

/**
 * Installs a network under `folder` for the address `origin`, with our plugin, and publishes `pages`
 * ({slug: {title, html, author?, isText?}}): pages of the administrator, or posts of `author: 'auteur'`, an Author.
 * Returns { root, socket, version, database, pages: {slug: address}, stop }: `root` holds the files and `socket` is
 * PHP-FPM's, for the web server in front.
 */
export async function startWordPress(folder, origin, pages) {
  const database = await startDatabase(folder, 'wordpress');
  const root = join(folder, 'wordpress');
  cpSync(source, root, { recursive: true, dereference: true });
  unzipPlugin(join(root, 'wp-content/plugins'));
  writeFile(join(root, 'wp-content/mu-plugins/test-site.php'), kTestSite);
  const php = (script, input = '') =>
    execFileSync('php', [here(script), root, origin], { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'inherit'] });
  writeFile(join(root, 'wp-config.php'), configuration(database, origin, ''));
  php('wordpress-install.php');
  writeFile(join(root, 'wp-config.php'), configuration(database, origin, networkConstants(new URL(origin).host)));
  const written = Object.entries(pages).map(([slug, page]) => [slug, { author: 'admin', ...page }]);
  const plugins = ['catalogue-formations/catalogue-formations.php'];
  const printed = php('wordpress-publish.php', JSON.stringify({ plugins, pages: Object.fromEntries(written) }));
  const fpm = await startPhp(folder);
  const { version, pages: addresses } = JSON.parse(printed.slice(printed.lastIndexOf('{"version"')));
  const stop = async () => {
    await fpm.stop();
    await database.stop();
  };
  return { root, socket: fpm.socket, version, database: database.version, pages: addresses, stop };
}

/** The plugin as it is downloaded. */
function unzipPlugin(folder) {
  const zip = readFileSync(here('../../dist/wordpress/catalogue-formations.zip'));
  for (const [path, bytes] of Object.entries(unzipSync(zip))) writeFile(join(folder, path), bytes);
}

function writeFile(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

// The catalogue of the tests is on this machine, which WordPress takes for an inside that no author may reach. The site
// is in French, whose translations Debian does not package.
const kTestSite = `<?php
add_filter('locale', fn (): string => 'fr_FR');
add_filter('http_request_host_is_external', fn (bool $is, string $host): bool => $is || $host === 'localhost', 10, 2);
add_filter('http_allowed_safe_ports', fn (array $ports): array => [...$ports, ...range(1024, 65535)]);
`;

function networkConstants(domain) {
  return `define('MULTISITE', true);
define('SUBDOMAIN_INSTALL', false);
define('DOMAIN_CURRENT_SITE', '${domain}');
define('PATH_CURRENT_SITE', '/');
define('SITE_ID_CURRENT_SITE', 1);
define('BLOG_ID_CURRENT_SITE', 1);`;
}

function configuration(database, origin, more) {
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
${more}
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
