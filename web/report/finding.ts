// SPDX-License-Identifier: MIT
// A finding: a diagnostic of a page, with its sentence and place.
import catalogueSentences from '../../data/strings/check.fr.json' with { type: 'json' };
import pageSentences from '../../data/strings/page-check.fr.json' with { type: 'json' };
import type { Diagnostic, Severity } from '../compiler/index.js';
import { fill } from './fill.js';

/** A diagnostic with the file it is about. Lines and columns are 1-based; 0 for the whole file. */
export interface Finding {
  file: string;
  line: number;
  column: number;
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

const sentences: Record<string, string> = { ...catalogueSentences, ...pageSentences };

/** The French sentence of a diagnostic. A code without a sentence is shown with its values. */
export function sentenceOf(code: string, values: Record<string, string> = {}): string {
  const template = sentences[code];
  const sentence = template === undefined ? [code, ...Object.values(values)].join(' : ') : fill(template, values);
  const hasSuggestion = template?.includes('{suggestion}') ?? true;
  const suggestion = values.suggestion && !hasSuggestion ? ` ${fill(sentences.suggestion ?? '', values)}` : '';
  return (sentence + suggestion).replace(/\s*[\r\n]+\s*/g, ' ');
}

/** Every code that has a sentence: SARIF lists the rules beside the findings. */
export function allCodes(): string[] {
  return Object.keys(sentences)
    .filter((code) => code !== 'suggestion')
    .sort();
}

export function findingOf(file: string, diagnostic: Diagnostic): Finding {
  const { severity, code, line = 0, column = 0, args } = diagnostic;
  return { file, line, column, severity, code, message: sentenceOf(code, args) };
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
