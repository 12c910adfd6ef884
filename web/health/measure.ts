// SPDX-License-Identifier: MIT
// How a catalogue is kept, in numbers and places: what `report` shows, and what later reports compare with.
import vocabulary from '../../data/tables/vocabulary.json' with { type: 'json' };
import type { Catalogue, CatalogueTraining, Severity } from '../compiler/index.js';
import type { FacetChoice } from '../core/answer.js';
import type { FacetKey } from '../core/query-words.js';
import { counts, type Counts } from '../report/formats.js';
import { ageOf, type Age } from '../report/age.js';
import type { Finding } from '../report/finding.js';

/** What an editor should look at. `line`: 1-based, 0 for the whole file. */
export interface Remark {
  file: string;
  line: number;
  code: string;
  severity: Severity;
  message: string;
}

/** A facet: how many trainings tell it, and its choices in the order in which visitors see them. */
export interface FacetHealth {
  key: FacetKey;
  told: number;
  choices: { label: string; count: number }[];
}

/** The lists of remarks of a report. */
export type RemarkKind = 'links' | 'duplicates' | 'siblings' | 'outOfReach' | 'others';

/** One report, as `report --format json` writes it and `--previous` reads it. */
export interface Health {
  report: 1;
  /** YYYY-MM-DD */
  date: string;
  title: string;
  files: string[];
  trainings: number;
  findings: Counts;
  unknown: { duration: number; licence: number };
  /** Trainings by the age of their last check. */
  freshness: Record<Age, number>;
  facets: FacetHealth[];
  /** Different addresses, and how many of them a server was asked for in the last day; null: not known. */
  links: { addresses: number; asked: number } | null;
  remarks: Record<RemarkKind, Remark[]>;
}

/** What is measured. `choices`: of an answer to everything. */
export interface Measured {
  catalogue: Catalogue;
  choices: Record<FacetKey, FacetChoice[]>;
  findings: Finding[];
  files: string[];
  links: Health['links'];
}

const kCodes: Record<RemarkKind, RegExp> = {
  duplicates: /^(duplicate-title|duplicate-url|near-duplicate-title)$/,
  siblings: /^(sibling-tags|near-tags)$/,
  outOfReach: /^training-out-of-reach$/,
  links: /^(link-|dead-link$)/,
  others: /./,
};

const hasDuration = ({ durations = [] }: CatalogueTraining): boolean => durations.some(({ min }) => min !== undefined);
const hasLicence = ({ licence = {} }: CatalogueTraining): boolean => 'id' in licence || 'family' in licence;
const holds = (list: string[] | undefined): boolean => (list ?? []).some((value) => !kUntold.includes(value));

/** What the compiler writes beside trainings that tell their accessibility, in French and English. */
const kUntold: readonly string[] = [vocabulary.untold, vocabulary.english['Accessibilité non renseignée']];

/** Whether a training tells each facet. */
const kTells: Record<FacetKey, (training: CatalogueTraining) => boolean> = {
  duree: hasDuration,
  licence: hasLicence,
  droit: (training) => hasLicence(training) || Boolean(training.licence?.rights?.length),
  modalite: ({ modalities }) => holds(modalities),
  organisme: ({ provider }) => Boolean(provider),
  theme: ({ themes }) => holds(themes),
  langue: ({ languages }) => holds(languages),
  niveau: ({ levels }) => holds(levels),
  public: ({ audiences }) => holds(audiences),
  certification: ({ certifications }) => holds(certifications),
  accessibilite: ({ accessibility }) => holds(accessibility),
};

/** `date`: of the report, YYYY-MM-DD. */
export function measure({ catalogue, choices, findings, files, links }: Measured, date: string): Health {
  const { trainings, title = '' } = catalogue;
  const without = (isTold: (training: CatalogueTraining) => boolean): number =>
    trainings.filter((training) => !isTold(training)).length;
  const freshness: Record<Age, number> = { recent: 0, ageing: 0, old: 0, unknown: 0 };
  for (const training of trainings) freshness[ageOf(training, date)] += 1;
  return {
    report: 1,
    date,
    title,
    files,
    trainings: trainings.length,
    findings: counts(findings),
    unknown: { duration: without(hasDuration), licence: without(hasLicence) },
    freshness,
    facets: (Object.keys(kTells) as FacetKey[]).map((key) => ({
      key,
      told: trainings.length - without(kTells[key]),
      choices: held(choices[key]),
    })),
    links,
    remarks: {
      duplicates: remarksOf('duplicates', findings),
      siblings: remarksOf('siblings', findings),
      outOfReach: remarksOf('outOfReach', findings),
      links: remarksOf('links', findings),
      others: remarksOf('others', findings),
    },
  };
}

const held = (choices: FacetChoice[]): FacetHealth['choices'] =>
  choices.map(({ label, count }) => ({ label, count })).filter(({ count }) => count > 0);

/** The findings of a kind, each in the first kind that takes it; of the others, errors and warnings. */
function remarksOf(kind: RemarkKind, findings: Finding[]): Remark[] {
  const kindOf = (code: string): string | undefined =>
    Object.entries(kCodes).find(([, codes]) => codes.test(code))?.[0];
  return findings
    .filter(({ code, severity }) => kindOf(code) === kind && (kind !== 'others' || severity !== 'advice'))
    .map(({ file, line, code, severity, message }) => ({ file, line, code, severity, message }));
}
