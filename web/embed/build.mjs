// SPDX-License-Identifier: MIT
// Writes dist/catalogue.json and dist/embed/: the page that the iframe shows, with the list written in
// it for browsers without script, its two scripts and its style sheet.
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { fromRoot } from '../../toolchain/lib/paths.mjs';
import { run } from '../../toolchain/lib/run.mjs';
import { bundleScript, bundleStyle } from './bundle.mjs';
import { renderFrame } from './page.mjs';

const kPublication = 'data/formations.md';

/** Called by the build when the element is there. Adds its files to `assets` for the builds after it. */
export async function build({ assets, write }) {
  if (!assets.has('element') || !existsSync(fromRoot('lib/cli.js'))) return;
  const catalogue = await publishedCatalogue();
  assets.set('catalogue', write('catalogue.json', catalogue));
  assets.set('resize', write('embed/resize.js', await bundleScript('web/embed/parent-define.ts')));
  assets.set('frame', write('embed/frame.[hash].js', await bundleScript('web/embed/frame-define.ts')));
  assets.set('frame-style', write('embed/frame.[hash].css', await bundleStyle('web/embed/frame.css')));
  const files = Object.fromEntries(['element', 'frame', 'frame-style'].map((name) => [name, assets.get(name)]));
  for (const [lang, up, path] of [['fr', '../', 'embed/index.html'], ['en', '../../', 'embed/en/index.html']]) {
    const list = await writtenList(catalogue, lang);
    assets.set(lang === 'fr' ? 'frame-page' : 'frame-page-en', write(path, renderFrame({ lang, up, files, list, title: JSON.parse(catalogue).title })));
  }
}

/** The catalogue of the publication page, as the command line exports it: JSON text. */
async function publishedCatalogue() {
  const { output } = await run(process.execPath, [fromRoot('lib/cli.js'), 'export', fromRoot(kPublication), '--format', 'json']);
  return output;
}

/** The whole list as HTML, by the core. */
async function writtenList(catalogue, lang) {
  const { openCatalogue } = await import(pathToFileURL(fromRoot('lib/core.js')).href);
  const opened = await openCatalogue(catalogue, { lang });
  const { html } = opened.query('', { html: true, pageSize: 1000 });
  opened.close();
  return html;
}
