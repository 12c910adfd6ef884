// SPDX-License-Identifier: MIT
// Findings as text, JSON, SARIF or workflow commands of GitHub Actions.
import type { LinkResult } from '../links/link-result.js';
import { printable, printableFile, printableJson } from './printable.js';
import { allCodes, kSeverityNames, sentenceOf, type Finding } from './finding.js';

export const kFormats = ['text', 'json', 'sarif', 'github'] as const;
export type ReportFormat = (typeof kFormats)[number];

/** The report for standard output, with a final line end; '' for text without findings. `links`: in JSON, what became of each. */
export function writeReport(findings: Finding[], format: ReportFormat, version: string, links?: LinkResult[]): string {
  if (format === 'json') return jsonText({ findings, ...counts(findings), links });
  if (format === 'sarif') return jsonText(sarif(findings, version));
  const line = format === 'github' ? githubLine : textLine;
  return findings.map((finding) => `${line(finding)}\n`).join('');
}

function jsonText(report: object): string {
  return `${printableJson(JSON.stringify(report, null, 2))}\n`;
}

/** `file:line:column: niveau: message [code]`; of a spreadsheet, the column's letter. */
export function textLine({ file, line, column, cell, severity, message, code }: Finding): string {
  const within = cell ? cell.replace(/\d+/, '') : Math.max(1, column);
  const place = `${printableFile(file)}:${Math.max(1, line)}:${within}`;
  return `${place}: ${kSeverityNames[severity]}: ${printable(message)} [${code}]`;
}

export interface Counts {
  errors: number;
  warnings: number;
  advice: number;
}

/** How many findings of each severity. */
export function counts(findings: Finding[]): Counts {
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), advice: count('advice') };
}

/** A workflow command of GitHub Actions, with its %-escapes. */
function githubLine({ file, line, column, cell, severity, message, code }: Finding): string {
  const data = (text: string): string => printable(text).replace(/%/g, percent);
  const property = (text: string): string => printable(text).replace(/[%:,]/g, percent);
  const command = severity === 'advice' ? 'notice' : severity;
  const place = line > 0 ? `,line=${line},col=${Math.max(1, column)}` : '';
  return `::${command} file=${property(file)}${place},title=${property(code)}::${data(withCell(message, cell))}`;
}

/** Tools that know files by lines and columns are told the cell in words. */
function withCell(message: string, cell?: string): string {
  return cell ? `${cell} : ${message}` : message;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** SARIF 2.1.0 (OASIS), one run. */
function sarif(findings: Finding[], version: string): object {
  const rules = allCodes().map((id) => ({ id, shortDescription: { text: sentenceOf(id) } }));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'catalogue-formations', version, rules } },
        columnKind: 'utf16CodeUnits',
        results: findings.map(sarifResult),
      },
    ],
  };
}

function sarifResult({ file, line, column, cell, severity, message, code }: Finding): object {
  const region = line > 0 ? { region: { startLine: line, startColumn: Math.max(1, column) } } : {};
  return {
    ruleId: code,
    level: severity === 'advice' ? 'note' : severity,
    message: { text: withCell(message, cell) },
    locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(file) }, ...region } }],
  };
}
