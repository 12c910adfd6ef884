// SPDX-License-Identifier: MIT
// Reads the command line.
import { parseArgs } from 'node:util';
import { kCompareFormats, type CompareFormat } from '../compare/formats.js';
import { readAge } from '../report/age.js';
import { kFormats, type ReportFormat } from '../report/formats.js';
import { factOf, type Fact } from '../sheet/columns.js';
import { Failure } from './failure.js';
import type { InputKind } from './input.js';
import { say } from './texts.js';

const kCommands = ['check', 'build', 'export', 'report', 'compare'] as const;
export type Command = (typeof kCommands)[number];
const kExportFormats = ['json', 'csv', 'jsonld', 'atom', 'html', 'overlay'] as const;
export type ExportFormat = (typeof kExportFormats)[number];
const kHealthFormats = ['html', 'json'] as const;
export type HealthFormat = (typeof kHealthFormats)[number];

/** Options of every command. Options of other commands have their defaults. */
export interface Settings {
  command: Command;
  pages: string[];
  input: InputKind | null;
  /** Columns of spreadsheets, by fact. */
  columns: ReadonlyMap<Fact, string>;
  /** Of a catalogue made of spreadsheets. */
  title: string;
  tagClasses: string[];
  hoursPerDay: number | null;
  hoursPerHalfDay: number | null;
  quiet: boolean;
  strict: boolean;
  fix: boolean;
  dryRun: boolean;
  root: string;
  /** How old a check may be. */
  maxAge: ReturnType<typeof readAge>;
  links: boolean;
  /** Where results of links are kept; '' for the user's cache folder. */
  linksCache: string;
  linkTimeoutMs: number;
  out: string;
  url: string;
  reportFormat: ReportFormat;
  exportFormat: ExportFormat;
  /** File of the style sheet that filters an HTML export; '' for an export without filters. */
  filters: string;
  /** Tells what the format cannot say, instead of writing it. */
  explain: boolean;
  healthFormat: HealthFormat;
  compareFormat: CompareFormat;
  /** Earlier reports, JSON. */
  previous: string[];
}

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  quiet: { type: 'boolean', short: 'q' },
  input: { type: 'string' },
  columns: { type: 'string' },
  title: { type: 'string' },
  'tag-class': { type: 'string', multiple: true },
  'hours-per-day': { type: 'string' },
  'hours-per-half-day': { type: 'string' },
  format: { type: 'string', short: 'f' },
  strict: { type: 'boolean' },
  fix: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  root: { type: 'string' },
  'max-age': { type: 'string' },
  links: { type: 'boolean' },
  'links-cache': { type: 'string' },
  'link-timeout': { type: 'string' },
  out: { type: 'string', short: 'o' },
  url: { type: 'string' },
  explain: { type: 'boolean' },
  filters: { type: 'string' },
  previous: { type: 'string', multiple: true },
} as const;

