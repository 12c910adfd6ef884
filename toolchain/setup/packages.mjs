// SPDX-License-Identifier: MIT
// The Debian packages that each command needs, and how to see that each is there (in whatever way
// it came). `needs` names the first level at which it is needed: build, then test.
import { existsSync, readdirSync } from 'node:fs';
import { findCommand } from '../lib/run.mjs';

const emsdkDirs = () => (process.env.EMSDK ? [`${process.env.EMSDK}/upstream/emscripten`] : []);
const command = (name, dirs = []) => () => Boolean(findCommand(name, dirs));
const file = (...paths) => () => paths.some((path) => existsSync(path));

export const debianPackages = [
  { name: 'emscripten', needs: 'build', isThere: () => Boolean(findCommand('emcc', emsdkDirs())) },
  { name: 'nlohmann-json3-dev', needs: 'build', isThere: file('/usr/include/nlohmann/json.hpp', '/usr/local/include/nlohmann/json.hpp') },
  { name: 'cmake', needs: 'build', isThere: command('cmake') },
  { name: 'make', needs: 'build', isThere: () => Boolean(findCommand('make') ?? findCommand('ninja')) },
  { name: 'g++', needs: 'test', isThere: command('g++') },
  { name: 'libgtest-dev', needs: 'test', isThere: file('/usr/include/gtest/gtest.h', '/usr/local/include/gtest/gtest.h') },
  { name: 'chromium', needs: 'test', isThere: command('chromium') },
  { name: 'firefox-esr', needs: 'test', isThere: command('firefox-esr') },
  { name: 'webkit2gtk-driver', needs: 'test', isThere: command('WebKitWebDriver') },
  { name: 'xvfb', needs: 'test', isThere: command('Xvfb') },
  { name: 'xauth', needs: 'test', isThere: command('xauth') },
  { name: 'nginx-light', needs: 'test', isThere: command('nginx', ['/usr/sbin']) },
  // The partners' hosts of tests/hosts. With PHP-FPM named, WordPress brings no Apache.
  { name: 'php-fpm', needs: 'test', isThere: () => existsSync('/usr/sbin') && readdirSync('/usr/sbin').some((name) => name.startsWith('php-fpm')) },
  { name: 'php-mysql', needs: 'test', isThere: file('/etc/php/8.2/mods-available/mysqli.ini', '/usr/share/php8.2-mysql', '/usr/share/php8.4-mysql') },
  { name: 'wordpress', needs: 'test', isThere: file('/usr/share/wordpress/wp-load.php') },
  { name: 'wordpress-theme-twentytwentythree', needs: 'test', isThere: file('/usr/share/wordpress/wp-content/themes/twentytwentythree') },
  { name: 'mariadb-server-core', needs: 'test', isThere: command('mariadbd', ['/usr/sbin']) },
  { name: 'mariadb-client-core', needs: 'test', isThere: command('mariadb') },
  { name: 'hugo', needs: 'test', isThere: command('hugo') },
];

const levels = ['build', 'test'];

/** Names of the packages that a level needs (with those of the levels before) and are not there. */
export function missingPackages(level) {
  const wanted = levels.slice(0, levels.indexOf(level) + 1);
  return debianPackages.filter(({ needs, isThere }) => wanted.includes(needs) && !isThere()).map(({ name }) => name);
}
