// SPDX-License-Identifier: MIT
// The guide's HTML: a form of choices, a live trial, the snippet, the policy check, the reference.
import { renderHosts } from './hosts.mjs';
import { code, escapeHtml, field, options, table, withCode } from './html.mjs';

const kWays = ['tag', 'frame', 'static', 'folder'];
const kPublicationPage = '../publications/formations/';

/** The guide in one language, as a whole document. `page`: the data from build.mjs. */
export function renderGuide(page, lang) {
  const texts = page.languages[lang];
  const up = lang === 'fr' ? '../' : '../../';
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; frame-src *; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapeHtml(texts.description)}">
<meta name="publication-page" content="${kPublicationPage.slice(3)}">
<title>${escapeHtml(texts.title)}</title>
<link rel="stylesheet" href="${up}${page.style.file}" integrity="${page.style.integrity}">
<link rel="alternate" hreflang="${lang === 'fr' ? 'en' : 'fr'}" href="${lang === 'fr' ? 'en/' : '../'}">
<script type="module" src="${up}${page.script.file}" integrity="${page.script.integrity}"></script>
<script type="application/json" id="guide-data">${scriptData(page, texts)}</script>
</head>
<body>
<a class="skip" href="#content">${escapeHtml(texts.skip)}</a>
${header(page, texts, lang)}
<main id="content">
${workshop(page, texts)}
${renderHosts(page.hosts, texts, up)}
${policySection(page, texts)}
${proseSections(texts)}
${costSection(page, texts)}
${referenceSection(page, texts, lang)}
</main>
</body>
</html>
`;
}

// Escapes "<": the data must not end its script element.
function scriptData(page, texts) {
  const { policy_reasons: reasons, policy_hints: hints, where } = texts;
  const needed = [
    'copied',
    'copy_failed',
    'see_foreign',
    'see_same',
    'policy_none',
    'policy_good',
    'policy_whole',
    'policy_unknown',
  ];
  const shown = Object.fromEntries(needed.map((key) => [key, texts[key]]));
  shown.policy_lacks_one = texts.policy_lacks.one;
  shown.policy_lacks_other = texts.policy_lacks.other;
  const ofEach = (key) => ({ fr: page.languages.fr[key], en: page.languages.en[key] });
  const data = {
    release: page.release,
    texts: shown,
    reasons,
    hints,
    where,
    fallbackLinks: ofEach('fallback_link'),
    frameTitles: ofEach('frame_title'),
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function header(page, texts, lang) {
  const other = lang === 'fr' ? { lang: 'en', href: 'en/' } : { lang: 'fr', href: '../' };
  const links = [
    ['choisir', 'choose'],
    ['outils', 'hosts_heading'],
    ['politique', 'policy_heading'],
    ['cout', 'cost_heading'],
    ['reference', 'reference'],
  ];
  return `<header class="top">
<p class="version">${escapeHtml(texts.version.replace('{version}', page.version))} · <a href="${other.href}" lang="${other.lang}" hreflang="${other.lang}">${escapeHtml(texts.other_language)}</a></p>
<h1>${escapeHtml(texts.title)}</h1>
<p class="lead">${escapeHtml(texts.lead)}</p>
<nav aria-label="${escapeHtml(texts.contents)}"><ul>${links.map(([id, key]) => `<li><a href="#${id}">${escapeHtml(texts[key])}</a></li>`).join('')}</ul></nav>
</header>`;
}

function workshop(page, texts) {
  return `<div class="workshop">
${choicesForm(page, texts)}
${resultOfChoices(page, texts)}
</div>`;
}

function choicesForm(page, texts) {
  return `<form id="choices" aria-labelledby="choisir">
<h2 id="choisir">${escapeHtml(texts.choose)}</h2>
${ways(page, texts)}
${field('skin', texts.skin, `<select id="skin" name="skin">${options(texts.skins, 'auto')}</select>`, 'tag folder')}
${field('lang', texts.language, `<select id="lang" name="lang">${options(texts.languages, texts.lang)}</select>`, 'tag folder frame')}
<fieldset data-for-way="tag folder frame"><legend>${escapeHtml(texts.start)}</legend>
${field('duree', texts.duration, `<select id="duree" name="duree">${options(texts.durations, '')}</select>`)}
<div role="group" aria-labelledby="droit-legend"><p id="droit-legend">${escapeHtml(texts.rights)}</p>
${Object.entries(texts.right_values)
  .map(([value, label]) => check('droit', value, label))
  .join('\n')}</div>
