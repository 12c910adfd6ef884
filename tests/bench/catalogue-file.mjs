// SPDX-License-Identifier: MIT
// The benchmark's catalogue as a file, written as it is made: a million trainings are 728 MB.
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { shortHash } from '../../toolchain/lib/files.mjs';
import { fromRoot } from '../../toolchain/lib/paths.mjs';
import { eachTraining, heading } from '../oracle/generator.mjs';
import { makeTexts } from './texts.mjs';

/** Some 390 facet values, each as frequent as the others of its facet. */
const facetShape = { providers: 300, themes: 60 };
/** By how frequent the words of the texts are. */
export const shapes = {
  natural: { ...facetShape, texts: makeTexts('natural') },
  even: { ...facetShape, texts: makeTexts('even') },
};
export const shape = shapes.natural;

export const kSeed = 1;
const kTrainingsPerWrite = 2000;

/** Tells files of different shapes, or of an earlier generator, apart. */
const hashOf = (shapeAsked) => shortHash(JSON.stringify([...eachTraining(kSeed, 20, shapeAsked)]));

/** Path of the file of `size` trainings, made at the first call: JSON with one training a line. */
export function catalogueFile(size, shapeAsked = shape) {
  const path = fromRoot('build/bench', `catalogue-${size}.${hashOf(shapeAsked)}.json`);
  if (existsSync(path)) return path;
  mkdirSync(fromRoot('build/bench'), { recursive: true });
  const file = openSync(`${path}.part`, 'w');
  writeSync(file, `${JSON.stringify(heading).slice(0, -1)},"trainings":[\n`);
  let lines = [];
  let written = 0;
  for (const training of eachTraining(kSeed, size, shapeAsked)) {
    written += 1;
    lines.push(`${JSON.stringify(training)}${written < size ? ',' : ''}\n`);
    if (lines.length < kTrainingsPerWrite && written < size) continue;
    writeSync(file, lines.join(''));
    lines = [];
  }
  writeSync(file, ']}\n');
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
}
