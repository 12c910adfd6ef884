// SPDX-License-Identifier: MIT
// Pages for the widget's tests: the structure that a build publishes, or a bare tag, with the real dist/.
import { readFileSync, readdirSync } from 'node:fs';
import { openCompiler } from '../../lib/compiler.js';
import { serve } from './origins.mjs';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root));

export const nine = JSON.parse(read('tests/golden/nine.catalogue.json'));
export const hostile = JSON.parse(read('tests/golden/hostile.catalogue.json'));

/** `count` trainings whose durations, licences and words vary in a fixed way. */
export function manyTrainings(count) {
  const trainings = Array.from({ length: count }, (_, i) => {
    const model = nine.trainings[i % nine.trainings.length];
    const round = Math.floor(i / nine.trainings.length);
    return { ...model, id: `${model.id}-${i}`, title: `${model.title} ${i + 1}`, provider: `Organisme ${round % 7}` };
  });
  return { ...nine, trainings };
}

export const strictPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types catalogue-formations";

const escapeHtml = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

function item(training, { attributes, facts }, level) {
  const written = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
  const tags = [...(training.durations ?? []).map(({ text }) => text), training.licence?.text].filter(Boolean);
  const safe = /^(https?:|\/)/.test(training.url ?? '');
  return `<li${written}><h${level}>${escapeHtml(training.title)}${training.provider ? ` (${escapeHtml(training.provider)})` : ''}</h${level}>
<p>${tags.map((tag) => `<span class="fr-tag">${escapeHtml(tag)}</span>`).join(' ')}</p><p>${escapeHtml(training.description)}</p>
${safe ? `<p><a href="${escapeHtml(training.url)}">Voir ${escapeHtml(training.title)}</a></p>` : ''}${facts}</li>`;
}

/**
 * A published page. `attributes`: of the element; `head`, `before`, `after`: more HTML; `withScript`: false leaves
 * the script tag out; `copies`: how many catalogues stand on the page.
 */
export async function publishedPage(
  catalogue,
  {
    skin = 'neutral',
    lang = 'fr',
    attributes = '',
    head = '',
    after = '',
    withScript = true,
    copies = 1,
    level = 2,
  } = {},
) {
  const compiler = await openCompiler();
  const widgets = Array.from({ length: copies }, (_, i) => {
    const parts = compiler.renderStatic(catalogue, {
      skin,
      lang,
      headingLevel: level,
      idPrefix: `catalogue-${i ? `${i}-` : ''}`,
      pageUrl: '/',
    });
    const items = catalogue.trainings.map((training, row) => item(training, parts.items[row], level)).join('\n');
    return {
      css: parts.css,
      html: `<catalogue-formations src="/catalogue.json" skin="${skin}" lang="${lang}" heading-level="${level}" ${typeof attributes === 'function' ? attributes(i) : attributes}>
${parts.links}\n${parts.before}\n<ul class="catalogue-list">\n${items}\n</ul>\n${parts.after}\n</catalogue-formations>`,
    };
  });
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Formations</title><link rel="stylesheet" href="/page.css"><link rel="stylesheet" href="/dist/${styleFile(skin)}"><link rel="stylesheet" href="/catalogue.css">${head}
${withScript ? '<script type="module" async src="/dist/catalogue-formations.js"></script>' : ''}</head>
<body><main><h1>Formations</h1><p>Introduction.</p>${widgets.map((widget) => widget.html).join('\n')}${after}</main></body></html>`;
  return { html, css: widgets[0].css };
}

const styleFile = (skin) => readdirSync(new URL('dist/', root)).find((name) => name.startsWith(`catalogue-${skin}.`));

const pageStyle =
  'html{color-scheme:light dark;background:Canvas;color:CanvasText}body{margin:0 auto;max-width:75rem;padding:1rem;font:1rem/1.5 sans-serif}';

/** Serves dist/, `catalogue` and the pages of `files`. */
export async function serveWidget(catalogue, files, { policy = strictPolicy } = {}) {
  const dist = Object.fromEntries(
    readdirSync(new URL('dist/', root))
      .filter((name) => /\.(js|css|wasm)$/.test(name))
      .map((name) => [`/dist/${name}`, read(`dist/${name}`)]),
  );
  return serve(
    { ...dist, '/page.css': pageStyle, '/catalogue.json': JSON.stringify(catalogue), ...files },
    { headers: policy ? { 'Content-Security-Policy': policy } : {} },
  );
}

/**
 * A site with the published page of `catalogue` at `/`. `has`: false for a browser that does not know :has(), as
 * far as a page can tell: the style sheets ask for a selector that nobody knows, and so does CSS.supports.
 * `hasModules`: false for one that takes a module for a script of a type that it does not know.
 */
export async function publishedSite(
  catalogue,
  { policy = strictPolicy, has = true, hasModules = true, ...options } = {},
) {
  const old =
    'const supports = CSS.supports.bind(CSS); CSS.supports = (...asked) => !/:has/.test(asked[0]) && supports(...asked);';
  const head = has ? '' : '<script src="/old.js"></script>';
  const { html, css } = await publishedPage(catalogue, { head, ...options });
  const style = has ? css : css.replaceAll(':has(*)', ':nobody-knows(*)');
  const page = hasModules ? html : html.replace('type="module"', 'type="nobody-knows"');
  return serveWidget(catalogue, { '/': page, '/catalogue.css': style, '/old.js': old }, { policy });
}

/** Opens `address` of a published site of nine trainings (or of `site`) in `browser`, does `act(page, site)`, closes both. */
export async function visit(browser, address, act, { site: given, ...options } = {}) {
  const site = given ?? (await publishedSite(nine, options));
  const page = await browser.open(`${site.origin}/${address}`);
  try {
    return await act(page, site);
  } finally {
    await page.close();
    await site.close();
  }
}

/** A site whose page `/` holds only the tag, as a partner pastes it. */
export async function partnerSite(
  catalogue,
  { policy = strictPolicy, attributes = '', fallback = '<p>Liste sur le site.</p>' } = {},
) {
  const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Partenaire</title>
<link rel="stylesheet" href="/page.css"><script type="module" async src="/dist/catalogue-formations.js"></script></head>
<body><main><h1>Partenaire</h1><catalogue-formations src="/catalogue.json" ${attributes}>${fallback}</catalogue-formations></main></body></html>`;
  return serveWidget(catalogue, { '/': html }, { policy });
}

/** Expressions for `evaluate`: the page's widget, the first if there are several; a click; the words of the alerts that are shown. */
export const kHost = "document.querySelector('catalogue-formations')";
export const click = (selector) => `document.querySelector(${JSON.stringify(selector)}).click()`;
export const kAlerts = `[document, ${kHost}.shadowRoot].flatMap((root) => [...(root?.querySelectorAll('[role=alert]') ?? [])]).filter((node) => !node.hidden).map((node) => node.textContent)`;

/** Whether the core has taken over and its list is there: one that it draws comes a frame after its panel. */
export const kReady = `(${kHost}.hasAttribute('data-ready') && [${kHost}.shadowRoot, ${kHost}].some((root) => root?.querySelector('.catalogue-status')))`;

/** The link that a download clicks is kept in `saved` in place of being followed. */
export const kKeepLink =
  'HTMLAnchorElement.prototype.click = function () { window.saved = decodeURIComponent(this.href.split(",").slice(1).join(",")); }';