<div data-for-way="tag folder">${check('fixed', 'on', texts.fixed)}</div>
</fieldset>
<div data-for-way="static">${check('filters', 'on', texts.filters)}</div>
<details data-for-way="tag folder"><summary>${escapeHtml(texts.more)}</summary>
${field('heading-level', texts.heading_level, `<select id="heading-level" name="heading-level">${options({ 2: '2', 3: '3', 4: '4', 5: '5', 6: '6' }, '2')}</select>`)}
${field('page-size', texts.page_size, '<input id="page-size" name="page-size" type="number" min="1" max="1000" value="20">')}
${field('src', texts.src, '<textarea id="src" name="src" rows="2" spellcheck="false" autocomplete="off"></textarea>')}
${field('overlay', texts.overlay, '<input id="overlay" name="overlay" type="url" autocomplete="off">')}
${check('pin', 'on', texts.pin_hash)}
${check('hasten', 'on', texts.hasten)}
</details>
<fieldset class="inline live"><legend>${escapeHtml(texts.scheme)}</legend>
${Object.entries(texts.schemes)
  .map(([value, label], index) => radio('scheme', value, label, index === 0))
  .join('\n')}
</fieldset>
</form>`;
}

function resultOfChoices(page, texts) {
  return `<div class="result">
<section aria-labelledby="copier">
<h2 id="copier">${escapeHtml(texts.copy_heading)}</h2>
<noscript><p>${escapeHtml(texts.noscript)}</p></noscript>
<pre tabindex="0" role="region" aria-label="${escapeHtml(texts.snippet)}"><code id="snippet">${escapeHtml(page.defaultSnippet ?? '')}</code></pre>
<p class="actions live"><button id="copy" type="button">${escapeHtml(texts.copy)}</button> <span id="copy-status" role="status"></span></p>
<p id="snippet-where">${withCode(texts.where.tag)}</p>
</section>
<section class="live" aria-labelledby="voir">
<h2 id="voir">${escapeHtml(texts.see)}</h2>
<p id="trial-note"></p>
<iframe id="trial" title="${escapeHtml(texts.preview_title)}" height="560"></iframe>
</section>
</div>`;
}

function ways(page, texts) {
  const choices = kWays.map((way, index) => {
    const { name, hint } = texts.ways[way];
    const { bytes, requests } = page.costs[way];
    return `<div class="way"><input type="radio" id="way-${way}" name="way" value="${way}"${index === 0 ? ' checked' : ''} aria-describedby="hint-${way}">
<label for="way-${way}">${escapeHtml(name)}</label>
<p id="hint-${way}">${escapeHtml(hint)} <small>${kilobytes(bytes, texts.lang)}, ${requests}&nbsp;${escapeHtml(texts.cost_requests.toLowerCase())}</small></p></div>`;
  });
  return `<fieldset class="ways"><legend>${escapeHtml(texts.way)}</legend>\n${choices.join('\n')}\n</fieldset>`;
}

function check(name, value, label) {
  return `<div class="choice"><input type="checkbox" id="${name}-${value}" name="${name}" value="${value}"><label for="${name}-${value}">${escapeHtml(label)}</label></div>`;
}

function radio(name, value, label, checked) {
  return `<div class="choice"><input type="radio" id="${name}-${value}" name="${name}" value="${value}"${checked ? ' checked' : ''}><label for="${name}-${value}">${escapeHtml(label)}</label></div>`;
}

function policySection(page, texts) {
  const rows = page.reference.policy.map((line) => [
    line.ways.map((way) => escapeHtml(texts.ways[way].name)).join(', '),
    code(line.name.replace('{host}', 'https://…')),
    escapeHtml(line[texts.lang]),
  ]);
  return `<section>
