// SPDX-License-Identifier: MIT
// The Debian packages that each command needs, and how to see that each is installed, by any means.
// Every package exists under the same name in Debian 12 and 13.
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
const namesIn = (folder) => (existsSync(folder) ? readdirSync(folder) : []);
const entry = (folder, pattern) => () => namesIn(folder).some((name) => pattern.test(name));

const architecture = { x64: 'x86_64', arm64: 'aarch64' }[process.arch] ?? process.arch;

export const debianPackages = [
  { name: 'emscripten', needs: ['build'], isThere: () => Boolean(findCommand('emcc', emsdkDirs())) },
  {
    name: 'nlohmann-json3-dev',
    needs: ['build', 'fuzz'],
    isThere: file('/usr/include/nlohmann/json.hpp', '/usr/local/include/nlohmann/json.hpp'),
  },
  { name: 'cmake', needs: ['build', 'fuzz'], isThere: command('cmake') },
  { name: 'make', needs: ['build', 'fuzz'], isThere: () => Boolean(findCommand('make') ?? findCommand('ninja')) },
  { name: 'g++', needs: ['test'], isThere: command('g++') },
  { name: 'clang-tidy', needs: ['test'], isThere: command('clang-tidy') },
  {
    name: 'libgtest-dev',
    needs: ['test', 'fuzz'],
    isThere: file('/usr/include/gtest/gtest.h', '/usr/local/include/gtest/gtest.h'),
  },
  { name: 'chromium', needs: ['test'], isThere: command('chromium') },
  { name: 'firefox-esr', needs: ['test'], isThere: command('firefox-esr') },
  { name: 'webkit2gtk-driver', needs: ['test'], isThere: command('WebKitWebDriver') },
  { name: 'xvfb', needs: ['test'], isThere: command('Xvfb') },
  { name: 'xauth', needs: ['test'], isThere: command('xauth') },
  { name: 'nginx-light', needs: ['test'], isThere: command('nginx', ['/usr/sbin']) },
  // The partners' hosts of tests/hosts. With PHP-FPM named, WordPress brings no Apache.
  { name: 'php-fpm', needs: ['test'], isThere: entry('/usr/sbin', /^php-fpm/) },
  { name: 'php-mysql', needs: ['test'], isThere: entry('/usr/share', /^php[\d.]+-mysql$/) },
  { name: 'wordpress', needs: ['test'], isThere: file('/usr/share/wordpress/wp-load.php') },
  {
    name: 'wordpress-theme-twentytwentythree',
    needs: ['test'],
    isThere: file('/usr/share/wordpress/wp-content/themes/twentytwentythree'),
  },
  { name: 'mariadb-server-core', needs: ['test'], isThere: command('mariadbd', ['/usr/sbin']) },
  { name: 'mariadb-client-core', needs: ['test'], isThere: command('mariadb') },
  { name: 'hugo', needs: ['test'], isThere: command('hugo') },
  { name: 'clang', needs: ['fuzz'], isThere: command('clang++') },
  // libFuzzer and the sanitizers of clang.
  {
    name: 'libclang-rt-dev',
    needs: ['fuzz'],
    isThere: () =>
      namesIn('/usr/lib/clang').some((version) =>
        existsSync(`/usr/lib/clang/${version}/lib/linux/libclang_rt.fuzzer-${architecture}.a`),
      ),
  },
  { name: 'debootstrap', needs: ['debian13'], isThere: command('debootstrap', ['/usr/sbin']) },
  {
    name: 'debian-archive-keyring',
    needs: ['debian13'],
    isThere: file('/usr/share/keyrings/debian-archive-trixie-stable.gpg'),
  },
];

/** Names of the missing packages of a level. Tests need those of the build too. */
export function missingPackages(level) {
  const wanted = level === 'test' ? ['build', 'test'] : [level];
  return debianPackages
    .filter(({ needs, isThere }) => needs.some((name) => wanted.includes(name)) && !isThere())
    .map(({ name }) => name);
}
