// SPDX-License-Identifier: MIT
// Applies a partner's overlay to a catalogue: additions, pins, hidden trainings, labels and registration links. Schema:
// data/schema/overlay.schema.json.
import { contact, web } from '../../data/tables/links.json';
import type { Training } from './merge.js';
import { soundTrainings } from './sound-trainings.js';
import type { Open } from './sound-trainings.js';

/**
 * A part of the overlay that was not applied. `code`: `shape`, `unknown-training`, `duplicate`, `link`, or that of a
 * CatalogueError. `where`: a JSON Pointer into the overlay.
 */
export interface OverlayIssue {
  code: string;
  where: string;
}

type Members = Record<string, unknown>;

/** Members that may be relabelled. Durations, licences and accessibility are facts of the training, and may not. */
const kLabels = ['title', 'provider', 'description', 'url', 'themes', 'levels', 'audiences'];

/** Members of a training that are addresses. */
const kLinks = ['url', 'registration'];

/** Schemes that a link may have. */
const kSchemes = [...web, ...contact];

/**
 * Applies `overlay` (parsed JSON of any shape) to `trainings`, whose ids are unique. `base`: address of the overlay, for
 * its relative links. `open`: asks the core whether it accepts a value. Invalid parts become `issues`; the rest applies.
 * The steps run in the order below: a hidden training cannot be pinned, an added one can.
 */
export async function applyOverlay(
  trainings: readonly Training[],
  overlay: unknown,
  base: string,
  open: Open,
): Promise<{ trainings: Training[]; issues: OverlayIssue[] }> {
  if (!isRecord(overlay)) return { trainings: [...trainings], issues: [{ code: 'shape', where: '' }] };
  const work = new OverlayWork(trainings, base, open);
  const title = typeof overlay.title === 'string' ? overlay.title : undefined;
  const steps = new Map<string, (value: unknown) => unknown>([
    ['hide', (value) => work.hide(value)],
    ['relabel', (value) => work.relabel(value)],
    ['registration', (value) => work.register(value)],
    ['add', (value) => work.add(value, title)],
    ['pin', (value) => work.pin(value)],
  ]);
  for (const key of Object.keys(overlay)) {
    if (!steps.has(key) && !(key === 'title' && title !== undefined) && key !== '$schema')
      work.report('shape', pointer(key));
  }
  for (const [key, step] of steps) if (overlay[key] !== undefined) await step(overlay[key]);
  return { trainings: work.trainings(), issues: work.issues };
}

/** A new value of a training's member. `where`: its JSON Pointer in the overlay. */
interface Change {
  id: string;
  member: string;
  value: unknown;
  where: string;
}

class OverlayWork {
  readonly issues: OverlayIssue[] = [];
  #byId: Map<string, Training>;

  constructor(
    trainings: readonly Training[],
    readonly base: string,
    readonly open: Open,
  ) {
    this.#byId = new Map(trainings.map((training) => [training.id, training]));
  }

  trainings(): Training[] {
    return [...this.#byId.values()];
  }

  report(code: string, where: string): void {
    this.issues.push({ code, where });
  }

  hide(value: unknown): void {
    for (const id of this.#knownIds('hide', value)) this.#byId.delete(id);
  }

  pin(value: unknown): void {
    const first = this.#knownIds('pin', value).map((id) => [id, this.#byId.get(id) as Training] as const);
    // A repeated key keeps its first place in a Map.
    this.#byId = new Map([...first, ...this.#byId]);
  }

  async relabel(value: unknown): Promise<void> {
    const changes = this.#entries('relabel', value).flatMap(([id, labels]) =>
      Object.entries(labels).flatMap(([member, label]) => {
        const where = pointer('relabel', id, member);
        if (kLabels.includes(member)) return this.#change(id, member, label, where);
        this.report('shape', where);
        return [];
      }),
    );
    await this.#apply(changes);
  }

  async register(value: unknown): Promise<void> {
    const changes = this.#entries('registration', value).flatMap(([id, registration]) => {
      const { url, label, ...unknown } = registration;
      const where = pointer('registration', id);
      for (const key of Object.keys(unknown)) this.report('shape', where + pointer(key));
      const link = this.#change(id, 'registration', url, `${where}/url`);
      // A label is useless without a valid link.
      if (link.length === 0 || label === undefined) return link;
      return [...link, ...this.#change(id, 'registrationLabel', label, `${where}/label`)];
    });
    await this.#apply(changes);
  }

