// SPDX-License-Identifier: MIT
// A published page: what is added, where, and that nothing else changes.
import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parse } from 'parse5';

const root = new URL('../../', import.meta.url).pathname;
mkdirSync(join(root, 'build'), { recursive: true });
const work = mkdtempSync(join(root, 'build/publish-'));
after(() => rmSync(work, { recursive: true, force: true }));

let runs = 0;
/** Publishes one page with the command line; returns a reader of what it wrote. */
function publish(text, ending = 'html') {
  const folder = join(work, String(++runs));
  mkdirSync(folder);
  writeFileSync(join(folder, `page.${ending}`), text);
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'lib/cli.js'), 'build', join(folder, `page.${ending}`), '--out', join(folder, 'out')],
    { encoding: 'utf8' },
  );
  return {
    status,
    stderr,
    read: (path = 'index.html') => readFileSync(join(folder, 'out', path), 'utf8'),
    files: () => readdirSync(join(folder, 'out'), { recursive: true }).map(String),
  };
}

const page = (content, head = '<title>Formations</title>') =>
  `<!DOCTYPE html>\n<html lang="fr">\n<head>${head}</head>\n<body>\n<main>\n${content}\n</main>\n</body>\n</html>\n`;
const dsfrPage = (content) => page(content).replace('<html', '<html data-fr-scheme="light"');
const training = (title, hours, rest = '') =>
  `<h2>${title}</h2>\n<p><span class="fr-tag">Durée : ${hours} h</span> <span class="fr-tag">Licence CC BY 4.0</span></p>\n<p>Texte de ${title}.</p>${rest}\n<p><a href="https://exemple.fr/${hours}">Voir ${title}</a></p>\n`;

/** The page without what publishing adds: what is left must be the editor's bytes. */
function withoutAdditions(html) {
  return html
    .replace(
      /<link rel="stylesheet" href="catalogue[^>]*>\n|<script type="module"[^>]*><\/script>\n|<script type="application\/ld\+json"[\s\S]*?<\/script>\n/g,
      '',
    )
    .replace(/<catalogue-formations[^>]*>\n[\s\S]*?<div class="catalogue-outcome">[\s\S]*?<\/div><\/div>\n/, '')
    .replace(/<p class="catalogue-rights">[^<]*<\/p>|<details class="catalogue-meaning">[\s\S]*?<\/details>/g, '')
    .replace('\n</div></div>\n</catalogue-formations>', '')
    .replace(/<ul class="catalogue-list">\n|\n<\/ul>(?=\s*(?:<h2|<p>Fin|<\/main))/g, '')
    .replace(/<li data-id[^>]*>|<\/li>/g, '');
}

test('every byte of a page that publishing does not need to change stays as it was', () => {
  const odd =
    '<!-- commentaire --><iframe src="x" title="v"></iframe>\n<script>if (1 < 2) { "</p>" }</script>\n<p CLASS=nu>a &amp b&nbsp;é';
  const source = page(`<h1>Formations</h1>\n<p>Avant.</p>\n${training('Alpha', 1, odd)}\n${training('Bêta', 2)}`);
  assert.equal(withoutAdditions(publish(source).read()), source);
});

test('the introduction stays before the list, section headings between the lists', () => {
  const section = (title) => `<h2>${title}</h2>\n<p>Présentation de ${title}.</p>\n`;
  const deep = (title, hours) => training(title, hours).replace(/h2>/g, 'h3>');
  const html = publish(
    page(
      `<p>Introduction.</p>\n${section('En ligne')}${deep('Alpha', 1)}${deep('Bêta', 2)}${section('Ailleurs')}${deep('Gamma', 3)}`,
    ),
  ).read();
  const order = [
    'Introduction.',
    '<catalogue-formations',
    'catalogue-status',
    '<h2>En ligne',
    '<ul class="catalogue-list">',
    '<h3>Alpha',
    '<h3>Bêta',
    '</ul>',
    '<h2>Ailleurs',
    'Présentation de Ailleurs',
    '<ul class="catalogue-list">',
    '<h3>Gamma',
    '</catalogue-formations>',
  ];
  let from = 0;
  for (const words of order) {
    const at = html.indexOf(words, from);
    assert.notEqual(at, -1, `${words} in its place`);
    from = at + 1;
  }
});