<h2 id="politique">${escapeHtml(texts.policy_heading)}</h2>
<form id="policy-form" class="live">
<p>${escapeHtml(texts.policy_lead)}</p>
${field('policy', texts.policy_label, '<textarea id="policy" rows="4" spellcheck="false" autocomplete="off"></textarea>')}
${field('policy-page', texts.policy_page, '<input id="policy-page" type="url" placeholder="https://www.example.org" autocomplete="off">')}
<p class="actions"><button type="submit">${escapeHtml(texts.policy_button)}</button></p>
<div id="policy-answer" role="status"></div>
</form>
<h3>${escapeHtml(texts.policy_lines)}</h3>
${table([texts.way, texts.name, texts.meaning], rows, texts.policy_lines)}
</section>`;
}

function proseSections(texts) {
  const section = (id, ...keys) =>
    `<section><h2 id="${id}">${escapeHtml(texts[keys[0]])}</h2>${keys
      .slice(1)
      .map((key) => `<p>${escapeHtml(texts[key])}</p>`)
      .join('')}`;
  return `${section('liste', 'list_heading', 'list_lead')}
<pre tabindex="0" role="region" aria-label="catalogue-formations"><code>${escapeHtml(kListExample)}</code></pre>
<p>${escapeHtml(texts.list_rule)}</p></section>
${section('empreinte', 'integrity_heading', 'integrity')}</section>
${section('retouches', 'overlay_heading', 'overlay_lead')}
<pre tabindex="0" role="region" aria-label="overlay.json"><code>${escapeHtml(kOverlayExample)}</code></pre>
<p>${escapeHtml(texts.overlay_rule)}</p></section>
${section('donnees', 'privacy_heading', 'privacy')}</section>
${section('dsfr', 'dsfr_heading', 'dsfr')}</section>`;
}

const kListExample = `<catalogue-formations tag-class="etiquette">
  <h2>Numérique responsable (Organisme)</h2>
  <p><span class="etiquette">Durée : 2 heures</span> <span class="etiquette">Licence CC BY-SA 4.0</span></p>
  <p>Ce que l’on y apprend.</p>
  <p><a href="https://www.example.org/formation">S’inscrire</a></p>
</catalogue-formations>`;

const kOverlayExample = `{
  "title": "Ville d’Exemple",
  "hide": ["identifiant-masque"],
  "pin": ["identifiant-en-tete"],
  "relabel": { "identifiant": { "title": "Un autre titre" } },
  "registration": { "identifiant": { "url": "https://intranet.example/inscription", "label": "S’inscrire" } },
  "add": [{ "id": "atelier", "title": "Atelier local", "provider": "Ville d’Exemple", "url": "/atelier" }]
}`;

function costSection(page, texts) {
  const rows = kWays.map((way) => {
    const { bytes, requests, first } = page.costs[way];
    const note = texts.ways[way].cost_note.replace('{first}', kilobytes(first, texts.lang));
    return [
      escapeHtml(texts.ways[way].name),
      escapeHtml(texts.ways[way].needs),
      `${kilobytes(bytes, texts.lang)} <small>${note}</small>`,
      String(requests),
    ];
  });
  return `<section><h2 id="cout">${escapeHtml(texts.cost_heading)}</h2>
<p>${escapeHtml(texts.cost_lead)}</p>
${table([texts.cost_way, texts.needs, texts.cost_bytes, texts.cost_requests], rows, texts.cost_heading)}</section>`;
}

function kilobytes(bytes, lang) {
  return `${(bytes / 1000).toLocaleString(lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}&nbsp;${lang === 'fr' ? 'ko' : 'kB'}`;
}

function referenceSection(page, texts, lang) {
  const { reference } = page;
  const entries = (key, columns, row) =>
    reference[key].length === 0
      ? ''
      : `<h3 id="${key}">${escapeHtml(texts[key])}</h3>
${table(
  columns.map((column) => texts[column]),
  reference[key].map(row),
  texts[key],
)}`;
  const meaning = (entry) => escapeHtml(entry[lang]);
  return `<section><h2 id="reference">${escapeHtml(texts.reference)}</h2>
${entries('attributes', ['name', 'values', 'default', 'meaning'], (entry) => [code(entry.name), code(entry.values), code(entry.default), meaning(entry)])}
${entries('events', ['name', 'detail', 'meaning'], (entry) => [code(entry.name), code(entry.detail), meaning(entry)])}
${entries('properties', ['name', 'default', 'meaning'], (entry) => [code(entry.name), code(entry.default), meaning(entry)])}
${entries('parts', ['name', 'meaning'], (entry) => [code(entry.name), meaning(entry)])}
${entries('errors', ['name', 'meaning'], (entry) => [code(entry.name), meaning(entry)])}
</section>`;
}
