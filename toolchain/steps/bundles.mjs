// SPDX-License-Identifier: MIT
// Makes dist/ (hosted, hashed names) and lib/ (Node) with esbuild from the table in entries.mjs.
import { readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesUnder, sha256, sha384, shortHash, writeIfChanged } from '../lib/files.mjs';
import { fromRoot } from '../lib/paths.mjs';
import { ToolchainError } from '../lib/run.mjs';
import { browserEntries, nodeEntries, ownBuilds } from './entries.mjs';
import { modulePath } from './modules.mjs';
import { namedAddresses } from './bundler-entry.mjs';
import { packagesIn, writeNotices } from './notices.mjs';
import { squeeze } from './squeeze.mjs';
import { virtualModules } from './virtual-modules.mjs';

const dist = fromRoot('dist');
const lib = fromRoot('lib');

// The oldest browsers that README promises: those of 2021, which have the wasm's bulk memory.
const browsers = ['chrome91', 'firefox90', 'safari15.1'];
const node = 'node20';

// A CommonJS bundle has no import.meta.url: this replaces it. `require` returns the default export
// itself, as configurations from before ES modules expect.
const commonJs = {
  format: 'cjs',
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  footer: { js: 'module.exports = Object.assign(module.exports.default, { default: module.exports.default });' },
};
const nodeEsm = { format: 'esm', packages: 'external' };

async function bundle(source, options) {
  const { build } = await import('esbuild');
  try {
    const result = await build({
      entryPoints: [fromRoot(source)],
      absWorkingDir: fromRoot(),
      bundle: true,
      write: false,
      metafile: true,
      legalComments: 'none',
      charset: 'utf8',
      logLevel: 'silent',
      ...options,
    });
    return { code: result.outputFiles[0].contents, packages: packagesIn(result.metafile) };
  } catch (error) {
    const lines = (error.errors ?? []).map(
      ({ location, text }) => `${location ? `${location.file}:${location.line}:${location.column}: ` : ''}${text}`,
    );
    throw new ToolchainError(`esbuild cannot bundle ${source}\n${lines.join('\n') || error.message}`);
  }
}

/** Writes built files and remembers them, to remove those of earlier builds. */
class Folder {
  #written = new Set();
  #packages = new Set();

  constructor(path) {
    this.path = path;
  }

  /** `name` may hold `[hash]`. Returns its name and its hashes: `integrity` for pages, `short` for `catalogue:` modules. */
  write(name, content) {
    const bytes = Buffer.from(content);
    const file = name.replace('[hash]', shortHash(bytes));
    writeIfChanged(join(this.path, file), bytes);
    this.#written.add(join(this.path, file));
    return { file, integrity: `sha384-${sha384(bytes)}`, short: `sha256-${sha256(bytes)}` };
  }

  /** Writes a bundle, and remembers whose code it holds. */
  writeBundle(name, { code, packages }) {
    for (const dir of packages) this.#packages.add(dir);
    return this.write(name, code);
  }

  writeNotices() {
    this.write('third-party.txt', writeNotices(this.#packages));
  }

  /** Removes the files that this build did not write, except those that match `keep`. */
  sweep(keep) {
    for (const path of filesUnder(this.path)) if (!this.#written.has(path) && !keep(path)) rmSync(path);
  }
}

/** Writes the wasm files of these names. Returns their assets. */
function writeWasm(folder, ending, names) {
  const written = (name) =>
    folder.write(`catalogue-${name}${ending}`, readFileSync(modulePath(`catalogue-${name}`, 'wasm')));
  return new Map(names.map((name) => [`${name}-wasm`, written(name)]));
}

async function bundleStyles(folder) {
  const styles = {};
  for (const path of filesUnder(
    fromRoot('web/styles'),
    (name) => name.endsWith('.css') && !basename(name).startsWith('_'),
  )) {
    const name = basename(path, '.css');
    const css = await bundle(path.slice(fromRoot().length + 1), { minify: true, target: browsers });
    styles[name] = folder.writeBundle(`catalogue-${name}.[hash].css`, css);
  }
  return styles;
}

/** Builds dist/, from the wasm outwards: each file knows the hashes of those it loads. */
async function buildDist() {
  const folder = new Folder(dist);
  const assets = writeWasm(folder, '.[hash].wasm', ['runtime', 'parts', 'reader', 'compiler']);
  assets.set('styles', await bundleStyles(folder));
  for (const { source, out, provides } of browserEntries) {
    const { code, packages } = await bundle(source, {
      format: 'esm',
      minify: true,
      target: browsers,
      plugins: [virtualModules(assets)],
    });
    const built = folder.writeBundle(out, { code: await squeeze(code), packages });
    assets.set(provides ?? 'element', built);
  }
  // Not in fewer bytes: bundlers do that, and need the comments.
  const entry = await bundle('web/element/index.ts', {
    format: 'esm',
    target: browsers,
    plugins: [virtualModules(assets), namedAddresses(withoutElement(assets))],
  });
  folder.writeBundle('catalogue-formations.bundler.js', entry);
  folder.writeNotices();
  await runOwnBuilds(folder, assets);
  folder.sweep((path) => basename(path) === 'manifest.json');
}

/** The files that the element may load. */
const withoutElement = (assets) =>
  new Map([...assets].filter(([name]) => name !== 'element' && name !== 'compiler-wasm'));

async function runOwnBuilds(folder, assets) {
  for (const source of ownBuilds) {
    const { build } = await import(pathToFileURL(fromRoot(source)).href);
    await build({ dist, assets, write: (name, content) => folder.write(name, content) });
  }
}

/** Builds lib/. Names there carry no hash: a package has a version. */
async function buildLib() {
  const folder = new Folder(lib);
  const assets = writeWasm(folder, '.wasm', ['runtime', 'parts', 'compiler']);
  for (const { source, out } of nodeEntries) {
    const format = out.endsWith('.cjs') ? commonJs : nodeEsm;
    folder.writeBundle(
      out,
      await bundle(source, { platform: 'node', target: node, plugins: [virtualModules(assets)], ...format }),
    );
  }
  folder.writeNotices();
  folder.sweep((path) => path.startsWith(join(lib, 'types')));
}

/** Builds both folders. Returns the number of their bundles. */
export async function buildBundles() {
  // lib/ is first: it writes the pages of dist/.
  await buildLib();
  await buildDist();
  return `${browserEntries.length + nodeEntries.length} bundles`;
}
