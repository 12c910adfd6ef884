// SPDX-License-Identifier: MIT
// The rules of the project, on every file in Git: licence lines, file lengths, names that must not occur,
// dependencies that must not ship.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fromRoot } from '../../toolchain/lib/paths.mjs';

const sources = /\.(?:cpp|h|ts|mjs|js|cmake|css|php|yml)$|(?:^|\/)CMakeLists\.txt$|^\.ci\/run$/;
const longestFile = 500;

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: fromRoot(), encoding: 'utf8' })
  .split('\0')
  .filter(Boolean);
const read = (path) => readFileSync(fromRoot(path), 'utf8');
const lock = JSON.parse(read('package-lock.json'));
const manifest = JSON.parse(read('package.json'));

/** All files that break a rule, as `path: why`. */
const breaking = (paths, why) =>
  paths.flatMap((path) => {
    const reason = why(path);
    return reason ? [`${path}: ${reason}`] : [];
  });

test('every source file opens with its licence', () => {
  const unlicensed = breaking(
    tracked.filter((path) => sources.test(path)),
    (path) =>
      read(path)
        .split('\n')
        .slice(0, 3)
        .some((line) => line.includes('SPDX-License-Identifier: MIT'))
        ? ''
        : 'no SPDX line',
  );
  assert.deepEqual(unlicensed, []);
});

test(`no source file is longer than ${longestFile} lines`, () => {
  assert.deepEqual(
    breaking(
      tracked.filter((path) => sources.test(path)),
      (path) => {
        const lines = read(path).split('\n').length - 1;
        return lines > longestFile ? `${lines} lines` : '';
      },
    ),
    [],
  );
});

test('nothing built and nothing installed is under version control', () => {
  const forbidden = /^(?:build|dist|lib)\/|(?:^|\/)node_modules\/|\.(?:wasm|tgz|o|a|br)$|(?:^|\/)(?:\.env|id_rsa)/;
  assert.deepEqual(
    tracked.filter((path) => forbidden.test(path)),
    [],
  );
});

test('text files hold no conflict marks, and name no folder of one machine', () => {
  const marks = /^(?:<{7} |>{7} )|\/(?:home|Users)\/\w+\/|\/work\/(?:wt|main|shared)\b/m;
  const texts = tracked.filter(
    (path) => !/\.(?:png|woff2|gz|bin)$/.test(path) && path !== 'tests/toolchain/house.test.mjs',
  );
  assert.deepEqual(
    breaking(texts, (path) => marks.exec(read(path))?.[0] ?? ''),
    [],
  );
});

test('every dependency is pinned to an exact version', () => {
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
  const loose = Object.entries(wanted).filter(([, version]) => !/^(?:npm:@?[\w./-]+@)?\d+\.\d+\.\d+$/.test(version));
  assert.deepEqual(loose, []);
});

/** The dependencies of the package, and theirs, by lock entry. */
function shippedPackages() {
  const shipped = new Map();
  const visit = (name) => {
    const entry = lock.packages[`node_modules/${name}`];
    if (!entry || shipped.has(name)) return;
    shipped.set(name, entry);
    Object.keys(entry.dependencies ?? {}).forEach(visit);
  };
  Object.keys(manifest.dependencies ?? {}).forEach(visit);
  return shipped;
}

test('what ships is under permissive licences only', () => {
  const permissive = new Set([
    'MIT',
    'ISC',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    '0BSD',
    'Python-2.0',
    'BlueOak-1.0.0',
  ]);
  const shipped = shippedPackages();
  assert.ok(shipped.size > 0);
  const others = [...shipped]
    .filter(([, { license }]) => !permissive.has(license))
    .map(([name, { license }]) => `${name}: ${license}`);
  assert.deepEqual(others, []);
});

test('the DSFR never becomes a dependency of the package', () => {
  assert.equal(
    Object.keys(manifest.dependencies ?? {}).some((name) => name.includes('dsfr')),
    false,
  );
  assert.ok(!manifest.files.some((path) => path.startsWith('web')));
});

test('the DSFR stays at a version that asks for no consent at install', () => {
  assert.match(manifest.devDependencies['@gouvfr/dsfr'], /^1\.14\./);
});
