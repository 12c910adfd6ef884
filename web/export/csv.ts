// SPDX-License-Identifier: MIT
// Trainings as a table for spreadsheets: what `export --format csv` writes and what a visitor saves.
import names from '../../data/strings/csv.fr.json' with { type: 'json' };
import type { Right } from '../core/query-words.js';
import type { EngineDuration, EngineTraining } from '../core/trainings.js';

/**
 * Excel on a French system splits cells at semicolons. The byte order mark tells Excel and LibreOffice that the file is
 * UTF-8. See docs/publishing.md.
 */
const kSeparator = ';';
const kByteOrderMark = '\uFEFF';

type Cell = string | number | undefined;
type Column = keyof typeof names;

/** The cell of each column, in the order of the file. web/sheet reads them back. */
export const csvCells: Partial<Record<Column, (training: EngineTraining) => Cell>> = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  provider: ({ provider }) => provider,
  url: ({ url }) => url,
  duration: ({ durations = [] }) => list([...new Set(durations.flatMap(({ text }) => text || []))]),
  duration_min: ({ durations = [] }) => least(durations.map(({ min }) => min)),
  duration_max: ({ durations = [] }) => (durations.some(isOpen) ? '' : most(durations.map(({ max }) => max))),
  duration_span: ({ durations = [] }) => most(durations.map(({ span }) => span)),
  licence: ({ licence }) => licence?.id ?? licence?.family,
  licence_text: ({ licence }) => licence?.text,
  licence_url: ({ licence }) => licence?.url,
  right_commercial: (training) => yesOrNo(training, 'commercial'),
  right_modification: (training) => yesOrNo(training, 'modification'),
  right_sharing: (training) => yesOrNo(training, 'partage'),
  right_free: (training) => yesOrNo(training, 'libre'),
  modalities: ({ modalities }) => list(modalities),
  languages: ({ languages }) => list(languages),
  // A bar behind a single theme keeps its commas from parting it when the file is read back.
  themes: ({ themes = [] }) =>
    list(themes.length === 1 && /[,;]/.test(themes[0]!) ? themes.concat('') : themes).trimEnd(),
  levels: ({ levels }) => list(levels),
  certifications: ({ certifications }) => list(certifications),
  audiences: ({ audiences }) => list(audiences),
  accessibility: ({ accessibility }) => list(accessibility),
  checked: ({ checked }) => checked,
  description: ({ description }) => description,
};

/** A row of column names, then one row per training, in their order. */
export function csvOf(trainings: readonly EngineTraining[]): string {
  const rows = trainings.map((training) => Object.values(csvCells).map((cellOf) => cellOf(training)));
  const header = Object.keys(csvCells).map((column) => names[column as Column]);
  return kByteOrderMark + [header, ...rows].map((row) => `${row.map(written).join(kSeparator)}\r\n`).join('');
}

const list = (values: string[] = []): string => values.join(' | ');

const known = (minutes: (number | undefined)[]): number[] => minutes.filter((value) => value !== undefined);
const least = (minutes: (number | undefined)[]): Cell => known(minutes).sort((a, b) => a - b)[0];
const most = (minutes: (number | undefined)[]): Cell => known(minutes).sort((a, b) => b - a)[0];

const isOpen = ({ min, max }: EngineDuration): boolean => min !== undefined && max === undefined;

function yesOrNo({ rights }: EngineTraining, right: Right): Cell {
  const isGranted = rights?.[right];
  return isGranted === undefined ? '' : isGranted ? names.yes : names.no;
}

function written(cell: Cell = ''): string {
  const text = disarmed(String(cell));
  return /[";,|\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Where a spreadsheet may start a formula: at the start of a cell, and where a cell would start with another
 * separator or without quotes. Spaces and quotes may stand before it.
 */
const kFormulaStart = /(^|[;,|\t\r\n])((?:[^\S\t\r\n]|["'])*)([=+\-@＝＋－＠])/g;

/** Puts an apostrophe before each sign that may start a formula: spreadsheets then show text (OWASP, CSV injection). */
export const disarmed = (text: string): string => text.replace(kFormulaStart, "$1$2'$3");
