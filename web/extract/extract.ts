// SPDX-License-Identifier: MIT
// Reads raw records from a tree of HTML, in Node and in browsers.
import type { ExtractOptions } from './options.js';
import { outlineOf, type Outline } from './outline.js';
import { readFacts } from './page-facts.js';
import { readIntro, readRecords, type RawPage, type RawRecords } from './records.js';
import { contentRoot } from './regions.js';
import { tagTest, type TagTest } from './tags.js';
import { findTrainings, type Found } from './trainings.js';
import type { Tree } from './tree.js';

const kDefaultHoursPerDay = 7;
const kDefaultHoursPerHalfDay = 3.5;
const kDefaultLang = 'fr';

/** Raw records with the nodes that they were read from, for code that rewrites the page. */
export interface Extraction<N> {
  raw: RawRecords;
  outline: Outline<N>;
  /** One per record, in the same order. */
  trainings: Found<N>[];
  isTag: TagTest<N>;
}

/**
 * Reads every training below `root` (a document or an element).
 * `given`: facts of the page that the caller knows. They win over the markup.
 */
export function extract<N>(
  tree: Tree<N>,
  root: N,
  options: ExtractOptions = {},
  given: Partial<RawPage> = {},
): Extraction<N> {
  const content = contentRoot(tree, root);
  const isTag = tagTest(tree, content, options);
  const outline = outlineOf(tree, content, isTag);
  const trainings = findTrainings(tree, outline);
  const facts = readFacts(tree, root, content, given);
  const lang = facts.lang || kDefaultLang;
  const raw: RawRecords = {
    page: { ...facts, lang, intro: readIntro(outline, trainings) },
    options: {
      hoursPerDay: options.hoursPerDay ?? kDefaultHoursPerDay,
      hoursPerHalfDay: options.hoursPerHalfDay ?? kDefaultHoursPerHalfDay,
    },
    records: readRecords(tree, outline, trainings, lang),
  };
  return { raw, outline, trainings, isTag };
}
