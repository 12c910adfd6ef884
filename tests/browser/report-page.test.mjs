// SPDX-License-Identifier: MIT
// The page of `report`, as a reader sees it: accessible in light and dark, on a phone, and on one sheet of paper.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { violations } from './accessibility-pages.mjs';
import { isInstalled, launch } from './engines.mjs';
import { serve } from './origins.mjs';

const root = new URL('../../', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'catalogue-report-'));
test.after(() => rmSync(folder, { recursive: true, force: true }));

const report = (...args) =>
  spawnSync(process.execPath, [join(root, 'lib/cli.js'), 'report', 'data/formations.md', ...args], {
    cwd: root,
    encoding: 'utf8',
  }).stdout;

/** The example's report after eleven others, a year of them. */
function yearOfReports() {
  const now = JSON.parse(report('--format', 'json'));
  const files = Array.from({ length: 11 }, (_, month) => {
    const file = join(folder, `${month}.json`);
    const date = `2025-${String(month + 1).padStart(2, '0')}-01`;
    writeFileSync(file, JSON.stringify({ ...now, date, trainings: month + 1 }));
    return ['--previous', file];
  });
  return report(...files.flat());
}

test('the report is a page for everybody', { skip: !isInstalled('chromium') && 'not installed' }, async (t) => {
  const html = yearOfReports();
  const site = await serve({ '/': html });
  const browser = await launch('chromium');
  t.after(async () => {
    await browser.close();
    await site.close();
  });

  for (const colorScheme of ['light', 'dark'])
    for (const width of [320, 1366])
      await t.test(`${colorScheme}, ${width} pixels: axe finds nothing, and the page fits`, async () => {
        const page = await browser.open(site.origin, { width, height: 700, colorScheme });
        assert.deepEqual(await violations(page), []);
        assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'));
        await page.close();
      });

  await t.test('a year of reports prints on one sheet', async () => {
    const { page, close } = await browser.open(site.origin);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.equal(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length, 1);
    await close();
  });
});
