// SPDX-License-Identifier: MIT
// A complete HTML page around the content of a Markdown file or of a spreadsheet, for sites without a builder.
import type { PageExtraction } from '../extract/page.js';
import type { RawPage } from '../extract/records.js';
import { escapeHtml } from '../publish/splice.js';

/** The page's HTML as written when it is a whole document, else its content in a plain document. */
export function documentOf(page: PageExtraction): string {
  if (page.kind === 'html' && /<html[\s>]|<!doctype/i.test(page.html)) return page.html;
  const { description } = page.frontMatter.data;
  return documentAround(page.html, page.raw.page, typeof description === 'string' ? description : '');
}

/** A plain document. `content`: HTML; the title is its heading, unless it has one. `head`: HTML for the end of the head. */
export function documentAround(
  content: string,
  { title, lang }: Pick<RawPage, 'title' | 'lang'>,
  description = '',
  head = '',
): string {
  const meta = description === '' ? '' : `<meta name="description" content="${escapeHtml(description)}">\n`;
  const heading = /<h1[\s>]/i.test(content) || title === '' ? '' : `<h1>${escapeHtml(title)}</h1>\n`;
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title || 'Formations')}</title>
${meta}${head}</head>
<body>
<main>
${heading}${content}</main>
</body>
</html>
`;
}