test('a plain section between two trainings is in neither', () => {
  const html = publish(
    page(`${training('Alpha', 1)}<h2>Aparté</h2>\n<p>Rien à suivre.</p>\n${training('Bêta', 2)}`),
  ).read();
  const items = html.match(/<li data-id[\s\S]*?<\/li>/g);
  assert.equal(items.length, 2);
  assert.ok(items.every((item) => !item.includes('Aparté')));
  assert.match(html, /Aparté/);
});

test('a tag of the DSFR that held a link becomes a link, several tags a list, their words kept', () => {
  const html = publish(
    dsfrPage(
      `<h2>Alpha</h2>\n<p><span class="fr-tag">Durée : 1 h</span> <span class="fr-tag" id="t">Licence <a href="https://creativecommons.org/licenses/by/4.0/" title="T"><b>CC BY</b> 4.0</a></span></p>\n<p>Texte.</p>`,
    ),
  ).read();
  assert.match(
    html,
    /<ul class="fr-tags-group"><li><span class="fr-tag">Durée : 1 h<\/span><\/li><li><a class="fr-tag" id="t" href="https:\/\/creativecommons.org\/licenses\/by\/4.0\/" title="T">Licence <b>CC BY<\/b> 4.0<\/a><\/li><\/ul>/,
  );
});

test('tags of a page without the DSFR keep their markup', () => {
  const markup =
    '<p><span class="fr-tag">Durée : 1 h</span> <span class="fr-tag"><a href="/l">Licence CC BY 4.0</a></span></p>';
  assert.ok(
    publish(page(`<h2>Alpha</h2>\n${markup}`))
      .read()
      .includes(markup),
  );
});

test('cards in a grid become list items and keep their classes', () => {
  const card = (title) =>
    `<div class="fr-col-6"><div class="fr-card"><h3><a href="/${title}">${title}</a></h3><p class="fr-tag">Durée : 1 h</p></div></div>`;
  const html = publish(page(`<div class="fr-grid-row">\n${card('Alpha')}\n${card('Beta')}\n</div>`)).read();
  assert.match(
    html,
    /<ul class="fr-grid-row catalogue-list">\n<li data-id="alpha"[^>]* class="fr-col-6"><div class="fr-card">/,
  );
  assert.match(html, /<\/div><\/li>\n<\/ul>/);
});

test('items of a list stay items of that list', () => {
  const html = publish(
    page(
      '<ul class="l">\n<li class="i"><h2>Alpha</h2><p class="tag">1 h</p></li>\n<li><h2>Beta</h2><p class="tag">Durée : 2 h</p></li>\n</ul>',
    ),
  ).read();
  assert.match(html, /<ul class="l catalogue-list">\n<li data-id="alpha"[^>]* class="i">/);
  assert.equal(html.match(/<ul class="[^"]*catalogue-list/g).length, 1);
});

test('the list that HTML parsers see is sound: only items in it, every training in one', () => {
  const html = publish(page(`${training('Alpha', 1)}${training('Bêta', 2)}${training('Gamma', 3)}`)).read();
  const lists = [];
  const visit = (node) => {
    if (node.attrs?.some(({ name, value }) => name === 'class' && value === 'catalogue-list')) lists.push(node);
    node.childNodes?.forEach(visit);
  };
  visit(parse(html));
  const elements = lists.flatMap(({ childNodes }) => childNodes.filter(({ tagName }) => tagName));
  assert.deepEqual(
    elements.map(({ tagName }) => tagName),
    ['li', 'li', 'li'],
  );
});

/** A training under each kind of licence: known, ambiguous, none. */
const licensed = [
  'Licence CC BY-NC-ND 4.0',
  'Creative Commons - Partage des conditions initiales à l’identique',
  'En ligne',
]
  .map((tag, i) => training(`Cours ${i}`, i + 1).replace('Licence CC BY 4.0', tag))
  .join('');
const rightsOf = (html) =>
  html
    .match(/<li data-id[\s\S]*?<\/li>(?=\n<)/g)
    .map((item) => /<p class="catalogue-rights">([^<]*)<\/p>/.exec(item)?.[1]);

