// SPDX-License-Identifier: MIT
// Reads an editor's list in a live page: the same extractor and the same core as in a build.
import type { Catalogue, Diagnostic } from '../compiler/types.js';
import { domTree } from '../extract/dom-tree.js';
import { extract, type Extraction } from '../extract/extract.js';
import type { ExtractOptions } from '../extract/options.js';
import { readFacts } from '../extract/page-facts.js';
import { contentRoot } from '../extract/regions.js';
import type { RawRecord } from '../extract/records.js';
import { hasPlace } from '../extract/units.js';
import { normalise } from './core.js';
import type { LoadFile } from './core.js';
import { Refusal } from './place.js';

/** A list that was read. `extraction.trainings` and `catalogue.trainings` are in the same order. */
export interface ReadList {
  catalogue: Catalogue;
  diagnostics: Diagnostic[];
  /** What the diagnostics count: trainings without a title too. */
  records: readonly RawRecord[];
  extraction: Extraction<Node>;
}

/**
 * Reads the trainings below `content`; the page's facts are those of its document. Trainings without a title, and those
 * where no list may stand, are left out, as in a build. Throws Refusal and CatalogueError.
 */
export async function readCatalogue(content: Node, options: ExtractOptions, loadFile: LoadFile): Promise<ReadList> {
  const facts = readFacts<Node>(domTree, document, contentRoot<Node>(domTree, document), {});
  const extraction = extract<Node>(domTree, content, options, facts);
  if (extraction.trainings.length === 0) throw new Refusal('no-training');
  keep(
    extraction,
    extraction.trainings.map((training) => hasPlace(domTree, training)),
  );
  if (extraction.trainings.length === 0) throw new Refusal('no-place');
  const { catalogue, diagnostics } = await normalise(extraction.raw, loadFile);
  const { records } = extraction.raw;
  const isTitled = catalogue.trainings.map(({ title }) => title !== '');
  keep(extraction, isTitled);
  const trainings = catalogue.trainings.filter((_, index) => isTitled[index]);
  if (trainings.length === 0) throw new Refusal('no-training');
  return { catalogue: { ...catalogue, trainings }, diagnostics, records, extraction };
}

function keep(extraction: Extraction<Node>, isKept: readonly boolean[]): void {
  extraction.trainings = extraction.trainings.filter((_, index) => isKept[index]);
  extraction.raw.records = extraction.raw.records.filter((_, index) => isKept[index]);
}
