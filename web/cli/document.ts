// SPDX-License-Identifier: MIT
// A complete HTML page around the content of a Markdown file, for sites without a builder.
import type { PageExtraction } from '../extract/page.js';
import { escapeHtml } from '../publish/splice.js';

/** The page's HTML as written when it is a whole document, else its content in a plain document. */
export function documentOf(page: PageExtraction): string {
  if (page.kind === 'html' && /<html[\s>]|<!doctype/i.test(page.html)) return page.html;
  const { title, lang } = page.raw.page;
  const description = page.frontMatter.data.description;
  const meta =
    typeof description === 'string' ? `<meta name="description" content="${escapeHtml(description)}">\n` : '';
  const heading = /<h1[\s>]/i.test(page.html) || title === '' ? '' : `<h1>${escapeHtml(title)}</h1>\n`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title || 'Formations')}</title>
${meta}</head>
<body>
<main>
${heading}${page.html}</main>
</body>
</html>
`;
}
