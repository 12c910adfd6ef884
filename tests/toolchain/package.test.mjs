// SPDX-License-Identifier: MIT
// The package, made by `npm pack` and installed in an empty project: its files, what it runs, and its types.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fromRoot } from '../../toolchain/lib/paths.mjs';

const project = mkdtempSync(join(tmpdir(), 'catalogue-package-'));
let packed;

const quietNpm = (args, cwd) => execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const node = (...args) => execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8' });

/** A catalogue of one training, and a page that holds it. */
const catalogue = JSON.stringify({
  title: 'Essai',
  updated: '2026-01-01',
  licence: 'etalab-2.0',
  url: 'https://exemple.fr/',
  trainings: [
    {
      id: 'a',
      title: 'A',
      provider: '',
      url: 'https://exemple.fr/a',
      description: '',
      modalities: [],
      languages: [],
      themes: [],
      durations: [{ min: 30, max: 30, basis: 'stated', text: '30 minutes' }],
      licence: { id: 'CC-BY-SA-4.0', url: '', jurisdiction: '', text: 'CC BY-SA 4.0' },
    },
  ],
});
const page =
  '---\ntitle: Essai\ndate: 2026-01-01\n---\n\n## A (B)\n\n<span class="fr-tag">Durée : 30 minutes</span>\n\nTexte.\n\n[Voir A](https://exemple.fr/a)\n';

before(() => {
  const [report] = JSON.parse(
    quietNpm(['pack', '--ignore-scripts', '--json', '--pack-destination', project], fromRoot()),
  );
  packed = report;
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
  quietNpm(
    ['install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', `./${report.filename}`],
    project,
  );
  writeFileSync(join(project, 'catalogue.json'), catalogue);
  writeFileSync(join(project, 'page.md'), page);
});

after(() => rmSync(project, { recursive: true, force: true }));

test('the package holds what it must, and nothing of the sources', () => {
  const paths = packed.files.map(({ path }) => path);
  for (const path of [
    'package.json',
    'README.md',
    'CHANGELOG.md',
    'LICENSE',
    'dist/manifest.json',
    'dist/catalogue-formations.js',
    'dist/third-party.txt',
    'lib/core.js',
    'lib/cli.js',
    'lib/eleventy.js',
    'lib/eleventy.cjs',
    'lib/extract.js',
    'lib/third-party.txt',
    'lib/types/core/index.d.ts',
  ]) {
    assert.ok(paths.includes(path), path);
  }
  const strangers = paths.filter((path) => /^(?:web|wasm|tests|toolchain|node_modules)\/|\.map$/.test(path));
  assert.deepEqual(strangers, []);
});

test('the package holds nothing of the DSFR: no font, no colour, no banner', () => {
  const marks = /DSFR v\d|Marianne|Spectral|--blue-france|#000091/;
  const paths = packed.files.map(({ path }) => path).filter((path) => !path.endsWith('.wasm'));
  assert.deepEqual(
    paths.filter((path) => marks.test(readFileSync(fromRoot(path), 'utf8'))),
    [],
  );
});

test('every address that package.json promises is there', () => {
  const { exports, bin } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
  const paths = new Set(packed.files.map(({ path }) => `./${path}`));
  const targets = (target) => (typeof target === 'string' ? [target] : Object.values(target).flatMap(targets));
  const promised = [...targets(exports), ...Object.values(bin)];
  const missing = promised
    .map((path) => (path.startsWith('./') ? path : `./${path}`))
    .filter((path) => !path.includes('*') && !paths.has(path));
  assert.deepEqual(missing, []);
});

test('an ES module opens a catalogue and queries it', () => {
  writeFileSync(
    join(project, 'query.mjs'),
    `
    import { readFileSync } from 'node:fs';
    import { openCatalogue } from 'catalogue-formations/core';
    const catalogue = await openCatalogue(readFileSync('catalogue.json'), { lang: 'fr' });
    console.log(JSON.stringify(catalogue.query('duree=-60&licence=CC-BY-SA-4.0').ids));
    catalogue.close();`,
  );
  assert.deepEqual(JSON.parse(node('query.mjs')), ['a']);
});

test('the Eleventy plugin loads from an ES module and from CommonJS', () => {
  writeFileSync(
    join(project, 'plugin.mjs'),
    `import plugin from 'catalogue-formations/eleventy'; console.log(typeof plugin);`,
  );
  writeFileSync(
    join(project, 'plugin.cjs'),
    `const plugin = require('catalogue-formations/eleventy'); console.log(typeof (plugin.default ?? plugin));`,
  );
  assert.equal(node('plugin.mjs').trim(), 'function');
  assert.equal(node('plugin.cjs').trim(), 'function');
});

test('the command line exports a page', () => {
  const command = join(project, 'node_modules/.bin/catalogue-formations');
  const json = execFileSync(command, ['export', 'page.md', '--format', 'json'], { cwd: project, encoding: 'utf8' });
  assert.equal(JSON.parse(json).trainings[0].durations[0].min, 30);
});

for (const [name, module, moduleResolution] of [
  ['Node', 'NodeNext', 'NodeNext'],
  ['a bundler', 'ESNext', 'Bundler'],
]) {
  test(`its types satisfy a strict TypeScript project that resolves as ${name} does`, () => {
    const dir = join(project, `types-${module}`);
    mkdirSync(dir, { recursive: true });
    writeFileSync(
      join(dir, 'use.ts'),
      `
      import 'catalogue-formations';
      import { openCatalogue, CatalogueError } from 'catalogue-formations/core';
      import plugin from 'catalogue-formations/eleventy';
      import * as extract from 'catalogue-formations/extract';
      const catalogue = await openCatalogue('{}', { lang: 'fr' });
      const total: number = catalogue.query('duree=-60', { html: true, pageSize: 20 }).total;
      catalogue.close();
      export { CatalogueError, extract, plugin, total };`,
    );
    writeFileSync(
      join(dir, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          module,
          moduleResolution,
          target: 'ES2022',
          lib: ['ES2022', 'DOM', 'DOM.Iterable'],
          strict: true,
          noEmit: true,
          types: [],
        },
        files: ['use.ts'],
      }),
    );
    const tsc = fromRoot('node_modules/typescript/bin/tsc');
    let output = '';
    try {
      execFileSync(process.execPath, [tsc, '-p', dir], { cwd: project, encoding: 'utf8' });
    } catch (error) {
      output = error.stdout;
    }
    assert.equal(output, '');
  });
}