  /** `source`: name of the overlay, which replaces that of the addition. */
  async add(value: unknown, source: string | undefined): Promise<void> {
    if (!Array.isArray(value)) return this.report('shape', '/add');
    const added = value.flatMap((item: unknown, index) => this.#added(item, pointer('add', String(index)), source));
    const { sound, refused } = await soundTrainings(
      added.map(({ training }) => training),
      this.open,
    );
    for (const training of sound) this.#byId.set(training.id, training);
    for (const { index, where, code } of refused) this.report(code, `${added[index]?.where}${where}`);
  }

  #added(item: unknown, where: string, source: string | undefined): { training: Training; where: string }[] {
    if (!isRecord(item)) {
      this.report('shape', where);
      return [];
    }
    if (this.#byId.has(item.id as string)) {
      this.report('duplicate', `${where}/id`);
      return [];
    }
    const { source: _, ...training } = item;
    for (const member of kLinks) {
      if (training[member] === undefined) continue;
      training[member] = this.#link(training[member], `${where}/${member}`) ?? '';
    }
    return [{ training: { ...training, ...(source === undefined ? {} : { source }) } as unknown as Training, where }];
  }

  /** The change of one member; none if it is an invalid link. */
  #change(id: string, member: string, value: unknown, where: string): Change[] {
    if (!kLinks.includes(member)) return [{ id, member, value, where }];
    const link = this.#link(value, where);
    return link === null ? [] : [{ id, member, value: link, where }];
  }

  /** Applies the changes whose value the core accepts. */
  async #apply(changes: readonly Change[]): Promise<void> {
    const probes = changes.map(({ member, value }, index) => ({ id: `${index}`, title: '-', [member]: value }));
    const { sound, refused } = await soundTrainings(probes, this.open);
    for (const { index, where, code } of refused) {
      const { member, where: place } = changes[index] as Change;
      // The core's pointer may lead further into the value, e.g. into a list.
      this.report(code, place + where.replace(`/${member}`, ''));
    }
    for (const { id: index } of sound) {
      const { id, member, value } = changes[Number(index)] as Change;
      this.#byId.set(id, { ...(this.#byId.get(id) as Training), [member]: value });
    }
  }

  #knownIds(step: string, value: unknown): string[] {
    if (!Array.isArray(value)) {
      this.report('shape', pointer(step));
      return [];
    }
    const known = value.filter((id: unknown, index): id is string => {
      const isKnown = this.#byId.has(id as string);
      if (!isKnown) this.report(typeof id === 'string' ? 'unknown-training' : 'shape', pointer(step, String(index)));
      return isKnown;
    });
    return [...new Set(known)];
  }

  /** The entries of a step whose training is in the catalogue. */
  #entries(step: string, value: unknown): [string, Members][] {
    if (!isRecord(value)) {
      this.report('shape', pointer(step));
      return [];
    }
    return Object.entries(value).filter((entry): entry is [string, Members] => {
      const [id, members] = entry;
      const isKnown = this.#byId.has(id);
      if (!isRecord(members)) this.report('shape', pointer(step, id));
      else if (!isKnown) this.report('unknown-training', pointer(step, id));
      return isKnown && isRecord(members);
    });
  }

  #link(value: unknown, where: string): string | null {
    try {
      const url = new URL(typeof value === 'string' ? value : '', this.base);
      if (typeof value === 'string' && kSchemes.includes(url.protocol.slice(0, -1))) return url.href;
    } catch {
      /* reported below */
    }
    this.report('link', where);
    return null;
  }
}

/** RFC 6901. */
function pointer(...keys: string[]): string {
  return keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function isRecord(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
