// SPDX-License-Identifier: MIT
// Builds a small site of a static generator with the snippet in a page, as its own users would.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram } from './process.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** Hugo with raw HTML allowed in Markdown. Returns { root, version }; the page is at /formations/. */
export function buildHugo(folder, origin, snippet) {
  const site = join(folder, 'hugo');
  writeFiles(site, {
    'config.toml': `baseURL = "${origin}/"\ntitle = "Partner"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n[markup.goldmark.renderer]\nunsafe = true\n`,
    'layouts/_default/single.html': page('{{ .Title }}', '{{ .Content }}'),
    'layouts/_default/list.html': page('{{ .Title }}', '{{ .Content }}'),
    'content/formations.md': `---\ntitle: Formations\n---\n\nBefore.\n\n${snippet}\n\nAfter.\n`,
  });
  execFileSync(findProgram('hugo'), ['--source', site, '--quiet', '--cacheDir', join(folder, 'hugo-cache')]);
  const version = execFileSync(findProgram('hugo'), ['version'], { encoding: 'utf8' }).match(/v(\d+\.\d+\.\d+)/)[1];
  return { root: join(site, 'public'), version };
}

/**
 * Eleventy, from the npm package installed under `packageName`, with the snippet in Markdown.
 * Returns { root, version }; the page is at /formations/.
 */
export function buildEleventy(folder, packageName, snippet) {
  const site = join(folder, packageName.replace(/\W+/g, '-'));
  writeFiles(site, {
    'package.json': '{"type":"commonjs"}',
    '.eleventy.js':
      'module.exports = () => ({ dir: { input: "content", output: "public" }, markdownTemplateEngine: false });\n',
    'content/_includes/page.njk': page('{{ title }}', '{{ content | safe }}'),
    'content/formations.md': `---\ntitle: Formations\nlayout: page.njk\n---\n\nBefore.\n\n${snippet}\n\nAfter.\n`,
  });
  const installed = join(repository, 'node_modules', packageName);
  symlinkSync(join(repository, 'node_modules'), join(site, 'node_modules'));
  const { version, bin } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const command = typeof bin === 'string' ? bin : bin.eleventy;
  execFileSync(process.execPath, [join(installed, command), '--quiet'], { cwd: site });
  return { root: join(site, 'public'), version };
}

function page(title, content) {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${title}</title></head><body><main><h1>${title}</h1>${content}</main></body></html>\n`;
}

function writeFiles(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