test('after its editor’s words, each training says what its licence permits, and what not where that is sure; so in both skins', () => {
  for (const pageOf of [page, dsfrPage]) {
    const html = publish(pageOf(licensed)).read();
    assert.deepEqual(rightsOf(html), [
      'Permet\u00a0: partage. Ne permet pas\u00a0: modification, usage commercial.',
      'Permet\u00a0: partage, modification.',
      undefined,
    ]);
    assert.match(html, /Voir Cours 0<\/a><\/p>\s*<p class="catalogue-rights">[^<]*<\/p><\/li>/);
  }
});

test('in a card, what the licence permits stands inside of the card’s own element', () => {
  const item = (title) => `<li><h2>${title}</h2><p class="tag">1 h</p><p class="tag">Licence CC BY 4.0</p></li>`;
  const html = publish(page(`<ul>${item('Alpha')}${item('Beta')}</ul>`)).read();
  assert.equal(html.match(/<\/p><p class="catalogue-rights">[^<]*<\/p><\/li>/g).length, 2);
});

test('what each right means is said once per page, and not where no licence is known', () => {
  const html = publish(page(licensed)).read();
  const [meaning, ...others] = html.match(/<details class="catalogue-meaning">[\s\S]*?<\/details>/g);
  assert.deepEqual(others, []);
  assert.match(meaning, /<summary>Que veut dire cette licence\u00a0\?<\/summary>/);
  assert.equal(meaning.match(/<li><svg class="catalogue-pictogram"[^>]* aria-hidden="true"/g).length, 4);
  const without = publish(page(training('Alpha', 1).replace('Licence CC BY 4.0', 'En ligne'))).read();
  assert.doesNotMatch(without, /catalogue-meaning|catalogue-rights/);
});

const reporting = (url) =>
  publish(
    `---\ncatalogue:\n  reportUrl: "${url}"\n---\n## Écrire & lire + "co"\n\n<span class="fr-tag">1 h</span>\n\n## Bêta\n\n<span class="fr-tag">2 h</span>\n`,
    'md',
  );
const reportLinks = (html) => html.match(/<p class="catalogue-report">.*?<\/p>/g) ?? [];

test('mistakes are told of where the page says: by mail with the title as subject, on a page with the title in its address', () => {
  const title = '%C3%89crire%20%26%20lire%20%2B%20%22co%22';
  for (const [given, address] of [
    ['mailto:equipe@exemple.fr', `mailto:equipe@exemple.fr?subject=${title}`],
    ['https://exemple.fr/contact?de=site#mot', `https://exemple.fr/contact?de=site&amp;formation=${title}#mot`],
    ['/contact/', `/contact/?formation=${title}`],
  ]) {
    const [first, second] = reportLinks(reporting(given).read());
    assert.equal(
      first,
      `<p class="catalogue-report"><a href="${address}" aria-label="Signaler une erreur - Écrire &amp; lire + &quot;co&quot;">Signaler une erreur</a></p>`,
    );
    assert.match(second, /B%C3%AAta/);
  }
});

test('no page tells where, no link; an address that no page may link to is told to the editor', () => {
  assert.deepEqual(reportLinks(publish(page(licensed)).read()), []);
  for (const address of ['javascript:alert(1)', 'data:text/html,a', 'tel:+33100000000']) {
    const built = reporting(address);
    assert.deepEqual(reportLinks(built.read()), []);
    assert.match(built.stderr, /reportUrl/, address);
  }
});

test('trainings in the cells of a table become lists in their cells', () => {
  const cell = (title) => `<tr><td><h2>${title}</h2><p class="tag">Durée : 1 h</p></td></tr>`;
  const html = publish(page(`<table>${cell('Alpha')}${cell('Beta')}</table>`)).read();
  assert.match(html, /<catalogue-formations[^>]*>[\s\S]*<table><tr><td><ul class="catalogue-list">/);
  assert.match(html, /<\/ul><\/td><\/tr><\/table>\n<\/div><\/div>\n<\/catalogue-formations>/);
});

