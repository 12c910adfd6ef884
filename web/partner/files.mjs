// SPDX-License-Identifier: MIT
// The partner's site as files: one page per way of embedding, and the page of the guide's live trial.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderTrial } from '../integration/trial-page.mjs';
import { partnerPage } from './pages.mjs';

const kTitle = 'Se former au numérique responsable';
const kLead = 'La ville propose à ses agentes et agents des formations libres et gratuites.';

/**
 * Pages by path: `index.html` (one tag), `cadre/index.html` (iframe), `essai/index.html` (live trial).
 * `host`: address of dist/, with a final slash. `dist`: the folder of the same files, for their hashes.
 * `publication`: address of the catalogue's own page.
 */
export function partnerFiles({ host, dist, publication }) {
  const files = manifestReader(dist);
  const element = files(/^catalogue-formations\.js$/);
  const resize = files(/^embed\/resize\.js$/);
  const sheet = files(/^integration\/essai\.\w+\.css$/);
  const style = { href: host + sheet.file, integrity: sheet.integrity };
  const script = ({ file, integrity }) =>
    `<script type="module" async src="${host}${file}" integrity="${integrity}" crossorigin></script>`;
  const page = (content, head) => partnerPage({ title: kTitle, lead: kLead, style, content, head });
  const fallback = `<a href="${publication}">Consulter le catalogue de formations</a>`;
  const tag = `<catalogue-formations src="${host}catalogue.json" lang="fr">\n  ${fallback}\n</catalogue-formations>`;
  const frame = `<iframe src="${host}embed/" title="Catalogue de formations" width="100%" height="900" loading="lazy" referrerpolicy="no-referrer" allow="clipboard-write"></iframe>`;
  return {
    'index.html': page(tag, script(element)),
    'cadre/index.html': page(frame, script(resize)),
    'essai/index.html': renderTrial({
      host,
      element,
      resize,
      script: files(/^integration\/essai\.\w+\.js$/),
      style: sheet,
      origin: new URL(host).origin,
    }),
  };
}

/** The one file of dist/ whose path matches, as {file, integrity}. */
export function manifestReader(dist) {
  const entries = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));
  return (pattern) => {
    const entry = entries.find(({ path }) => pattern.test(path));
    if (!entry) throw new Error(`dist/ holds no file like ${pattern}`);
    return { file: entry.path, integrity: `sha384-${entry.sha384}` };
  };
}
