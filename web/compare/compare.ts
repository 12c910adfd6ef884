// SPDX-License-Identifier: MIT
// What a change of a catalogue means: to its trainings, to the choices of visitors, to addresses that were shared.
import type { Catalogue, CatalogueTraining, Compiler } from '../compiler/index.js';
import { openChoices, type Choice, type OpenedCatalogue } from './choices.js';
import { changesOf, type FactChange } from './facts.js';
import { matchTrainings, type Pair } from './match.js';

export type Named = Pick<CatalogueTraining, 'id' | 'title' | 'provider' | 'url'>;

/** The number of trainings that a choice gives. */
export interface MovedCount extends Omit<Choice, 'count'> {
  before: number;
  after: number;
}

/** An address that people may have shared, and where to lead whoever comes by it. Relative to the page; '' for the page. */
export interface LostAddress {
  address: string;
  instead: string;
}

export interface Comparison {
  /** Numbers of trainings. */
  before: number;
  after: number;
  added: Named[];
  removed: Named[];
  changed: (Named & { changes: FactChange[] })[];
  /** Choices that both catalogues have, and new ones. */
  counts: MovedCount[];
  /** Choices that give nothing any more. */
  vanished: MovedCount[];
  lost: LostAddress[];
}

/** Compares two catalogues. Throws CatalogueError or CompileError when one is refused. */
export async function compareCatalogues(compiler: Compiler, before: Catalogue, after: Catalogue): Promise<Comparison> {
  const pairs = matchTrainings(before, after);
  const [old, fresh] = [await openChoices(before), await openChoices(after)];
  try {
    const moved = movedCounts(old, fresh);
    const vanished = moved.filter(({ after: left }) => left === 0);
    const pages = new Map(vanished.map((choice) => [choice, insteadOf(choice, pairs, old, fresh)]));
    return {
      before: before.trainings.length,
      after: after.trainings.length,
      added: pairs.flatMap((pair) => (pair.before === null && pair.after ? [named(pair.after)] : [])),
      removed: pairs.flatMap((pair) => (pair.after === null && pair.before ? [named(pair.before)] : [])),
      changed: pairs.flatMap(changedPair),
      counts: moved.filter(({ after: left }) => left > 0),
      vanished,
      lost: [...lostAnchors(pairs), ...lostPages(compiler, [before, after], pages)],
    };
  } finally {
    old.close();
    fresh.close();
  }
}

function named({ id, title, provider, url }: CatalogueTraining): Named {
  return { id, title, ...(provider && { provider }), ...(url && { url }) };
}

function changedPair({ before, after }: Pair): Comparison['changed'] {
  const changes = before && after ? changesOf(before, after) : [];
  return changes.length > 0 ? [{ ...named(after!), changes }] : [];
}

/** Every choice whose number differs, in the order of the panel. */
function movedCounts(old: OpenedCatalogue, fresh: OpenedCatalogue): MovedCount[] {
  const all = new Map<string, MovedCount>();
  for (const { count, ...choice } of old.choices) all.set(queryOf(choice), { ...choice, before: count, after: 0 });
  for (const { count, ...choice } of fresh.choices) {
    const before = all.get(queryOf(choice))?.before ?? 0;
    all.set(queryOf(choice), { ...choice, before, after: count });
  }
  return [...all.values()].filter(({ before, after }) => before !== after);
}

/** The query for whoever asks for a choice that has vanished: what most of its trainings answer to now; '' for all. */
function insteadOf({ key, value }: MovedCount, pairs: Pair[], old: OpenedCatalogue, fresh: OpenedCatalogue): string {
  const wanted = old.idsOf(key, value);
  const now = new Set(
    pairs.flatMap((pair) => (pair.before && pair.after && wanted.has(pair.before.id) ? [pair.after.id] : [])),
  );
  const scores = fresh.choices
    .filter((choice) => choice.key === key && choice.value !== 'inconnue')
    .map((choice) => ({ choice, shared: [...fresh.idsOf(key, choice.value)].filter((id) => now.has(id)).length }))
    .filter(({ shared }) => shared * 2 > now.size)
    .sort((a, b) => b.shared - a.shared);
  return scores[0] ? queryOf(scores[0].choice) : '';
}

function queryOf({ key, value }: { key: string; value: string }): string {
  return `?${new URLSearchParams({ [key]: value })}`;
}

/** Places of trainings on the page that have another id now, or none. */
function lostAnchors(pairs: Pair[]): LostAddress[] {
  return pairs.flatMap(({ before, after }) => {
    if (!before || before.id === after?.id) return [];
    return [{ address: `#${before.id}`, instead: after ? `#${after.id}` : '' }];
  });
}

/** Queries of choices that have vanished, and the pages that a build wrote for choices. */
function lostPages(
  compiler: Compiler,
  [before, after]: [Catalogue, Catalogue],
  pages: Map<MovedCount, string>,
): LostAddress[] {
  const pathsOf = (catalogue: Catalogue) => compiler.renderStatic(catalogue).pages;
  const kept = new Map(pathsOf(after).map(({ key, value, path }) => [queryOf({ key, value }), path]));
  const paths = new Set(kept.values());
  const queries = [...pages].map(([choice, instead]) => ({ address: queryOf(choice), instead }));
  const gone = pathsOf(before).filter(({ path }) => !paths.has(path));
  const insteadOfQuery = new Map(queries.map(({ address, instead }) => [address, instead]));
  return [
    ...queries,
    ...gone.map(({ key, value, path }) => {
      const query = queryOf({ key, value });
      const instead = insteadOfQuery.get(query) ?? query;
      return { address: path, instead: kept.get(instead) ?? instead };
    }),
  ];
}
