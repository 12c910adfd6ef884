// SPDX-License-Identifier: MIT
// Writes the example site's own files (style, fonts, icon, theme script) under names that change
// with their content, and says which names the layouts must use.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { shortHash } from '../../toolchain/lib/files.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const dsfr = dirname(createRequire(import.meta.url).resolve('@gouvfr/dsfr/package.json'));

// Needed by the first screen, so asked for at once; the others wait for the style sheet.
const earlyFonts = ['Marianne-Regular', 'Marianne-Bold'];

/** Copies a file under a hashed name; returns its address on the site. */
function copyHashed(source, outDir) {
  const bytes = readFileSync(source);
  const extension = extname(source);
  const name = `${basename(source, extension)}.${shortHash(bytes)}${extension}`;
  mkdirSync(join(outDir, 'assets'), { recursive: true });
  writeFileSync(join(outDir, 'assets', name), bytes);
  return `/assets/${name}`;
}

/**
 * A font that comes late must not move what is being read: it waits for the next page. The DSFR swaps it in, which on a slow
 * line was the only layout shift of the page.
 */
const fontsInTime = {
  name: 'fonts-in-time',
  setup: ({ onLoad }) =>
    onLoad({ filter: /core\.main\.min\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('font-display:swap', 'font-display:optional'),
      loader: 'css',
    })),
};

/** Bundles site.css: its fonts beside it under hashed names, its icons inside it (a request each otherwise). */
async function buildStyle(outDir) {
  const { metafile } = await build({
    entryPoints: [join(here, 'assets/site.css')],
    outdir: join(outDir, 'assets'),
    absWorkingDir: here,
    bundle: true,
    minify: true,
    metafile: true,
    logLevel: 'error',
    legalComments: 'none',
    target: ['chrome90', 'firefox90', 'safari15.1'],
    external: ['*.woff'],
    entryNames: '[name].[hash]',
    assetNames: '[name].[hash]',
    loader: { '.woff2': 'file', '.svg': 'dataurl' },
    plugins: [fontsInTime],
  });
  return Object.keys(metafile.outputs).map((path) => `/${relative(outDir, join(here, path))}`);
}

/**
 * @param {string} outDir  the site's root folder
 * @returns {Promise<{style: string, theme: string, icon: string, fonts: string[]}>} addresses
 */
export async function buildAssets(outDir) {
  const written = await buildStyle(outDir);
  return {
    style: written.find((path) => path.endsWith('.css')),
    fonts: written.filter((path) => earlyFonts.some((name) => path.includes(`/${name}.`))),
    theme: copyHashed(join(here, 'assets/theme.js'), outDir),
    icon: copyHashed(join(dsfr, 'dist/favicon/favicon.svg'), outDir),
  };
}
