// SPDX-License-Identifier: MIT
// Writes dist/catalogue.json and dist/embed/: the iframe's page, its two scripts and its style sheets. The page holds
// the list, and a style sheet filters it where no script runs.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { fromRoot } from '../../toolchain/lib/paths.mjs';
import { bundleScript, bundleStyle, importModule } from './bundle.mjs';

const kPublication = 'data/formations.md';
const kLanguages = { fr: { path: 'embed/index.html', up: '../' }, en: { path: 'embed/en/index.html', up: '../../' } };

const library = (name) => import(pathToFileURL(fromRoot('lib', name)).href);

/** Called by the build after lib/ and the element. Adds its files to `assets` for the builds after it. */
export async function build({ assets, write }) {
  const { openCompiler, staticFiles } = await library('compiler.js');
  const compiler = await openCompiler();
  const catalogue = await publishedCatalogue(compiler);
  assets.set('catalogue', write('catalogue.json', `${JSON.stringify(catalogue)}\n`));
  for (const [ending, text] of staticFiles(compiler, catalogue)) write(`catalogue${ending}`, text);
  assets.set('resize', write('embed/resize.js', await bundleScript('web/embed/parent-define.ts')));
  assets.set('frame', write('embed/frame.[hash].js', await bundleScript('web/embed/frame-define.ts')));
  assets.set('frame-style', write('embed/frame.[hash].css', await bundleStyle('web/embed/frame.css')));
  const { renderFrame } = await importModule('web/embed/page.ts');
  for (const [lang, { path, up }] of Object.entries(kLanguages)) {
    const parts = compiler.renderStatic(catalogue, { skin: 'neutral', lang, list: true });
    assets.set('frame-filter', write(`embed/filter.[hash].css`, parts.css));
    const linked = ({ file, integrity }) => ({ address: up + file, integrity });
    const page = renderFrame({
      lang,
      title: catalogue.title,
      styles: [assets.get('styles').neutral, assets.get('frame-style'), assets.get('frame-filter')].map(linked),
      frame: linked(assets.get('frame')),
      element: linked(assets.get('element')),
      catalogue: `${up}catalogue.json`,
      list: [parts.before, parts.list, parts.after].join('\n'),
    });
    assets.set(lang === 'fr' ? 'frame-page' : 'frame-page-en', write(path, page));
  }
}

/** The catalogue of the publication page. */
async function publishedCatalogue(compiler) {
  const { extractPage } = await library('extract.js');
  const { raw } = extractPage(readFileSync(fromRoot(kPublication), 'utf8'));
  const { catalogue, diagnostics } = compiler.normalise(raw);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    throw new Error(`${kPublication}: ${errors.map(({ line, code }) => `line ${line}: ${code}`).join(', ')}`);
  return catalogue;
}
