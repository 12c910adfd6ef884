// SPDX-License-Identifier: MIT
// Makes one catalogue of several: which trainings are the same, whose words win, where each comes from.
import { fold } from './fold.js';

/** A training as catalogue.json holds it; members not named here are carried along. */
export interface Training {
  id: string;
  title: string;
  provider?: string;
  url?: string;
  description?: string;
  themes?: string[];
  /** Titles of the catalogues that hold it, joined by " · ". Set by merging, shown on the card. */
  source?: string;
  /** A partner's own registration link, and its words. Set by an overlay. */
  registration?: string;
  registrationLabel?: string;
  [member: string]: unknown;
}

export interface CatalogueFile {
  title?: string;
  updated?: string;
  licence?: unknown;
  url?: string;
  trainings: Training[];
  [member: string]: unknown;
}

/**
 * One catalogue with the trainings of all `catalogues`, in their order. The rule for duplicates:
 * - two trainings are the same when they lead to the same page (`http`/`https`, `www.`, a last slash,
 *   `utm_*` parameters and the fragment set aside), or, where one has no link, when title and provider are
 *   the same words without case, accents or punctuation;
 * - the catalogue listed first keeps its words; a later one only fills members that it leaves out;
 * - where there are several, `source` names every catalogue that lists the training;
 * - two different trainings that share an id: the later one gets `-2`, `-3`…
 * The title and date are the first catalogue's, the date the newest.
 */
export function mergeCatalogues(catalogues: readonly CatalogueFile[]): CatalogueFile {
  const merged = new Merged();
  for (const catalogue of catalogues) {
    const isNamed = catalogues.length > 1 && typeof catalogue.title === 'string';
    const name = isNamed ? (catalogue.title as string) : '';
    for (const training of catalogue.trainings) merged.add(training, name);
  }
  const updated = catalogues
    .map((catalogue) => catalogue.updated ?? '')
    .sort()
    .pop();
  return { ...catalogues[0], ...(updated ? { updated } : {}), trainings: merged.trainings() };
}

class Merged {
  readonly #byId = new Map<string, Training>();
  readonly #byLink = new Map<string, Training>();
  readonly #byWords = new Map<string, Training>();
  /** By id: the number after the last one given to a training that shares it. */
  readonly #numbers = new Map<string, number>();

  trainings(): Training[] {
    return [...this.#byId.values()];
  }

  add(training: Training, name: string): void {
    const link = linkKey(training.url ?? '');
    const words = `${fold(training.title)} ${fold(training.provider ?? '')}`;
    const same = this.#find(link, words);
    const kept = same
      ? complete(same, training, name)
      : this.#withFreeId({ ...training, ...(name ? { source: name } : {}) });
    if (link !== '' && !this.#byLink.has(link)) this.#byLink.set(link, kept);
    if (!this.#byWords.has(words)) this.#byWords.set(words, kept);
  }

  #withFreeId(training: Training): Training {
    const wanted = training.id;
    let number = this.#numbers.get(wanted) ?? 2;
    while (this.#byId.has(training.id)) training.id = `${wanted}-${number++}`;
    this.#numbers.set(wanted, number);
    this.#byId.set(training.id, training);
    return training;
  }

  #find(link: string, words: string): Training | undefined {
    const linked = this.#byLink.get(link);
    if (linked) return linked;
    const named = this.#byWords.get(words);
    return named && (link === '' || linkKey(named.url ?? '') === '') ? named : undefined;
  }
}

function complete(first: Training, later: Training, name: string): Training {
  for (const [member, value] of Object.entries(later)) {
    if (member !== '__proto__' && isEmpty(first[member]) && !isEmpty(value)) first[member] = value;
  }
  const names = (first.source ?? '').split(' · ');
  if (name !== '' && !names.includes(name)) first.source = [...names.filter(Boolean), name].join(' · ');
  return first;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function linkKey(address: string): string {
  try {
    const url = new URL(address);
    const search = [...url.searchParams]
      .filter(([name]) => !name.startsWith('utm_'))
      .map((pair) => pair.join('='))
      .sort();
    return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/(index\.html?)?$/, '')}?${search.join('&')}`;
  } catch {
    return '';
  }
}
