// SPDX-License-Identifier: MIT
// The Debian packages that each command needs, and how to see that each is there (in whatever way
// it came). `needs` names the first level at which it is needed: build, then test. Fuzzing stands apart:
// it needs its own packages and those marked `alsoFuzz`.
import { existsSync, readdirSync } from 'node:fs';
import { findCommand } from '../lib/run.mjs';

const emsdkDirs = () => (process.env.EMSDK ? [`${process.env.EMSDK}/upstream/emscripten`] : []);
const command =
  (name, dirs = []) =>
  () =>
    Boolean(findCommand(name, dirs));
const file =
  (...paths) =>
  () =>
    paths.some((path) => existsSync(path));

const architecture = { x64: 'x86_64', arm64: 'aarch64' }[process.arch] ?? process.arch;

export const debianPackages = [
  { name: 'emscripten', needs: 'build', isThere: () => Boolean(findCommand('emcc', emsdkDirs())) },
  {
    name: 'nlohmann-json3-dev',
    needs: 'build',
    alsoFuzz: true,
    isThere: file('/usr/include/nlohmann/json.hpp', '/usr/local/include/nlohmann/json.hpp'),
  },
  { name: 'cmake', needs: 'build', alsoFuzz: true, isThere: command('cmake') },
  { name: 'make', needs: 'build', alsoFuzz: true, isThere: () => Boolean(findCommand('make') ?? findCommand('ninja')) },
  { name: 'g++', needs: 'test', isThere: command('g++') },
  { name: 'clang-tidy', needs: 'test', isThere: command('clang-tidy') },
  {
    name: 'libgtest-dev',
    needs: 'test',
    isThere: file('/usr/include/gtest/gtest.h', '/usr/local/include/gtest/gtest.h'),
  },
  { name: 'chromium', needs: 'test', isThere: command('chromium') },
  { name: 'firefox-esr', needs: 'test', isThere: command('firefox-esr') },
  { name: 'webkit2gtk-driver', needs: 'test', isThere: command('WebKitWebDriver') },
  { name: 'xvfb', needs: 'test', isThere: command('Xvfb') },
  { name: 'xauth', needs: 'test', isThere: command('xauth') },
  { name: 'nginx-light', needs: 'test', isThere: command('nginx', ['/usr/sbin']) },
  // The partners' hosts of tests/hosts. With PHP-FPM named, WordPress brings no Apache.
  {
    name: 'php-fpm',
    needs: 'test',
    isThere: () => existsSync('/usr/sbin') && readdirSync('/usr/sbin').some((name) => name.startsWith('php-fpm')),
  },
  {
    name: 'php-mysql',
    needs: 'test',
    isThere: file('/etc/php/8.2/mods-available/mysqli.ini', '/usr/share/php8.2-mysql', '/usr/share/php8.4-mysql'),
  },
  { name: 'wordpress', needs: 'test', isThere: file('/usr/share/wordpress/wp-load.php') },
  {
    name: 'wordpress-theme-twentytwentythree',
    needs: 'test',
    isThere: file('/usr/share/wordpress/wp-content/themes/twentytwentythree'),
  },
  { name: 'mariadb-server-core', needs: 'test', isThere: command('mariadbd', ['/usr/sbin']) },
  { name: 'mariadb-client-core', needs: 'test', isThere: command('mariadb') },
  { name: 'hugo', needs: 'test', isThere: command('hugo') },
  { name: 'clang', needs: 'fuzz', isThere: command('clang++') },
  // libFuzzer and the sanitizers of clang.
  {
    name: 'libclang-rt-dev',
    needs: 'fuzz',
    isThere: () =>
      existsSync('/usr/lib/clang') &&
      readdirSync('/usr/lib/clang').some((version) =>
        existsSync(`/usr/lib/clang/${version}/lib/linux/libclang_rt.fuzzer-${architecture}.a`),
      ),
  },
];

const levels = ['build', 'test'];

const isNeeded = (level) => {
  if (level === 'fuzz') return ({ needs, alsoFuzz }) => needs === 'fuzz' || alsoFuzz === true;
  const wanted = levels.slice(0, levels.indexOf(level) + 1);
  return ({ needs }) => wanted.includes(needs);
};

/** Names of the packages that a level needs (with those of the levels before) and are not there. */
export function missingPackages(level) {
  return debianPackages
    .filter(isNeeded(level))
    .filter(({ isThere }) => !isThere())
    .map(({ name }) => name);
}
