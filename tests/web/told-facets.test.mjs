// SPDX-License-Identifier: MIT
// Level, audience, certification and accessibility: from an editor's tags to the catalogue, its exports and its page.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { openCompiler } from '../../lib/compiler.js';
import { openCatalogue } from '../../lib/core.js';

let compiler;
before(async () => {
  compiler = await openCompiler();
});

const record = (heading, ...tags) => ({
  heading,
  description: 'Texte.',
  line: 1,
  column: 1,
  tags: tags.map((text) => ({ text, url: '', line: 2, column: 1 })),
  links: [{ text: 'Voir', url: 'https://exemple.fr/' }],
});
const kRecords = [
  record(
    'Alpha (A)',
    'Niveau : débutant',
    'Public : agents publics, archivistes',
    'Attestation de suivi',
    'Sous-titres',
  ),
  record('Bêta (B)', 'Avancé', 'Accessibilité : LSF et transcription'),
  record('Gamma (C)', 'Durée : 2 heures'),
];
const normalised = (records, lang = 'fr') => compiler.normalise({ page: { title: 'Formations', lang }, records });
const told = ({ levels = [], audiences = [], certifications = [], accessibility = [] }) => [
  levels,
  audiences,
  certifications,
  accessibility,
];

test('tags become the words that visitors read; beside trainings that tell their accessibility, one that does not says so', () => {
  const { trainings } = normalised(kRecords).catalogue;
  assert.deepEqual(trainings.map(told), [
    [['Débutant'], ['Agents publics', 'archivistes'], ['Attestation'], ['Sous-titres']],
    [['Avancé'], [], [], ['LSF', 'Transcription']],
    [[], [], [], ['Accessibilité non renseignée']],
  ]);
});

test('where nobody tells, nothing is said of accessibility', () => {
  const { catalogue } = normalised([record('Alpha (A)', 'Débutant'), record('Bêta (B)', 'Avancé')]);
  assert.ok(catalogue.trainings.every((training) => !('accessibility' in training)));
});

test('a page in English has English words', () => {
  const { trainings } = normalised(kRecords, 'en').catalogue;
  assert.deepEqual(trainings[0].levels, ['Beginner']);
  assert.deepEqual(trainings[0].certifications, ['Certificate of completion']);
  assert.deepEqual(trainings[2].accessibility, ['Accessibility not stated']);
});

test('words that are not known are told, with what was likely meant, and stay the editor’s words', () => {
  const { catalogue, diagnostics } = normalised([
    record('Alpha (A)', 'Niveau : galactique', 'Accessibilité : sous-titrs', 'Certification : couronne'),
  ]);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  assert.deepEqual(
    errors.map(({ code, args }) => [code, args.suggestion ?? '']),
    [
      ['level-unknown', ''],
      ['accessibility-unknown', 'sous-titres'],
      ['certification-unknown', ''],
    ],
  );
  assert.deepEqual(catalogue.trainings[0].words, [
    'Niveau : galactique',
    'Accessibilité : sous-titrs',
    'Certification : couronne',
  ]);
});

test('each is a facet with its counts, in the panel without script as with it; where nobody tells there is none', async () => {
  const { catalogue } = normalised(kRecords);
  const opened = await openCatalogue(JSON.stringify(catalogue));
  const { total, facets, html } = opened.query('accessibilite=lsf&accessibilite=sous-titres&niveau=debutant', {
    html: true,
  });
  assert.equal(total, 1);
  assert.deepEqual(
    facets.accessibilite.map(({ value, count }) => [value, count]),
    [
      ['accessibilite-non-renseignee', 0],
      ['lsf', 0],
      ['sous-titres', 1],
      ['transcription', 0],
    ],
  );
  for (const key of ['niveau', 'public', 'certification', 'accessibilite'])
    assert.match(html, new RegExp(`id="catalogue-facet-${key}"`));
  opened.close();
  const parts = compiler.renderStatic(catalogue, { lang: 'fr' });
  assert.equal(parts.items[1].attributes['data-accessibilite'], 'lsf transcription');
  assert.match(
    parts.css,
    /display:var\(--niveau,var\(--public,var\(--certification,var\(--accessibilite,list-item\)\)\)\)/,
  );
  assert.ok(parts.pages.some(({ path }) => path === 'niveau/debutant/'));
  assert.match(parts.links, /<p>Niveau<\/p>/);
  const bare = compiler.renderStatic(normalised([kRecords[2], record('Delta (D)', 'Durée : 4 heures')]).catalogue, {});
  assert.doesNotMatch(bare.before + bare.css + bare.links, /niveau|accessibilite|certification|"public"/);
});

test('JSON-LD says them in the words of schema.org, and nothing of what nobody told', () => {
  const { catalogue } = normalised(kRecords);
  const list = JSON.parse(compiler.exportCatalogue(catalogue, 'jsonld', {}));
  const [alpha, beta, gamma] = list.itemListElement.map(({ item }) => item);
  assert.equal(alpha.educationalLevel, 'Débutant');
  assert.deepEqual(alpha.audience[0], { '@type': 'EducationalAudience', audienceType: 'Agents publics' });
  assert.equal(alpha.educationalCredentialAwarded, 'Attestation');
  assert.equal(alpha.accessibilityFeature, 'captions');
  assert.deepEqual(beta.accessibilityFeature, ['signLanguage', 'transcript']);
  assert.ok(!('accessibilityFeature' in gamma));
  const english = JSON.parse(compiler.exportCatalogue(normalised(kRecords, 'en').catalogue, 'jsonld', {}));
  assert.deepEqual(english.itemListElement[1].item.accessibilityFeature, ['signLanguage', 'transcript']);
});
