// SPDX-License-Identifier: MIT
// Merges several catalogues into one: finds duplicates, and names the sources of each training.
import { wellFormed } from '../core/well-formed.js';
import { fold } from '../core/fold.js';

/** A training of catalogue.json. Other members are kept. */
export interface Training {
  id: string;
  title: string;
  provider?: string;
  url?: string;
  description?: string;
  themes?: string[];
  /** Titles of its catalogues, joined by " · ". Set by merging, shown on the card. */
  source?: string;
  /** A partner's own registration link and its text. Set by an overlay. */
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
 * - two trainings are the same if their links lead to the same page (ignoring `http`/`https`, `www.`, a last slash,
 *   `utm_*` parameters and the fragment), or, if one has no link, if title and provider are equal once folded;
 * - the values of the catalogue listed first win; a later one only fills members that are missing;
 * - `source` names every catalogue that lists the training, if there are several;
 * - if different trainings share an id, the later one gets `-2`, `-3`…
 * The title is the first catalogue's, the date the newest.
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
  readonly #byTitle = new Map<string, Training>();
  /** The next number for a training that shares an id, by id. */
  readonly #numbers = new Map<string, number>();

  trainings(): Training[] {
    return [...this.#byId.values()];
  }

  add(training: Training, name: string): void {
    const link = linkKey(training.url ?? '');
    const title = `${fold(training.title)} ${fold(training.provider ?? '')}`;
    const same = this.#find(link, title);
    const kept = same
      ? complete(same, training, name)
      : this.#withFreeId({ ...training, ...(name ? { source: name } : {}) });
    if (link !== '' && !this.#byLink.has(link)) this.#byLink.set(link, kept);
    if (!this.#byTitle.has(title)) this.#byTitle.set(title, kept);
  }

  #withFreeId(training: Training): Training {
    const wanted = wellFormed(training.id);
    training.id = wanted;
    let number = this.#numbers.get(wanted) ?? 2;
    while (this.#byId.has(training.id)) training.id = `${wanted}-${number++}`;
    this.#numbers.set(wanted, number);
    this.#byId.set(training.id, training);
    return training;
  }

  #find(link: string, title: string): Training | undefined {
    const linked = this.#byLink.get(link);
    if (linked) return linked;
    const named = this.#byTitle.get(title);
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
