// SPDX-License-Identifier: MIT
// Validates trainings of outside sources by asking the core: those that it refuses are reported, the others kept.

/** Opens a catalogue in the core, from JSON in UTF-8. Throws CatalogueError. */
export type Open = (json: Uint8Array) => Promise<{ close(): void }>;

/** A value that the core refuses. `index`: of its training; `where`: JSON Pointer in the training; `code`: the core's. */
export interface Refused {
  index: number;
  where: string;
  code: string;
}

/** Why the core refuses a catalogue. `where`: a JSON Pointer, `''` for the whole. */
interface Fault {
  code: string;
  where: string;
}

/** Trainings per question to the core. */
const kMaxSlice = 256;

/**
 * Splits trainings into those that the core accepts and those that it refuses, e.g. for a repeated id. Linear in their
 * number. Throws CatalogueError `engine-*`.
 */
export async function soundTrainings<Item>(
  trainings: readonly Item[],
  open: Open,
): Promise<{ sound: Item[]; refused: Refused[] }> {
  const refused: Refused[] = [];
  const unique = withoutRepeats(trainings, refused);
  const sound: Item[] = [];
  for (let start = 0, size = kMaxSlice; start < unique.length; ) {
    const slice = unique.slice(start, start + size);
    const fault = await faultOf({ trainings: slice.map(({ training }) => training) }, open);
    const place = fault && placeOf(fault);
    // If the error names no training, ask again one by one.
    const taken = !fault ? slice.length : place ? place.index : 0;
    sound.push(...slice.slice(0, taken).map(({ training }) => training));
    start += taken;
    if (fault && (place || slice.length === 1)) {
      const { index } = unique[start] as { index: number };
      refused.push({ index, where: place?.where ?? '', code: fault.code });
      start += 1;
    }
    size = fault ? 1 : Math.min(2 * size, kMaxSlice);
  }
  return { sound, refused };
}

/** The members of `file` that the core accepts, trainings left out of the check. Calls `report` for each of the others. */
export async function soundMembers<File extends object>(
  file: File,
  open: Open,
  report: (where: string, code: string) => void,
): Promise<File> {
  let sound = { ...file } as Record<string, unknown>;
  for (;;) {
    const fault = await faultOf({ ...sound, trainings: [] }, open);
    if (!fault) return sound as File;
    report(fault.where, fault.code);
    const member = fault.where.slice(1);
    // If the error names no member, keep none.
    if (Object.keys(sound).includes(member)) delete sound[member];
    else sound = {};
  }
}

function withoutRepeats<Item>(trainings: readonly Item[], refused: Refused[]): { training: Item; index: number }[] {
  const ids = new Set<unknown>();
  return trainings.flatMap((training, index) => {
    const { id } = (training ?? {}) as { id?: unknown };
    if (typeof id === 'string' && ids.has(id)) {
      refused.push({ index, where: '/id', code: 'duplicate-id' });
      return [];
    }
    ids.add(id);
    return [{ training, index }];
  });
}

async function faultOf(catalogue: object, open: Open): Promise<Fault | null> {
  const json = jsonOf(catalogue);
  if (json === null) return { code: 'too-deep', where: '' };
  try {
    (await open(new TextEncoder().encode(json))).close();
    return null;
  } catch (error) {
    const { code, where } = error as Partial<Fault>;
    if (typeof code !== 'string' || typeof where !== 'string' || code.startsWith('engine-')) throw error;
    return { code, where };
  }
}

// JSON.stringify is recursive: it overflows the stack on nesting that JSON.parse accepts.
function jsonOf(catalogue: object): string | null {
  try {
    return JSON.stringify(catalogue);
  } catch {
    return null;
  }
}

function placeOf({ where }: Fault): { index: number; where: string } | null {
  const parts = /^\/trainings\/(\d+)(.*)$/s.exec(where);
  return parts && { index: Number(parts[1]), where: parts[2] as string };
}