test('where no list may stand, the page is left as it was and its editor told', () => {
  const source = page('<dl><h2>Alpha</h2><p class="tag">Durée : 1 h</p></dl>');
  const built = publish(source);
  assert.equal(built.read(), source);
  assert.match(built.stderr, /no-place/);
});

test('a title that looks like markup is shown, never run', () => {
  const html = publish(page(training('&lt;script&gt;alert(1)&lt;/script&gt; &amp; "co"', 1))).read();
  assert.doesNotMatch(html, /<script>alert/);
  assert.match(html, /\\u003cscript>alert\(1\)\\u003c\/script>/);
});

test('each value has its page: that value alone, own title, link to the whole, addresses that still lead there', () => {
  const built = publish(
    page(
      `<p><a href="../voisine/">Voisine</a> <a href="#haut">Haut</a> <img src="img/a.png" srcset="img/a.png 1x, img/b.png 2x" alt=""></p>\n${training('Alpha', 1)}${training('Bêta', 5)}`,
    ),
  );
  assert.ok(built.files().includes('duree/1-h-au-plus/index.html'));
  const html = built.read('duree/1-h-au-plus/index.html');
  assert.match(html, /<title>1\sh au plus – Formations<\/title>/);
  assert.match(html, /<link rel="canonical" href="..\/..\/">/);
  assert.match(html, /<h2>Alpha/);
  assert.doesNotMatch(html, /<h2>Bêta/);
  assert.match(html, /href="..\/..\/..\/voisine\/"/);
  assert.match(html, /href="#haut"/);
  assert.match(html, /src="..\/..\/img\/a.png" srcset="..\/..\/img\/a.png 1x, ..\/..\/img\/b.png 2x"/);
  assert.match(html, /aria-current="page"[^>]*href="..\/..\/duree\/1-h-au-plus\/"/);
  assert.doesNotMatch(html, /<form|<catalogue-formations|<script/);
});

test('a page of a value says its value in its heading, and stays out of every search but as part of the page', () => {
  const two = `${training('Alpha', 1)}${training('Bêta', 5)}`;
  const built = publish(page(`<h1>Formations <em>libres</em></h1>\n${two}`));
  const html = built.read('duree/1-h-au-plus/index.html');
  assert.deepEqual(html.match(/<h1>.*?<\/h1>/g), ['<h1>1\u00a0h au plus – Formations libres</h1>']);
  assert.match(html, /<head>[\s\S]*<meta name="robots" content="noindex">[\s\S]*<\/head>/);
  assert.match(html, /<body data-pagefind-ignore="all">/);
  assert.doesNotMatch(built.read(), /noindex|pagefind|1\sh au plus – /);
  const bare = publish(page(two, '')).read('duree/1-h-au-plus/index.html');
  assert.match(bare, /<h1>1\sh au plus<\/h1>\n<div class="catalogue-formations">/);
  assert.match(bare, /<title>1\sh au plus<\/title>/);
});

test('a page of a value leaves out the sections that hold none', () => {
  const deep = (title, hours) => training(title, hours).replace(/h2>/g, 'h3>');
  const built = publish(
    page(`<h2>Courtes</h2>\n<p>Vite.</p>\n${deep('Alpha', 1)}<h2>Longues</h2>\n<p>Lentement.</p>\n${deep('Bêta', 5)}`),
  );
  const short = built.read('duree/1-h-au-plus/index.html');
  assert.match(short, /Courtes/);
  assert.doesNotMatch(short, /Longues|Lentement/);
});

test('an own canonical link is kept on the pages of values', () => {
  const built = publish(
    page(
      training('Alpha', 1) + training('Bêta', 5),
      '<title>T</title><link rel="canonical" href="https://exemple.fr/f/">',
    ),
  );
  const html = built.read('duree/1-h-au-plus/index.html');
  assert.equal(html.match(/rel="canonical"/g).length, 1);
  assert.match(html, /href="https:\/\/exemple.fr\/f\/"/);
});

test('a page without training is published as it is, with a word to its editor', () => {
  const source = page('<h2>Rien</h2>\n<p>Durée : 2 heures, sans étiquette.</p>');
  const built = publish(source);
  assert.equal(built.read(), source);
  assert.match(built.stderr, /page-without-training/);
});
