// SPDX-License-Identifier: MIT
// The naive answer to a query: every training against every rule, without any cache.
import { facets } from './facets.mjs';
import { collate, slug } from './words.mjs';
import { scoreAll } from './text.mjs';

const kRights = {
  'CC0-1.0': ['commercial', 'modification', 'partage', 'libre'],
  'CC-BY-4.0': ['commercial', 'modification', 'partage', 'libre'],
  'CC-BY-SA-4.0': ['commercial', 'modification', 'partage', 'libre'],
  'CC-BY-NC-4.0': ['modification', 'partage'],
  'CC-BY-ND-4.0': ['commercial', 'partage'],
  'CC-BY-NC-SA-4.0': ['modification', 'partage'],
  'CC-BY-NC-ND-4.0': ['partage'],
  'etalab-2.0': ['commercial', 'modification', 'partage', 'libre'],
};
export const buckets = { '-30': [0, 30], '-60': [0, 60], '-120': [0, 120], '-240': [0, 240], '240-': [240, Infinity] };

/** The family of a licence: its id without the version, with which all the oracle's licences end. */
export const familyOf = (id) => id.replace(/-\d.*$/, '');
/** Whether an answer lists a choice: licences are offered by their family, an id only where the query names it. */
export const isOffered = (facet, value, query) =>
  facet !== 'licence' || familyOf(value) === value || new URLSearchParams(query).getAll('licence').includes(value);
const rightsOfFamily = Object.fromEntries(Object.entries(kRights).map(([id, rights]) => [familyOf(id), rights]));

const known = (training) => training.durations.filter(({ min }) => min !== undefined);
// A duration without a max has no end.
export const overlaps = (training, [from, to]) =>
  known(training).some(({ min, max = Infinity }) => min <= to && max >= from);

/** The member of a training that lists the values of a facet. */
const kLists = {
  modalite: 'modalities',
  theme: 'themes',
  langue: 'languages',
  niveau: 'levels',
  public: 'audiences',
  certification: 'certifications',
  accessibilite: 'accessibility',
};

/** The values of a training in a facet, as in queries. */
export function valuesOf(training, facet) {
  const { id, family = id && familyOf(id), rights } = training.licence ?? {};
  switch (facet) {
    case 'duree': {
      const held = Object.keys(buckets).filter((bucket) => overlaps(training, buckets[bucket]));
      return known(training).length ? held : ['inconnue'];
    }
    case 'licence':
      return family ? [...new Set([family, id ?? family])] : ['inconnue'];
    case 'droit':
      return (family ? rightsOfFamily[family] : rights) ?? [];
    case 'organisme':
      return training.provider ? [slug(training.provider)] : [];
    default:
      return (training[kLists[facet]] ?? []).map(slug);
  }
}

/** Whether a training matches a selection in one facet. */
function matches(training, selection, facet) {
  if (facet === 'duree') {
    if (selection.duree.length === 0 && !selection.dureeInconnue) return true;
    return (
      selection.duree.some((range) => overlaps(training, range)) ||
      (selection.dureeInconnue && known(training).length === 0)
    );
  }
  const asked = facet === 'licence' ? selection.licence : (selection[facet] ?? []).map(slug);
  if (asked.length === 0) return true;
  const held = valuesOf(training, facet);
  return facet === 'droit' ? asked.every((value) => held.includes(value)) : asked.some((value) => held.includes(value));
}

const shortest = (training) => Math.min(...known(training).map(({ min }) => min), Infinity);
const longest = (training) => Math.max(...known(training).map(({ min, max = min }) => max), -Infinity);

function compare(sort, a, b) {
  switch (sort) {
    case 'titre':
      return collate(a.title, b.title);
    case 'duree':
      return Math.sign(shortest(a) - shortest(b)) || 0;
    case '-duree':
      return Math.sign(longest(b) - longest(a)) || 0;
    case 'organisme': {
      if (!a.provider || !b.provider) return Number(!a.provider) - Number(!b.provider);
      return slug(a.provider) === slug(b.provider) ? 0 : collate(a.provider, b.provider);
    }
    case 'verification':
      return (b.checked ?? '').localeCompare(a.checked ?? '');
    default:
      return 0;
  }
}

/** The number of trainings that match a selection. `without`: a facet to ignore. */
export function selectAll(catalogue, selection, without) {
  const scores = scoreAll(catalogue, selection.q);
  return catalogue.trainings.filter(
    (training, i) => scores[i] > 0 && facets.every((facet) => facet === without || matches(training, selection, facet)),
  );
}

/** `counted`: the facets whose choices are counted. `{total, page, pages, ids, counts: {facet: Map value → count}}`. */
export function answer(catalogue, selection, pageSize = 20, counted = facets) {
  const scores = scoreAll(catalogue, selection.q);
  const rank = new Map(catalogue.trainings.map((training, i) => [training, scores[i]]));
  const found = selectAll(catalogue, selection);
  const byScore = selection.q !== '' && selection.tri === '';
  const ordered = [...found].sort((a, b) => (byScore ? rank.get(b) - rank.get(a) : compare(selection.tri, a, b)));
  const pages = Math.max(1, Math.ceil(found.length / pageSize));
  const page = Math.min(selection.page, pages);
  const counts = Object.fromEntries(
    counted.map((facet) => {
      const base = facet === 'droit' ? found : selectAll(catalogue, selection, facet);
      const tally = new Map();
      for (const training of base)
        for (const value of new Set(valuesOf(training, facet))) tally.set(value, (tally.get(value) ?? 0) + 1);
      return [facet, tally];
    }),
  );
  return {
    total: found.length,
    page,
    pages,
    counts,
    ids: ordered.slice((page - 1) * pageSize, page * pageSize).map(({ id }) => id),
  };
}

/** Every selection without one of its values, by the key and value that it drops. */
export function dropOne(selection) {
  const without = (list, i) => list.filter((_, at) => at !== i);
  const changes = [];
  for (const facet of facets) {
    (selection[facet] ?? []).forEach((_, i) =>
      changes.push({ key: facet, selection: { ...selection, [facet]: without(selection[facet], i) } }),
    );
    if (facet === 'duree' && selection.dureeInconnue)
      changes.push({ key: facet, selection: { ...selection, dureeInconnue: false } });
  }
  return changes;
}
