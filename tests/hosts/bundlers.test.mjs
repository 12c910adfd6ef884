// SPDX-License-Identifier: MIT
// A project of each bundler imports the package, as npm installs it: the element filters, and the core answers. Frameworks
// and CommonJS configurations know its types.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch } from '../browser/engines.mjs';
import { serve } from '../browser/origins.mjs';
import { kReady } from '../browser/widget-pages.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The bundlers, pinned apart from the package's own dependencies. */
const home = fileURLToPath(new URL('../bundlers/', import.meta.url));
const project = mkdtempSync(join(tmpdir(), 'catalogue-bundlers-'));
const installed = join(project, 'node_modules/catalogue-formations');
const require = createRequire(join(home, 'package.json'));

const kApp = `import 'catalogue-formations';
import { openCatalogue } from 'catalogue-formations/core';
const json = await (await fetch('/catalogue.json')).text();
const catalogue = await openCatalogue(json, { lang: 'fr' });
window.total = catalogue.query('').total;
`;
const kPage = (script) => `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title>
<script type="module" src="${script}"></script></head>
<body><catalogue-formations src="/catalogue.json"></catalogue-formations></body></html>`;

const kTypes = {
  module: 'ESNext',
  moduleResolution: 'Bundler',
  target: 'ES2022',
  lib: ['ES2022', 'DOM', 'DOM.Iterable'],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
};

let browser;
before(async () => {
  mkdirSync(installed, { recursive: true });
  for (const path of ['package.json', 'dist', 'lib'])
    cpSync(join(root, path), join(installed, path), { recursive: true });
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
  writeFileSync(join(project, 'app.js'), kApp);
  writeFileSync(join(project, 'index.html'), kPage('/app.js'));
  browser = await launch('chromium');
});
after(async () => {
  await browser?.close();
  rmSync(project, { recursive: true, force: true });
});

const catalogue = readFileSync(join(root, 'dist/catalogue.json'));
const total = JSON.parse(catalogue).trainings.length;

/** {'/path': bytes} of a folder. */
const filesOf = (folder) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true })
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [`/${path}`, readFileSync(join(folder, path))]),
  );

/** Opens the page at `address` and waits until the element filters and the core has answered. */
async function works(address) {
  const page = await browser.open(address);
  try {
    await page.waitFor(`window.total === ${total}`, `the core; the console: ${page.console().join('\n')}`);
    await page.waitFor(kReady, `the element; the console: ${page.console().join('\n')}`);
  } finally {
    await page.close();
  }
}

async function servedFrom(folder, script) {
  const site = await serve({ ...filesOf(folder), ...(script && { '/': kPage(script) }), '/catalogue.json': catalogue });
  if (!script) site.files['/'] = site.files['/index.html'];
  try {
    await works(`${site.origin}/`);
  } finally {
    await site.close();
  }
}

test('Vite builds it, and emits every file', async () => {
  const { build } = await import(require.resolve('vite'));
  const outDir = join(project, 'vite');
  await build({ root: project, logLevel: 'silent', build: { outDir, target: 'es2022' } });
  await servedFrom(outDir);
});

test('Vite serves it while one develops', async () => {
  const { createServer } = await import(require.resolve('vite'));
  writeFileSync(join(project, 'catalogue.json'), catalogue);
  const server = await createServer({
    root: project,
    logLevel: 'silent',
    cacheDir: join(project, 'vite-cache'),
    optimizeDeps: { exclude: ['catalogue-formations'] },
    server: { port: 0, host: '127.0.0.1' },
  });
  await server.listen();
  try {
    await works(server.resolvedUrls.local[0]);
  } finally {
    await server.close();
  }
});

test('webpack builds it, and emits every file', async () => {
  const webpack = require('webpack');
  const path = join(project, 'webpack');
  const stats = await new Promise((resolve, reject) =>
    webpack(
      {
        mode: 'production',
        context: project,
        entry: './app.js',
        output: { path, filename: 'main.js', module: true, publicPath: 'auto' },
        experiments: { outputModule: true },
      },
      (error, done) => (error ? reject(error) : resolve(done)),
    ),
  );
  assert.deepEqual(stats.toJson({ all: false, errors: true, warnings: true }).errors, []);
  await servedFrom(path, '/main.js');
});

/** esbuild and Rollup leave addresses as they are: the package's files lie beside the bundle. */
function copyFilesTo(folder) {
  for (const path of readdirSync(join(installed, 'dist')))
    if (/^catalogue-.*\.(?:js|css|wasm)$/.test(path)) cpSync(join(installed, 'dist', path), join(folder, path));
  cpSync(join(installed, 'lib/catalogue-runtime.wasm'), join(folder, 'catalogue-runtime.wasm'));
}

test('esbuild bundles it, with its files beside', async () => {
  const { build } = await import('esbuild');
  const folder = join(project, 'esbuild');
  await build({
    entryPoints: [join(project, 'app.js')],
    outfile: join(folder, 'main.js'),
    bundle: true,
    format: 'esm',
    minify: true,
    logLevel: 'silent',
  });
  copyFilesTo(folder);
  await servedFrom(folder, '/main.js');
});

test('Rollup bundles it, with its files beside', async () => {
  const { rollup } = await import(require.resolve('rollup'));
  const names = {
    'catalogue-formations': 'dist/catalogue-formations.bundler.js',
    'catalogue-formations/core': 'lib/core.js',
  };
  const resolve = { name: 'resolve', resolveId: (name) => (names[name] ? join(installed, names[name]) : null) };
  const folder = join(project, 'rollup');
  const bundle = await rollup({ input: join(project, 'app.js'), plugins: [resolve], onwarn() {} });
  await bundle.write({ file: join(folder, 'main.js'), format: 'es' });
  copyFilesTo(folder);
  await servedFrom(folder, '/main.js');
});

for (const [what, name, source, options] of [
  [
    'React 19 knows the tag in JSX',
    'use.tsx',
    `import 'catalogue-formations/react';
    export const page = <catalogue-formations src="/catalogue.json" page-size={10} id="c" />;
    // @ts-expect-error
    export const wrong = <catalogue-formations skin="pink" />;`,
    { jsx: 'preserve', jsxImportSource: 'react' },
  ],
  [
    'Vue 3 knows the tag in templates',
    'use.ts',
    `import 'catalogue-formations/vue';
    import type { GlobalComponents } from 'vue';
    type Props = InstanceType<GlobalComponents['catalogue-formations']>['$props'];
    export const page: Props['skin'] = 'neutral';
    // @ts-expect-error
    export const wrong: Props['skin'] = 'pink';`,
    {},
  ],
  [
    'a CommonJS configuration in TypeScript requires the Eleventy plugin',
    'use.cts',
    `import plugin = require('catalogue-formations/eleventy');
    plugin({ addGlobalData() {}, addTransform() {}, on() {} }, { strict: true });
    // @ts-expect-error
    plugin(7);`,
    { module: 'NodeNext', moduleResolution: 'NodeNext' },
  ],
]) {
  test(what, () => {
    const folder = mkdtempSync(join(project, 'types-'));
    writeFileSync(join(folder, name), source);
    const paths = {
      react: [join(home, 'node_modules/@types/react')],
      'react/*': [join(home, 'node_modules/@types/react/*')],
      vue: [join(home, 'node_modules/vue')],
    };
    const compilerOptions = { ...kTypes, paths, typeRoots: [], ...options };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [name] }));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
    assert.equal(stdout, '');
  });
}
