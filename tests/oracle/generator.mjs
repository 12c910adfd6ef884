// SPDX-License-Identifier: MIT
// Makes catalogues and queries from a seed, for the oracle and the benchmark.
import { facets } from './facets.mjs';
import { randomFrom } from './random.mjs';

const licences = [
  'CC0-1.0',
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC-BY-NC-4.0',
  'CC-BY-ND-4.0',
  'CC-BY-NC-SA-4.0',
  'CC-BY-NC-ND-4.0',
  'etalab-2.0',
];
/** Licences without a version. */
const families = ['CC0', 'CC-BY', 'CC-BY-SA', 'CC-BY-NC', 'CC-BY-ND', 'CC-BY-NC-SA', 'CC-BY-NC-ND', 'etalab'];
const modalities = ['en-ligne', 'presentiel', 'hybride'];
const languages = ['fr', 'en', 'de', 'es', 'it'];
const levels = ['Débutant', 'Intermédiaire', 'Avancé', 'Tous niveaux'];
const audiences = ['Agents publics', 'Grand public', 'Développeurs', 'Élus & élues', 'agents publics'];
const certifications = ['Attestation', 'Badge', 'Certificat', 'Sans certificat'];
const accessibility = ['Sous-titres', 'Transcription', 'LSF', 'Audiodescription', 'Accessibilité non renseignée'];
const rights = ['commercial', 'modification', 'partage', 'libre'];
const sorts = ['', 'titre', 'duree', '-duree', 'organisme', 'verification'];
const minutes = [5, 10, 20, 30, 31, 45, 60, 90, 120, 150, 180, 240, 241, 300, 420, 840, 2100, 6000];

// None of these words is in the glossary, which has its own readable cases.
const nouns = [
  'Atelier',
  'Cours',
  'Parcours',
  'Méthode',
  'Mesure',
  'Énergie',
  'Réseau',
  'Réseaux',
  'Serveur',
  'Impact',
  'Impacts',
  'Œuvre',
  'Élève',
  'Donnée',
  'Données',
  'Achats',
  'Terminaux',
  'Terminal',
  'Cœur',
  'Hébergement',
];
const adjectives = [
  'environnemental',
  'environnementaux',
  'sobre',
  'sobres',
  'durable',
  'public',
  'publique',
  'ouvert',
  'ouvertes',
  'numérique',
  'social',
  'sociaux',
  'avancé',
  'européen',
  'européenne',
  'pratique',
];
const links = ['et', 'de l’', 'des', 'pour', "d'", '2', '10', '–'];

