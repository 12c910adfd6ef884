// SPDX-License-Identifier: MIT
// The JSON that the compiler reads and writes.
import type { Right } from '../core/query-words.js';

/** A tag or link of a page. line, column: 1-based; 0 or absent when unknown. */
export interface RawText {
  text: string;
  /** Of a tag whose kind its source says: a key of `writing` in data/tables/vocabulary.json. */
  kind?: string;
  url?: string;
  line?: number;
  column?: number;
}

/** One training of a page, word for word. */
export interface RawRecord {
  /** The training's own, where its source has one. */
  id?: string;
  level?: number;
  heading: string;
  section?: string;
  lang?: string;
  tags: RawText[];
  links?: RawText[];
  description?: string;
  line?: number;
  column?: number;
}

export interface RawPage {
  title?: string;
  /** YYYY-MM-DD */
  updated?: string;
  url?: string;
  lang?: string;
  licence?: string;
  /** Plain text before the first training. */
  intro?: string;
  /** The day of all trainings that have none, in words. */
  checked?: string;
}

/** Hours of work in a day and in half a day. Default: 7 and 3.5. */
export interface NormaliseOptions {
  hoursPerDay?: number;
  hoursPerHalfDay?: number;
  /** YYYY-MM-DD: a later day of a check, or one before `oldestCheck`, is reported. */
  today?: string;
  oldestCheck?: string;
}

export interface RawRecords {
  page?: RawPage;
  options?: NormaliseOptions;
  records: RawRecord[];
}

/** Minutes. Without min and max the effort is unknown; span is elapsed time. */
export interface CatalogueDuration {
  min?: number;
  max?: number;
  approx?: true;
  span?: number;
  basis?: 'stated' | 'computed' | 'convention';
  text?: string;
}

/**
 * Without id nor family the licence is unknown, or ambiguous when the status says so. `family`: SPDX stem where the
 * version alone is unknown. `rights`: what all the licences grant that the words may mean.
 */
export interface CatalogueLicence {
  id?: string;
  family?: string;
  status?: 'ambiguous';
  rights?: Right[];
  url?: string;
  jurisdiction?: string;
  text?: string;
}

export interface CatalogueTraining {
  id: string;
  title: string;
  provider?: string;
  url?: string;
  description?: string;
  durations?: CatalogueDuration[];
  licence?: CatalogueLicence;
  modalities?: string[];
  languages?: string[];
  themes?: string[];
  levels?: string[];
  certifications?: string[];
  audiences?: string[];
  accessibility?: string[];
  /** Tags as written, where the values above would lose the editor's words. */
  words?: string[];
  /** The day on which its editor last looked, YYYY-MM-DD. */
  checked?: string;
}

export interface Catalogue {
  title?: string;
  updated?: string;
  licence?: string;
  url?: string;
  trainings: CatalogueTraining[];
}

export type Severity = 'error' | 'warning' | 'advice';

/** A message for an editor. Its French sentence is in data/strings/check.fr.json. */
export interface Diagnostic {
  severity: Severity;
  code: string;
  line?: number;
  column?: number;
  /** Index of the raw record; absent for the whole page. */
  record?: number;
  args?: Record<string, string>;
}

export interface Normalised {
  catalogue: Catalogue;
  diagnostics: Diagnostic[];
}

export interface CompilerError {
  code: string;
  where: string;
  message: string;
}

export type ExportFormat = 'jsonld' | 'atom' | 'html';

export interface ExportOptions {
  /** Address of the page that lists the trainings. Default: the catalogue's own. */
  pageUrl?: string;
  /** Whether the trainings are free of charge. Default: true. */
  isFree?: boolean;
}

export interface StaticOptions {
  lang?: string | undefined;
  skin?: 'neutral' | 'dsfr';
  /** Heading level of a training's title, 1 to 6. */
  headingLevel?: number;
  /** Start of every id. */
  idPrefix?: string;
  /** Where the pages of the choices are, '' for beside the page. */
  pageUrl?: string;
  /** Where mistakes in a training are told of: a page, or `mailto:…`; '' for nowhere. */
  reportUrl?: string;
  /** Whether the list is written too, where no page has it. Default: false. */
  list?: boolean;
}

/** The page that lists the trainings of one choice. `path`: relative to `pageUrl`. */
export interface StaticPage {
  path: string;
  key: string;
  value: string;
  label: string;
  ids: string[];
}

/** HTML and CSS of a published page; `items` in the order of the catalogue. */
export interface StaticParts {
  /** The panel and what tells of the list, which stands between this and `after`. */
  before: string;
  after: string;
  /** To the pages of the choices; before all else. */
  links: string;
  /** Every training, with the values that `css` filters by; '' unless it was asked for. */
  list: string;
  css: string;
  /** `facts`: HTML for the end of the item, after the page's own words. */
  items: { id: string; attributes: Record<string, string>; facts: string }[];
  pages: StaticPage[];
}
