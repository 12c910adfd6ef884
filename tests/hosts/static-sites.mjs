// SPDX-License-Identifier: MIT
// Builds a small site of a static generator with the snippet in a page, as its own users would.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram } from './process.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** Hugo with raw HTML allowed in Markdown. `pages`: HTML by slug. Returns { root, version }; each is at /slug/. */
export function buildHugo(folder, origin, pages) {
  const site = join(folder, 'hugo');
  writeFiles(site, {
    'config.toml': `baseURL = "${origin}/"\ntitle = "Partner"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n[markup.goldmark.renderer]\nunsafe = true\n`,
    'layouts/_default/single.html': page('{{ .Title }}', '{{ .Content }}'),
    'layouts/_default/list.html': page('{{ .Title }}', '{{ .Content }}'),
    ...markdownPages('title: Formations', pages),
  });
  execFileSync(findProgram('hugo'), ['--source', site, '--quiet', '--cacheDir', join(folder, 'hugo-cache')]);
  const version = execFileSync(findProgram('hugo'), ['version'], { encoding: 'utf8' }).match(/v(\d+\.\d+\.\d+)/)[1];
  return { root: join(site, 'public'), version };
}

/**
 * Eleventy, from the npm package installed under `packageName`, with `pages` (HTML by slug) in Markdown.
 * Returns { root, version }; each page is at /slug/.
 */
export function buildEleventy(folder, packageName, pages) {
  const site = join(folder, packageName.replace(/\W+/g, '-'));
  writeFiles(site, {
    'package.json': '{"type":"commonjs"}',
    '.eleventy.js':
      'module.exports = () => ({ dir: { input: "content", output: "public" }, markdownTemplateEngine: false });\n',
    'content/_includes/page.njk': page('{{ title }}', '{{ content | safe }}'),
    ...markdownPages('title: Formations\nlayout: page.njk', pages),
  });
  const installed = join(repository, 'node_modules', packageName);
  symlinkSync(join(repository, 'node_modules'), join(site, 'node_modules'));
  const { version, bin } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const command = typeof bin === 'string' ? bin : bin.eleventy;
  execFileSync(process.execPath, [join(installed, command), '--quiet'], { cwd: site });
  return { root: join(site, 'public'), version };
}

function markdownPages(frontMatter, pages) {
  const text = (html) => `---\n${frontMatter}\n---\n\nBefore.\n\n${html}\n\nAfter.\n`;
  return Object.fromEntries(Object.entries(pages).map(([slug, html]) => [`content/${slug}.md`, text(html)]));
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