/** Words of a title or a description. */
function phrase(random, length) {
  const words = [];
  for (let i = 0; i < length; i += 1) {
    const link = random.pick(links);
    words.push(random.pick(nouns), random.pick(adjectives), link);
  }
  return words
    .slice(0, -1)
    .join(' ')
    .replace(/([’']) /g, '$1');
}

function duration(random) {
  const min = random.pick(minutes);
  const max = random.chance(0.2) ? min + random.pick(minutes) : min;
  if (random.chance(0.05)) return { span: min * 10, text: 'sur plusieurs jours' };
  if (random.chance(0.1)) return { min, basis: 'stated', text: `${min} min et plus` };
  return { min, max, ...(random.chance(0.1) ? { approx: true } : {}), basis: 'stated', text: `${min} min` };
}

/** A family without a version, several licences with some rights in common, or only a text. */
function vagueLicence(random) {
  if (random.chance(0.6)) return { family: random.pick(families), text: 'sans version' };
  return random.chance(0.5)
    ? { status: 'ambiguous', rights: random.some(rights, 3), text: 'ceci ou cela' }
    : { text: 'à voir' };
}

/** Titles and descriptions of few words, so that queries find several trainings. */
const phrases = (sentences) => ({
  title: (random) => phrase(random, 1 + random.below(2)),
  description: (random) => phrase(random, sentences + random.below(sentences + 1)),
});

function training(random, i, themeNames, { providers, texts, isDetailed }) {
  const licence = random.chance(0.65) ? { id: random.pick(licences), text: 'licence' } : vagueLicence(random);
  return {
    id: `formation-${i}`,
    title: texts.title(random),
    ...(random.chance(0.9) ? { provider: `Organisme ${random.below(providers)}` } : {}),
    url: `https://formations.exemple.fr/catalogue/${i}`,
    description: texts.description(random),
    durations: Array.from({ length: random.below(3) }, () => duration(random)),
    ...(random.chance(0.95) ? { licence } : {}),
    modalities: random.some(modalities, 2),
    languages: random.some(languages, 2),
    themes: random.some(themeNames, 3),
    ...(i % 3
      ? { checked: `2026-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + ((i * 7) % 28)).padStart(2, '0')}` }
      : {}),
    ...(isDetailed ? details(random) : {}),
  };
}

/** What many catalogues do not tell: level, audience, certification, accessibility. */
function details(random) {
  return {
    levels: random.some(levels, 2),
    certifications: random.some(certifications, 1),
    audiences: random.some(audiences, 2),
    accessibility: random.some(accessibility, 3),
  };
}

/** Generates the trainings of `makeCatalogue` one by one, for catalogues that do not fit in memory. */
export function* eachTraining(
  seed,
  size,
  { providers = 8, themes = 12, sentences = 2, isDetailed = false, texts = phrases(sentences) } = {},
) {
  const random = randomFrom(seed);
  const themeNames = Array.from(
    { length: themes },
    (_, i) => `${nouns[i % nouns.length]} ${adjectives[(i * 7) % adjectives.length]}${i < 20 ? '' : ` ${i}`}`,
  );
  for (let i = 0; i < size; i += 1) yield training(random, i, themeNames, { providers, texts, isDetailed });
}

/** The members of a generated catalogue other than its trainings. */
export const heading = { title: 'Essai', updated: '2024-03-12' };

/**
 * A catalogue of `size` trainings. `providers` and `themes`: how many different ones at most;
 * `sentences`: length of descriptions; `texts`: what writes them instead, `{title(random), description(random)}`;
 * `isDetailed`: with levels, audiences, certifications and accessibility.
 */
export const makeCatalogue = (seed, size, shape) => ({ ...heading, trainings: [...eachTraining(seed, size, shape)] });

const range = (random) => {
  const buckets = [
    [0, 30],
    [0, 60],
    [0, 120],
    [0, 240],
    [240, Infinity],
  ];
  if (random.chance(0.5)) return random.pick(buckets);
  const min = random.chance(0.3) ? 0 : random.pick(minutes);
  return [min, random.chance(0.3) ? Infinity : min + random.pick(minutes)];
};

/** A selection, with values of `catalogue`. `isDetailed`: also of the facets that many catalogues lack. */
export function makeSelection(random, catalogue, { text = 0.25, strictness = 0.35, isDetailed = false } = {}) {
  const training = () => random.pick(catalogue.trainings) ?? {};
  const maybe = (value, p = strictness) => (random.chance(p) && value !== undefined ? [value] : []);
  const unique = (list) => [...new Map(list.map((value) => [String(value), value])).values()];
  return {
    q: random.chance(text) ? queryText(random) : '',
    duree: unique(Array.from({ length: random.chance(strictness) ? 1 + random.below(2) : 0 }, () => range(random))),
    dureeInconnue: random.chance(0.05),
    licence: unique([
      ...maybe(random.pick([...licences, ...families, 'inconnue'])),
      ...maybe(random.pick([...licences, ...families]), 0.1),
    ]),
    droit: random.chance(strictness) ? random.some(rights, 2) : [],
    modalite: maybe(random.pick(modalities)),
    organisme: unique([...maybe(training().provider), ...maybe(training().provider, 0.2)]),
    theme: unique([...maybe(training().themes?.[0]), ...maybe(training().themes?.[0], 0.2)]),
    langue: maybe(random.pick(languages), 0.2),
    niveau: isDetailed ? maybe(random.pick(levels), 0.2) : [],
    public: isDetailed ? unique([...maybe(random.pick(audiences), 0.2), ...maybe(random.pick(audiences), 0.1)]) : [],
    certification: isDetailed ? maybe(random.pick(certifications), 0.1) : [],
    accessibilite: isDetailed ? maybe(random.pick(accessibility), 0.2) : [],
    tri: random.pick(sorts),
    page: random.chance(0.8) ? 1 : 1 + random.below(4),
  };
}

function queryText(random) {
  const words = [random.pick(nouns), ...(random.chance(0.5) ? [random.pick(adjectives)] : [])];
  if (random.chance(0.2)) words.push(words.pop().slice(0, 4));
  if (random.chance(0.15)) words.push(words.pop().replace(/(.)(.)(.)$/, '$1$3$2'));
  return random.chance(0.3) ? words.join(' ').toUpperCase() : words.join(' ');
}

const side = (minute, open) => (minute === open ? '' : String(minute));

/** The selection as a query string. */
export function writeSelection(selection) {
  const query = new URLSearchParams();
  if (selection.q) query.append('q', selection.q);
  for (const [min, max] of selection.duree)
    query.append('duree', `${side(min, 0)}-${side(max, Infinity)}`.replace(/^-$/, '0-'));
  if (selection.dureeInconnue) query.append('duree', 'inconnue');
  for (const key of facets.slice(1)) {
    for (const value of selection[key]) query.append(key, value);
  }
  if (selection.tri) query.append('tri', selection.tri);
  if (selection.page > 1) query.append('page', String(selection.page));
  return query.toString();
}
