// SPDX-License-Identifier: MIT
// A partner's overlay: additions, pins, hidden entries, other labels and own registration links, laid
// over a catalogue without changing its source. Schema: data/schema/overlay.schema.json.
import { contact, web } from '../../data/tables/links.json';
import type { Training } from './merge.js';
import { soundTrainings } from './sound-trainings.js';
import type { Open } from './sound-trainings.js';

/**
 * A part of the overlay that was left aside: `shape`, `unknown-training`, `duplicate`, `link`, or the code of a
 * CatalogueError. `where` is a JSON Pointer into the overlay.
 */
export interface OverlayIssue {
  code: string;
  where: string;
}

type Members = Record<string, unknown>;

/** Only words and links may be relabelled: durations and licences are facts of the training. */
const kLabels = ['title', 'provider', 'description', 'url', 'themes'];

/** Members of a training that are addresses. */
const kLinks = ['url', 'registration'];

/** Schemes that a link may have. */
const kSchemes = [...web, ...contact];

/**
 * Lays `overlay` (parsed JSON of any shape) over `trainings`, whose ids differ. `base`: address of the overlay, for
 * its relative links. `open` asks the core whether it takes a value. What is wrong is left aside and told in `issues`;
 * the rest applies. The order of work is that of the steps below: what is hidden cannot be pinned, what is added can.
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
      work.tell('shape', pointer(key));
  }
  for (const [key, step] of steps) if (overlay[key] !== undefined) await step(overlay[key]);
  return { trainings: work.trainings(), issues: work.issues };
}

/** A value that is to be a member of a training. `where`: its JSON Pointer in the overlay. */
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

  tell(code: string, where: string): void {
    this.issues.push({ code, where });
  }

  hide(value: unknown): void {
    for (const id of this.#knownIds('hide', value)) this.#byId.delete(id);
  }

  pin(value: unknown): void {
    const first = this.#knownIds('pin', value).map((id) => [id, this.#byId.get(id) as Training] as const);
    // A map keeps the place of a key that comes again.
    this.#byId = new Map([...first, ...this.#byId]);
  }

  async relabel(value: unknown): Promise<void> {
    const changes = this.#entries('relabel', value).flatMap(([id, labels]) =>
      Object.entries(labels).flatMap(([member, label]) => {
        const where = pointer('relabel', id, member);
        if (kLabels.includes(member)) return this.#change(id, member, label, where);
        this.tell('shape', where);
        return [];
      }),
    );
    await this.#apply(changes);
  }

  async register(value: unknown): Promise<void> {
    const changes = this.#entries('registration', value).flatMap(([id, registration]) => {
      const { url, label, ...unknown } = registration;
      const where = pointer('registration', id);
      for (const key of Object.keys(unknown)) this.tell('shape', where + pointer(key));
      const link = this.#change(id, 'registration', url, `${where}/url`);
      // Without a link that can be followed its words mean nothing.
      if (link.length === 0 || label === undefined) return link;
      return [...link, ...this.#change(id, 'registrationLabel', label, `${where}/label`)];
    });
    await this.#apply(changes);
  }

  /** `source`: whose additions these are. An addition does not say so itself. */
  async add(value: unknown, source: string | undefined): Promise<void> {
    if (!Array.isArray(value)) return this.tell('shape', '/add');
    const added = value.flatMap((item: unknown, index) => this.#added(item, pointer('add', String(index)), source));
    const { sound, refused } = await soundTrainings(
      added.map(({ training }) => training),
      this.open,
    );
    for (const training of sound) this.#byId.set(training.id, training);
    for (const { index, where, code } of refused) this.tell(code, `${added[index]?.where}${where}`);
  }

  #added(item: unknown, where: string, source: string | undefined): { training: Training; where: string }[] {
    if (!isRecord(item)) {
      this.tell('shape', where);
      return [];
    }
    if (this.#byId.has(item.id as string)) {
      this.tell('duplicate', `${where}/id`);
      return [];
    }
    const { source: _, ...training } = item;
    for (const member of kLinks) {
      if (training[member] === undefined) continue;
      training[member] = this.#link(training[member], `${where}/${member}`) ?? '';
    }
    return [{ training: { ...training, ...(source === undefined ? {} : { source }) } as unknown as Training, where }];
  }

  /** A change of a member; none where it is a link that cannot be followed. */
  #change(id: string, member: string, value: unknown, where: string): Change[] {
    if (!kLinks.includes(member)) return [{ id, member, value, where }];
    const link = this.#link(value, where);
    return link === null ? [] : [{ id, member, value: link, where }];
  }

  /** Makes the changes whose value the core takes. */
  async #apply(changes: readonly Change[]): Promise<void> {
    const probes = changes.map(({ member, value }, index) => ({ id: `${index}`, title: '-', [member]: value }));
    const { sound, refused } = await soundTrainings(probes, this.open);
    for (const { index, where, code } of refused) {
      const { member, where: place } = changes[index] as Change;
      // Within a value, e.g. a list, the core's pointer goes on.
      this.tell(code, place + where.replace(`/${member}`, ''));
    }
    for (const { id: index } of sound) {
      const { id, member, value } = changes[Number(index)] as Change;
      this.#byId.set(id, { ...(this.#byId.get(id) as Training), [member]: value });
    }
  }

  #knownIds(step: string, value: unknown): string[] {
    if (!Array.isArray(value)) {
      this.tell('shape', pointer(step));
      return [];
    }
    const known = value.filter((id: unknown, index): id is string => {
      const isKnown = this.#byId.has(id as string);
      if (!isKnown) this.tell(typeof id === 'string' ? 'unknown-training' : 'shape', pointer(step, String(index)));
      return isKnown;
    });
    return [...new Set(known)];
  }

  /** What `step` says of each training that is there. */
  #entries(step: string, value: unknown): [string, Members][] {
    if (!isRecord(value)) {
      this.tell('shape', pointer(step));
      return [];
    }
    return Object.entries(value).filter((entry): entry is [string, Members] => {
      const [id, members] = entry;
      const isKnown = this.#byId.has(id);
      if (!isRecord(members)) this.tell('shape', pointer(step, id));
      else if (!isKnown) this.tell('unknown-training', pointer(step, id));
      return isKnown && isRecord(members);
    });
  }

  #link(value: unknown, where: string): string | null {
    try {
      const url = new URL(typeof value === 'string' ? value : '', this.base);
      if (typeof value === 'string' && kSchemes.includes(url.protocol.slice(0, -1))) return url.href;
    } catch {
      /* told below */
    }
    this.tell('link', where);
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