/** Settings, or what to print instead of running. Throws Failure on bad usage. */
export function readArguments(args: string[]): Settings | 'help' | 'version' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  if (values.version) return 'version';
  const [name, ...pages] = positionals;
  const command = commandOf(name);
  if (pages.length === 0) throw new Failure(say('no-page', { command }));
  if (command === 'compare' && pages.length !== 2) throw new Failure(say('compare-two'));
  if (pages.filter((page) => page === '-').length > 1) throw new Failure(say('stdin-twice'));
  if (command === 'build' && !values.out) throw new Failure(say('no-out'));
  if ((values.fix && command !== 'check') || (values['dry-run'] && !values.fix)) throw new Failure(say('fix-alone'));
  if (values.fix && pages.includes('-')) throw new Failure(say('fix-input'));
  if (values.filters !== undefined && (command !== 'export' || values.format !== 'html' || !values.filters))
    throw new Failure(say('filters-alone'));
  return {
    command,
    pages,
    input: inputOf(values.input),
    columns: columnsOf(values.columns ?? ''),
    title: values.title ?? '',
    tagClasses: values['tag-class'] ?? [],
    hoursPerDay: hoursOf('hours-per-day', values['hours-per-day']),
    hoursPerHalfDay: hoursOf('hours-per-half-day', values['hours-per-half-day']),
    quiet: values.quiet ?? false,
    strict: values.strict ?? false,
    fix: values.fix ?? false,
    dryRun: values['dry-run'] ?? false,
    root: values.root ?? '',
    maxAge: ageOf(values['max-age']),
    links: values.links ?? false,
    linksCache: values['links-cache'] ?? '',
    linkTimeoutMs: secondsOf(values['link-timeout']) * 1000,
    out: values.out ?? '',
    url: urlOf(values.url),
    explain: values.explain ?? false,
    reportFormat: command === 'check' ? oneOf(kFormats, values.format ?? 'text') : 'text',
    exportFormat: command === 'export' ? oneOf(kExportFormats, values.format ?? 'json') : 'json',
    filters: values.filters ?? '',
    healthFormat: command === 'report' ? oneOf(kHealthFormats, values.format ?? 'html') : 'html',
    compareFormat: command === 'compare' ? oneOf(kCompareFormats, values.format ?? 'text') : 'text',
    previous: values.previous ?? [],
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    const detail = error instanceof Error ? (/'([^']+)'/.exec(error.message)?.[1] ?? error.message) : String(error);
    throw new Failure(say('unknown-option', { detail }));
  }
}

function commandOf(name: string | undefined): Command {
  if (name === undefined) throw new Failure(say('no-command'));
  const known = kCommands.find((command) => command === name);
  if (known) return known;
  const guess = kCommands.find((command) => command.startsWith(name) || name.startsWith(command.slice(0, 3)));
  throw new Failure(guess ? say('did-you-mean', { command: name, guess }) : say('unknown-command', { command: name }));
}

function oneOf<T extends string>(formats: readonly T[], value: string): T {
  const known = formats.find((format) => format === value);
  if (known) return known;
  throw new Failure(say('bad-format', { format: value, formats: formats.join(', ') }));
}

function inputOf(value: string | undefined): InputKind | null {
  if (value === undefined || value === 'markdown' || value === 'html' || value === 'csv') return value ?? null;
  if (value === 'md') return 'markdown';
  throw new Failure(say('bad-input', { value }));
}

/** "titre=Intitulé,duree=F": by the names that columns have, one per fact. A name may hold commas. */
function columnsOf(value: string): Map<Fact, string> {
  const pairs = value.trim() === '' ? [] : value.split(/,(?=[^,=]+=)/);
  return new Map(
    pairs.map((pair) => {
      const [, key = '', name = ''] = /^([^=]+)=(.+)$/.exec(pair) ?? [];
      const fact = factOf(key);
      if (!fact) throw new Failure(say('bad-columns', { value: pair.trim() }));
      return [fact, name.trim()];
    }),
  );
}

function hoursOf(option: string, value: string | undefined): number | null {
  if (value === undefined) return null;
  const hours = Number(value.replace(',', '.'));
  if (hours > 0 && hours <= 24) return hours;
  throw new Failure(say('bad-hours', { option, value }));
}

function ageOf(value: string | undefined): Settings['maxAge'] {
  const age = value === undefined ? null : readAge(value);
  if (value !== undefined && age === null) throw new Failure(say('bad-age', { value }));
  return age;
}

function secondsOf(value = '10'): number {
  const seconds = Number(value.replace(',', '.'));
  if (seconds > 0 && seconds <= 120) return seconds;
  throw new Failure(say('bad-seconds', { value }));
}

function urlOf(value: string | undefined): string {
  if (value === undefined) return '';
  if (/^https?:\/\//.test(value) && URL.canParse(value)) return value;
  throw new Failure(say('bad-url', { value }));
}
