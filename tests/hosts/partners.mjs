// SPDX-License-Identifier: MIT
// Brings up every kind of partner at once, each on its own origin, with the snippet of the guide.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manifestReader } from '../../web/partner/files.mjs';
import { strictPolicy } from '../../web/partner/pages.mjs';
import { importTypeScript } from '../web/import-typescript.mjs';
import { startNginx } from './nginx.mjs';
import { freePort, temporaryFolder } from './process.mjs';
import { buildEleventy, buildHugo } from './static-sites.mjs';
import { startWordPress } from './wordpress.mjs';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const { writeSnippet } = await importTypeScript('web/integration/snippet.ts');

/** The style sheet of a host that takes everything away from everything. */
const kHostileCss = '* { all: unset; display: flex !important; color: red !important; }';

/**
 * Starts all hosts. Returns { pages: {name: address}, versions: {name: version}, host, folder, stop }.
 * `host` serves dist/ to other origins from nginx; a copy below /closed/network/ shows that any path will do.
 */
export async function startPartners() {
  const folder = temporaryFolder('partners');
  const ports = {};
  for (const name of ['dist', 'strict', 'wordpress', 'hugo', 'eleventy2', 'eleventy3', 'hostile'])
    ports[name] = await freePort();
  const at = (name) => `http://127.0.0.1:${ports[name]}`;
  const host = `http://localhost:${ports.dist}/`;
  const snippet = snippetFor(host);
  const hugo = buildHugo(folder.path, at('hugo'), { formations: snippet });
  const eleventy2 = buildEleventy(folder.path, 'eleventy-2', { formations: snippet });
  const eleventy3 = buildEleventy(folder.path, '@11ty/eleventy', { formations: snippet });
  const wordpress = await startWordPress(folder.path, at('wordpress'), {
    formations: { title: 'Formations', html: snippet },
  });
  const hand = writePages(folder.path, snippet);
  const nginx = await startNginx(folder.path, [
    {
      port: ports.dist,
      root: dist,
      headers: { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' },
    },
    {
      port: ports.strict,
      root: hand.strict,
      headers: { 'Content-Security-Policy': strictPolicy(new URL(host).origin) },
    },
    { port: ports.wordpress, root: wordpress.root, php: wordpress.socket },
    { port: ports.hugo, root: hugo.root },
    { port: ports.eleventy2, root: eleventy2.root },
    { port: ports.eleventy3, root: eleventy3.root },
    { port: ports.hostile, root: hand.hostile },
  ]);
  const stop = async () => {
    await nginx.stop();
    await wordpress.stop();
    folder.remove();
  };
  return {
    host,
    stop,
    pages: {
      nginx: `${at('strict')}/`,
      wordpress: wordpress.pages.formations,
      hugo: `${at('hugo')}/formations/`,
      'eleventy 2': `${at('eleventy2')}/formations/`,
      'eleventy 3': `${at('eleventy3')}/formations/`,
      'hostile css': `${at('hostile')}/`,
    },
    versions: {
      nginx: nginx.version,
      wordpress: wordpress.version,
      mariadb: wordpress.database,
      hugo: hugo.version,
      eleventy2: eleventy2.version,
      eleventy3: eleventy3.version,
    },
  };
}

/** What the guide gives for one tag, on this host. */
export function snippetFor(host, choice = {}) {
  const file = manifestReader(dist);
  const release = {
    host,
    element: file(/^catalogue-formations\.js$/).integrity,
    resize: file(/^embed\/resize\.js$/).integrity,
    catalogue: file(/^catalogue\.json$/).integrity,
  };
  const texts = {
    fallbackLink: 'Consulter le catalogue',
    fallbackUrl: `${host}publications/formations/`,
    frameTitle: 'Catalogue',
  };
  return writeSnippet({ way: 'tag', lang: 'fr', ...choice }, release, texts);
}

/** Number of trainings in dist/catalogue.json. */
export const trainingCount = () => JSON.parse(readFileSync(join(dist, 'catalogue.json'), 'utf8')).trainings.length;

function writePages(folder, snippet) {
  const page = (head) =>
    `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Formations</title>${head}</head><body><main><h1>Formations</h1><p id="own">Before.</p>\n${snippet}\n</main></body></html>`;
  const roots = { strict: page(''), hostile: page('<link rel="stylesheet" href="hostile.css">') };
  const written = {};
  for (const [name, html] of Object.entries(roots)) {
    written[name] = join(folder, `hand-${name}`);
    mkdirSync(written[name], { recursive: true });
    writeFileSync(join(written[name], 'index.html'), html);
  }
  writeFileSync(join(written.hostile, 'hostile.css'), kHostileCss);
  return written;
}
