// SPDX-License-Identifier: MIT
// What the extractor reads in each page of tests/pages/, against <page>.expected.json.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { test } from 'node:test';
import { extractPage } from '../../lib/extract.js';

const pages = new URL('../pages/', import.meta.url).pathname;
const link = ({ text, url, line, column }) => `${line}:${column} ${text}${url ? ` → ${url}` : ''}`;

/** A record short enough to be read and checked by a person. */
const shorten = (record) => ({
  heading: `${record.line}:${record.column} h${record.level} ${record.heading}`,
  ...(record.section && { section: record.section }),
  ...(record.lang && { lang: record.lang }),
  tags: record.tags.map(link),
  links: record.links.map((found) => `${link(found)}${found.action ? ' (action)' : ''}`),
  description: record.description,
});

const read = (name) => {
  const kind = extname(name) === '.md' ? 'markdown' : 'html';
  const { raw } = extractPage(readFileSync(join(pages, name), 'utf8'), { kind });
  return { page: raw.page, options: raw.options, records: raw.records.map(shorten) };
};

for (const name of readdirSync(pages)
  .filter((file) => /\.(?:md|html)$/.test(file))
  .sort()) {
  const expected = join(pages, `${name}.expected.json`);
  test(`reads ${name} as a person would`, () => {
    assert.deepEqual(read(name), JSON.parse(readFileSync(expected, 'utf8')));
  });
}
