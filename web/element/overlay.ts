// SPDX-License-Identifier: MIT
// A partner's overlay: additions, pins, hidden entries, other labels and own registration links, laid
// over a catalogue without changing its source. Schema: data/schema/overlay.schema.json.
import type { Training } from './merge.js';

export interface Overlay {
  /** Whose additions these are; shown as their provenance. */
  title?: string;
  hide?: string[];
  pin?: string[];
  relabel?: Record<string, Partial<Training>>;
  registration?: Record<string, { url: string; label?: string }>;
  add?: Training[];
}

/** A part of the overlay that was left aside. `where` is a JSON Pointer into the overlay. */
export interface OverlayIssue {
  code: 'shape' | 'unknown-training' | 'duplicate' | 'link';
  where: string;
}

/** Only words and links may be relabelled: durations and licences are facts of the training. */
const kLabels = ['title', 'provider', 'description', 'url', 'themes'] as const;

/**
 * Lays `overlay` (parsed JSON of any shape) over `trainings`. `base`: address of the overlay, for its
 * relative links. What is wrong is left aside and told in `issues`; the rest applies. The order of work
 * is the order of the members below: what is hidden cannot be pinned, what is added can.
 */
export function applyOverlay(
  trainings: readonly Training[],
  overlay: unknown,
  base: string,
): { trainings: Training[]; issues: OverlayIssue[] } {
  const issues: OverlayIssue[] = [];
  if (!isRecord(overlay)) return { trainings: [...trainings], issues: [{ code: 'shape', where: '' }] };
  const work = new OverlayWork(trainings, base, issues);
  const steps: Record<string, (value: unknown) => void> = {
    hide: (value) => work.hide(value),
    relabel: (value) => work.relabel(value),
    registration: (value) => work.register(value),
    add: (value) => work.add(value, overlay.title),
    pin: (value) => work.pin(value),
  };
  for (const key of Object.keys(overlay)) {
    if (!(key in steps) && key !== 'title' && key !== '$schema') issues.push({ code: 'shape', where: pointer(key) });
  }
  for (const [key, step] of Object.entries(steps)) if (overlay[key] !== undefined) step(overlay[key]);
  return { trainings: work.trainings, issues };
}

class OverlayWork {
  trainings: Training[];

  constructor(
    trainings: readonly Training[],
    readonly base: string,
    readonly issues: OverlayIssue[],
  ) {
    this.trainings = [...trainings];
  }

  hide(value: unknown): void {
    const hidden = new Set(this.#knownIds('hide', value));
    this.trainings = this.trainings.filter((training) => !hidden.has(training.id));
  }

  pin(value: unknown): void {
    const pinned = this.#knownIds('pin', value);
    const first = pinned.map((id) => this.#index(id)).map((index) => this.trainings[index] as Training);
    this.trainings = [...first, ...this.trainings.filter((training) => !pinned.includes(training.id))];
  }

  relabel(value: unknown): void {
    for (const [id, labels] of this.#entries('relabel', value)) {
      const where = pointer('relabel', id);
      if (!isRecord(labels)) {
        this.#tell('shape', where);
        continue;
      }
      this.#change(id, where, () => this.#readLabels(labels, where));
    }
  }

  register(value: unknown): void {
    for (const [id, link] of this.#entries('registration', value)) {
      const where = pointer('registration', id);
      if (!isRecord(link)) {
        this.#tell('shape', where);
        continue;
      }
      const url = this.#link(link.url, `${where}/url`);
      if (url === null) continue;
      const label = typeof link.label === 'string' ? { registrationLabel: link.label } : {};
      this.#change(id, where, () => ({ registration: url, ...label }));
    }
  }

  add(value: unknown, source: unknown): void {
    if (!Array.isArray(value)) return this.#tell('shape', '/add');
    value.forEach((training: unknown, index) => {
      const where = pointer('add', String(index));
      if (!isRecord(training) || typeof training.id !== 'string' || typeof training.title !== 'string')
        return this.#tell('shape', where);
      if (this.#index(training.id) >= 0) return this.#tell('duplicate', `${where}/id`);
      const url = training.url === undefined ? {} : { url: this.#link(training.url, `${where}/url`) ?? '' };
      const provenance = typeof source === 'string' ? { source } : {};
      this.trainings.push({ ...(training as unknown as Training), ...url, ...provenance });
    });
  }

  #readLabels(labels: Record<string, unknown>, where: string): Partial<Training> {
    const read: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(labels)) {
      const known = (kLabels as readonly string[]).includes(key);
      if (!known || !(key === 'themes' ? isTextList(value) : typeof value === 'string')) {
        this.#tell('shape', `${where}${pointer(key)}`);
      } else {
        const link = key === 'url' ? this.#link(value, `${where}/url`) : value;
        if (link !== null) read[key] = link;
      }
    }
    return read as Partial<Training>;
  }

  #knownIds(member: string, value: unknown): string[] {
    if (!Array.isArray(value)) {
      this.#tell('shape', pointer(member));
      return [];
    }
    return [...new Set(value as unknown[])].filter((id, index): id is string => {
      const isKnown = typeof id === 'string' && this.#index(id) >= 0;
      if (!isKnown) this.#tell(typeof id === 'string' ? 'unknown-training' : 'shape', pointer(member, String(index)));
      return isKnown;
    });
  }

  #entries(member: string, value: unknown): [string, unknown][] {
    if (isRecord(value)) return Object.entries(value);
    this.#tell('shape', pointer(member));
    return [];
  }

  #change(id: string, where: string, changes: () => Partial<Training>): void {
    const index = this.#index(id);
    const training = this.trainings[index];
    if (!training) return this.#tell('unknown-training', where);
    this.trainings[index] = { ...training, ...changes() };
  }

  #link(value: unknown, where: string): string | null {
    try {
      const url = new URL(typeof value === 'string' ? value : '', this.base);
      if (typeof value === 'string' && /^(https?|mailto):$/.test(url.protocol)) return url.href;
    } catch {
      /* told below */
    }
    this.#tell('link', where);
    return null;
  }

  #index(id: string): number {
    return this.trainings.findIndex((training) => training.id === id);
  }

  #tell(code: OverlayIssue['code'], where: string): void {
    this.issues.push({ code, where });
  }
}

/** RFC 6901. */
function pointer(...keys: string[]): string {
  return keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
