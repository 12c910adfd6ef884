// SPDX-License-Identifier: MIT
// The benchmark's catalogue as a file, written as it is made: a million trainings are 680 MB.
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { fromRoot } from '../../toolchain/lib/paths.mjs';
import { eachTraining, heading } from '../oracle/generator.mjs';

/** Shape of the catalogue: about 390 facet values, descriptions of ten to twenty sentences. */
export const shape = { providers: 300, themes: 60, sentences: 10 };

const kTrainingsPerWrite = 2000;

/** Path of the file of `size` trainings, made at the first call: JSON with one training a line. */
export function catalogueFile(size) {
  const path = fromRoot('build/bench', `catalogue-${size}.lines.json`);
  if (existsSync(path)) return path;
  mkdirSync(fromRoot('build/bench'), { recursive: true });
  const file = openSync(`${path}.part`, 'w');
  writeSync(file, `${JSON.stringify(heading).slice(0, -1)},"trainings":[\n`);
  let lines = [];
  let written = 0;
  for (const training of eachTraining(1, size, shape)) {
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
