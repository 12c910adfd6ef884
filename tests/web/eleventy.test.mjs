// SPDX-License-Identifier: MIT
// The plugin in real builds: Eleventy 2 with a CommonJS configuration, Eleventy 3 with an ES module.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { readIndex, readParts } from './read-parts.mjs';
import { makeSite } from './sites.mjs';

const seed = readFileSync(new URL('../pages/seed.md', import.meta.url), 'utf8');
const opted = seed.replace('layout: layouts/post.njk', 'layout: dsfr.njk\ncatalogue: true');
const small = (title, extra = '') =>
  `---\nlayout: plain.njk\ntitle: ${title}\n${extra}---\n\n## Alpha (Org)\n\n<span class="fr-tag">Durée : 1 heure</span>\n\nTexte.\n\n[Voir](https://exemple.fr/)\n`;

for (const version of [2, 3]) {
  describe(`Eleventy ${version}`, () => {
    const sites = [];
    const site = (files, settings) => {
      const made = makeSite(version, files, settings);
      sites.push(made);
      return made;
    };
    after(() => sites.forEach((made) => made.dispose()));

    test('takes the editors’ page unchanged but for one line, and publishes the whole of it', () => {
      const made = site({ 'publications/formations.md': opted, 'autre.md': small('Autre') });
      const { status, output } = made.build();
      assert.equal(status, 0, output);
      const html = made.read('publications/formations/index.html');
      assert.equal(html.match(/<li data-id=/g).length, 3);
      assert.match(html, /<form class="catalogue-panel"/);
      assert.match(html, /<script type="module" async src="..\/..\/catalogue-formations\/catalogue-formations.js">/);
      assert.match(
        html,
        /<script type="application\/ld\+json" id="catalogue-json-ld">\{"@context":"https:\/\/schema.org","@type":"ItemList"/,
      );
      assert.match(html, /pour en faciliter l’appropriation[\s\S]*<catalogue-formations/);
      const catalogue = JSON.parse(made.read('publications/formations/catalogue.json'));
      assert.deepEqual(
        catalogue.trainings.map(({ id, licence }) => [id, licence.id]),
        [
          ['mooc-numerique-responsable', 'CC-BY-NC-ND-4.0'],
          ['impacts-environnementaux-du-numerique', 'CC-BY-NC-SA-4.0'],
          ['appliquez-les-principes-du-green-it', 'CC-BY-SA-4.0'],
        ],
      );
      assert.equal(catalogue.updated, '2021-11-09');
      assert.match(made.read('publications/formations/catalogue.css'), /:has\(/);
      assert.match(made.read('publications/formations/licence/cc-by-sa/index.html'), /<title>CC BY-SA – Formations/);
    });

    test('mistakes are told of where the page says, else where the plugin’s option does', () => {
      const pages = {
        'une.md': small('Une', 'catalogue:\n  reportUrl: mailto:une@exemple.fr\n'),
        'autre.md': small('Autre', 'catalogue: true\n'),
      };
      const made = site(pages, { options: { reportUrl: '/contact/' } });
      made.build();
      assert.match(made.read('une/index.html'), /href="mailto:une@exemple.fr\?subject=Alpha"/);
      assert.match(made.read('autre/index.html'), /href="\/contact\/\?formation=Alpha"/);
    });

    test('a page above 600 trainings names the index of its parts, one of few the one file', () => {
      const many = Array.from(
        { length: 700 },
        (_, i) => `## T${i} (Org)\n\n<span class="fr-tag">Durée : 1 heure</span>\n`,
      );
      const text = many.join(`\n${'Ce que l’on y apprend. '.repeat(30)}\n\n`);
      const head = '---\nlayout: plain.njk\ntitle: Liste\ncatalogue: true\n---\n\n';
      const made = site({ 'liste.md': head + text, 'petite.md': small('Petite', 'catalogue: true\n') });
      const { status, output } = made.build();
      assert.equal(status, 0, output);
      assert.match(made.read('liste/index.html'), /<catalogue-formations src="catalogue\.parts" /);
      assert.match(made.read('petite/index.html'), /<catalogue-formations src="catalogue\.json" /);
      const bytes = (path) => readFileSync(`${made.folder}/_site/${path}`);
      const there = (path) => (existsSync(`${made.folder}/_site/${path}`) ? bytes(path) : undefined);
      const parts = readParts(bytes('liste/catalogue.parts'), (path) => there(`liste/${path}`));
      assert.ok(parts.length > 700 / 20);
      assert.equal(readIndex(bytes('liste/catalogue.parts')).inlined.size, 2, 'head and first block');
      assert.ok(readParts(bytes('petite/catalogue.parts'), () => undefined).length > 0, 'one file');
    });

    test('leaves every page alone that did not opt in', () => {
      const made = site({ 'autre.md': small('Autre'), 'oui.md': small('Oui', 'catalogue: true\n') });
      const plain = makeSite(version, { 'autre.md': small('Autre') }, { options: { assets: '/x/' } });
      sites.push(plain);
      made.build();
      plain.build();
      assert.equal(made.read('autre/index.html'), plain.read('autre/index.html'));
      assert.doesNotMatch(made.read('autre/index.html'), /catalogue-formations/);
      assert.ok(!plain.has('x'), 'nothing is copied where no page opted in');
    });

    test('links only to files that it wrote', () => {
      const made = site({ 'formations.md': small('F', 'catalogue: true\npermalink: /a/b/formations.html\n') });
      made.build();
      const html = made.read('a/b/formations.html');
      const addresses = [...html.matchAll(/(?:src|href)="([^"#]+)"/g)]
        .map(([, url]) => url)
        .filter((url) => !url.startsWith('http'));
      assert.ok(addresses.length > 3);
      for (const address of addresses) {
        const path = new URL(address, 'http://site/a/b/formations.html').pathname.slice(1);
        assert.ok(made.has(path.endsWith('/') ? `${path}index.html` : path), `${address} leads to a file`);
      }
      assert.ok(made.has('a/b/formations/catalogue.json'));
    });

    test('a page with a base address links from the site’s root', () => {
      const made = site({
        '_includes/base.njk':
          '<html lang="fr"><head><base href="/"><title>T</title></head><body><main>{{ content | safe }}</main></body></html>',
        'a/formations.md':
          small('F', 'catalogue: true\n').replace('plain.njk', 'base.njk') +
          '\n## Beta\n\n<span class="fr-tag">Durée : 5 h</span>\n',
      });
      made.build();
      const html = made.read('a/formations/index.html');
      assert.match(html, /src="\/catalogue-formations\/catalogue-formations\.js"/);
      assert.match(html, /<catalogue-formations src="\/a\/formations\/catalogue\.json"/);
      assert.match(html, /href="\/a\/formations\/duree\/1-h-au-plus\/"/);
      assert.match(
        made.read('a/formations/duree/1-h-au-plus/index.html'),
        /<link rel="canonical" href="\/a\/formations\/">/,
      );
    });

    test('serves pages of any template language, and data of a folder that opts in', () => {
      const njk =
        '---\nlayout: plain.njk\ntitle: N\n---\n{% for t in ["Alpha", "Beta"] %}<h2>{{ t }}</h2><p class="fr-tag">Durée : {{ loop.index }} heures</p>{% endfor %}';
      const made = site({
        'lot/liste.njk': njk,
        'lot/lot.json': '{"catalogue": true}',
        'fichier.html': small('H', 'catalogue: true\n').replace('## Alpha (Org)', '<h2>Alpha (Org)</h2>'),
      });
      const { status, output } = made.build();
      assert.equal(status, 0, output);
      assert.deepEqual(
        JSON.parse(made.read('lot/liste/catalogue.json')).trainings.map(({ title }) => title),
        ['Alpha', 'Beta'],
      );
      assert.equal(JSON.parse(made.read('fichier/catalogue.json')).trainings[0].provider, 'Org');
    });

    test('tells the editor in French with file, line and column, and builds all the same', () => {
      const made = site({
        'formations.md': small('F', 'catalogue: true\n').replace('Durée : 1 heure', 'Durée : 14h30 – 16h30'),
      });
      const { status, output } = made.build();
      assert.equal(status, 0);
      assert.match(output, / src\/formations\.md:9:1: erreur: .*14h30/);
    });

    test('fails the build when asked to be strict', () => {
      const made = site(
        { 'formations.md': small('F', 'catalogue: true\n').replace('Durée : 1 heure', 'Durée : 14h30 – 16h30') },
        { options: { strict: true } },
      );
      const { status, output } = made.build();
      assert.notEqual(status, 0);
      assert.match(output, /Problem writing[\s\S]*src\/formations\.md:9:1: erreur: /);
    });

    test('a page that opted in without a training is left as it was, with a word', () => {
      const made = site({ 'vide.md': '---\nlayout: plain.njk\ntitle: V\ncatalogue: true\n---\n\n## Rien\n\nRien.\n' });
      const { status, output } = made.build();
      assert.equal(status, 0);
      assert.match(output, /page-without-training/);
      assert.doesNotMatch(made.read('vide/index.html'), /catalogue-formations/);
      assert.ok(!made.has('vide/catalogue.json'));
    });

    test('trainings that only the layout shows are not taken into the catalogue', () => {
      const made = site({
        '_includes/avec.njk':
          '<html lang="fr"><head><title>T</title></head><body><main>{{ content | safe }}<div><h3>Ailleurs</h3><p class="fr-tag">Durée : 9 h</p></div></main></body></html>',
        'formations.md': small('F', 'catalogue: true\n').replace('plain.njk', 'avec.njk'),
      });
      made.build();
      assert.deepEqual(
        JSON.parse(made.read('formations/catalogue.json')).trainings.map(({ title }) => title),
        ['Alpha'],
      );
      assert.match(made.read('formations/index.html'), /Ailleurs/);
    });

    test('writes nothing on a dry run', () => {
      const made = site({ 'formations.md': small('F', 'catalogue: true\n') });
      const { status, output } = made.build('--dryrun');
      assert.equal(status, 0, output);
      assert.ok(!made.has('formations') && !made.has('catalogue-formations'));
    });

    for (const dir of [{ input: 'src' }, { input: 'src', output: '_site' }]) {
      test(`writes all where --output says, dir.output ${dir.output ? 'set' : 'left out'}`, () => {
        const made = site({ 'a/formations.md': small('F', 'catalogue: true\n') }, { dir });
        const { status, output } = made.build('--output=elsewhere');
        assert.equal(status, 0, output);
        assert.deepEqual(readdirSync(`${made.folder}/elsewhere`).sort(), ['a', 'catalogue-formations']);
        assert.ok(readdirSync(`${made.folder}/elsewhere/a/formations`).includes('catalogue.json'));
        assert.ok(!made.has(''), 'nothing is written in the folder that --output replaces');
      });
    }

    test('a page that is hardly a catalogue is told so', () => {
      const made = site({ 'news.md': small('N', 'catalogue: true\n').replace('Durée : 1 heure', 'Annonce') });
      assert.match(
        made.build().output,
        / src\/news\.md:7:1: avertissement: aucune durée ni licence .*\[catalogue-unlikely\]/,
      );
    });

    test('keeps its addresses under a path prefix', () => {
      const made = site({ 'formations.md': small('F', 'catalogue: true\n') });
      made.build('--pathprefix=/sous-dossier/');
      assert.match(made.read('formations/index.html'), /src="..\/catalogue-formations\/catalogue-formations.js"/);
    });
  });
}
