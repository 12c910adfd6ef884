// SPDX-License-Identifier: MIT
// Checks one engine's answers against the oracle: `node check.mjs ENGINE`. Its own process, so that the measured one has
// answered no query before. Fails at the first wrong answer.
import { readFileSync } from 'node:fs';
import { shape } from './catalogue-file.mjs';
import { filterQueries, textKinds, textQueries } from './queries.mjs';
import { writeIfChanged } from '../../toolchain/lib/files.mjs';
import { fromRoot } from '../../toolchain/lib/paths.mjs';
import { makeCatalogue } from '../oracle/generator.mjs';
import { commonFacets as facets } from '../oracle/facets.mjs';
import { answer, isOffered } from '../oracle/oracle.mjs';
import { randomFrom } from '../oracle/random.mjs';

const kTrainings = 400;
const kQueries = 200;
const kTexts = 40; // of each kind

/** Throws when an answer is not the oracle's: total, the twenty trainings in order, the count of every choice. */
function checkAnswer(engine, catalogue, query) {
  const [actual, expected] = [engine.query(query), answer(catalogue, query.selection)];
  const isCounted = (key) => {
    const counts = actual.counts(key);
    return [...expected.counts[key]].every(
      ([value, count]) => !isOffered(key, value, query.queryString) || counts.get(value) === count,
    );
  };
  const isSame =
    actual.total === expected.total && actual.ids.join() === expected.ids.join() && facets.every(isCounted);
  if (!isSame)
    throw new Error(`wrong answer to ${query.queryString}: total ${actual.total}, expected ${expected.total}`);
}

/** Filters a small catalogue. Searches text too, for an engine that must rank like the oracle. */
async function check(engineFile) {
  const module = await import(`./engines/${engineFile}.mjs`);
  await module.start?.();
  const catalogue = makeCatalogue(11, kTrainings, shape);
  const path = fromRoot('build/bench/small.json');
  writeIfChanged(path, JSON.stringify(catalogue));
  const engine = await module.build({ json: new Uint8Array(readFileSync(module.fileOf?.(path) ?? path)) });
  const random = randomFrom(3);
  for (const query of filterQueries(random, catalogue, kQueries)) checkAnswer(engine, catalogue, query);
  for (const kind of module.ranksAsOracle ? Object.keys(textKinds) : [])
    for (const query of textQueries(random, catalogue, kTexts, kind)) checkAnswer(engine, catalogue, query);
  engine.close?.();
}

await check(process.argv[2]);
