// SPDX-License-Identifier: MIT
// A finding: a diagnostic of a page, with its sentence and place.
import catalogueSentences from '../../data/strings/check.fr.json' with { type: 'json' };
import pageSentences from '../../data/strings/page-check.fr.json' with { type: 'json' };
import sheetSentences from '../../data/strings/sheet-check.fr.json' with { type: 'json' };
import type { Diagnostic, Severity } from '../compiler/index.js';
import { cellName } from '../sheet/letter.js';
import { fill } from './fill.js';

/** A diagnostic with the file it is about. Lines and columns are 1-based; 0 for the whole file. */
export interface Finding {
  file: string;
  line: number;
  column: number;
  /** Of a spreadsheet: "D12". */
  cell?: string;
  severity: Severity;
  /** Stable English kebab-case. */
  code: string;
  /** What is wrong and what to write instead, in French, on one line. */
  message: string;
}

export const kSeverityNames: Record<Severity, string> = {
  error: 'erreur',
  warning: 'avertissement',
  advice: 'conseil',
};

/** What a finding is about: a spreadsheet has cells where a page has tags, and sentences of its own. */
export type FindingPlace = 'page' | 'sheet';

const ofPages: Record<string, string> = { ...catalogueSentences, ...pageSentences };
const sentences: Record<FindingPlace, Record<string, string>> = {
  page: { ...sheetSentences, ...ofPages },
  sheet: { ...ofPages, ...sheetSentences },
};

/** The French sentence of a diagnostic. A code without a sentence is shown with its values. */
export function sentenceOf(code: string, values: Record<string, string> = {}, place: FindingPlace = 'page'): string {
  const template = sentences[place][code];
  const sentence = template === undefined ? [code, ...Object.values(values)].join(' : ') : fill(template, values);
  const hasSuggestion = template?.includes('{suggestion}') ?? true;
  const suggestion = values.suggestion && !hasSuggestion ? ` ${fill(ofPages.suggestion ?? '', values)}` : '';
  return (sentence + suggestion).replace(/\s*[\r\n]+\s*/g, ' ');
}

/** Every code that has a sentence: SARIF lists the rules beside the findings. */
export function allCodes(): string[] {
  return Object.keys(sentences.page)
    .filter((code) => code !== 'suggestion')
    .sort();
}

export function findingOf(file: string, diagnostic: Diagnostic, place: FindingPlace = 'page'): Finding {
  const { severity, code, line = 0, column = 0, args } = diagnostic;
  const cell = place === 'sheet' ? { cell: cellName(line, column) } : {};
  return { file, line, column, ...cell, severity, code, message: sentenceOf(code, args, place) };
}

/** Sorts by file, then by place; at one place, errors come first. */
export function sortFindings(findings: Finding[]): Finding[] {
  const files = [...new Set(findings.map(({ file }) => file))];
  const rank: Record<Severity, number> = { error: 0, warning: 1, advice: 2 };
  return findings
    .map((finding) => ({ finding, at: files.indexOf(finding.file) }))
    .sort(
      (a, b) =>
        a.at - b.at ||
        a.finding.line - b.finding.line ||
        a.finding.column - b.finding.column ||
        rank[a.finding.severity] - rank[b.finding.severity],
    )
    .map(({ finding }) => finding);
}
