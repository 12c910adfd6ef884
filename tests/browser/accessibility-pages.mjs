// SPDX-License-Identifier: MIT
// Shared by the accessibility tests: the states of the page, axe-core, and windows of any size.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { nine, publishedPage, serveWidget } from './widget-pages.mjs';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const dsfr = readFileSync(require.resolve('@gouvfr/dsfr/dist/dsfr.min.css'));

export const kUnfold = "document.querySelectorAll('.catalogue-panel details').forEach((fold) => { fold.open = true; })";

/** The states of the page that a visitor can reach, by an address or by actions. */
export const kStates = {
  'as it comes': ['', null],
  filtered: ['?duree=-120&droit=modification', null],
  'empty with ways out': ['?duree=-30&licence=CC-BY-SA-4.0', null],
  'searched, with hidden matches': ['?q=fresque&licence=CC-BY-SA-4.0', null],
  mistyped: ['?licence=WTFPL&duree=abc', null],
  'everything unfolded': ['?duree=20-90', kUnfold],
};

/** The states that show the most at once. */
export const kRichest = ['empty with ways out', 'everything unfolded'];

/** The published page dressed in the DSFR, in its light or dark theme. */
export async function dsfrSite(theme) {
  const { html, css } = await publishedPage(nine, { skin: 'dsfr', head: '<link rel="stylesheet" href="/dsfr.css">' });
  return serveWidget(
    nine,
    {
      '/': html.replace('<html ', `<html data-fr-theme="${theme}" `),
      '/catalogue.css': css,
      '/dsfr.css': dsfr,
      '/page.css': '',
    },
    { policy: '' },
  );
}

/** The violations that axe-core finds in the page, its rule on target sizes included. */
export async function violations(page) {
  const found =
    await page.evaluate(`(async () => { ${axe}; const { violations } = await axe.run(document, { rules: { 'target-size': { enabled: true } } });
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html.slice(0, 120)) })); })()`);
  // The DSFR lays two thumbs over each other; the fields beside them do the same (WCAG 2.5.8, "equivalent").
  const counted = found.filter(
    ({ id, nodes }) => id !== 'target-size' || nodes.some((html) => !html.includes('data-bound')),
  );
  return counted.map(({ id, nodes }) => `${id}: ${nodes.join(' | ')}`);
}

/**
 * Opens a page at a size that the engine's windows may not have. Where the window stays larger, the page is in a frame of
 * that size, which is the viewport of its style sheets. Returns { page, close }.
 */
export async function openSized(browser, site, address, { width, height }) {
  const page = await browser.open(`${site.origin}/${address}`, { width, height });
  if (await page.evaluate(`innerWidth === ${width} && innerHeight === ${height}`)) return { page, close: page.close };
  await page.close();
  site.files['/cadre'] =
    `<!doctype html><title>Cadre</title><iframe src="/${address.replaceAll('&', '&amp;')}" width="${width}" height="${height}" frameborder="0"></iframe>`;
  const outer = await browser.open(`${site.origin}/cadre`);
  return { page: await outer.frame('iframe'), close: outer.close };
}

export const pause = (ms) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
export const focus = (page, selector) => page.evaluate(`document.querySelector(${JSON.stringify(selector)}).focus()`);

/** Replaces the text of a field by typing. */
export async function fill(page, selector, text) {
  await page.evaluate(
    `((field) => { field.focus(); field.select(); })(document.querySelector(${JSON.stringify(selector)}))`,
  );
  await page.type(text);
}
