// SPDX-License-Identifier: MIT
// A selection as comma-separated values (RFC 4180), cell for cell what wasm/src/export/csv.cpp writes: the
// visitors' module leaves exports out for its size, and a test compares the two.
import { compactTrainings, isCompact } from './compact-trainings.js';
import type { Entry } from './csv-entry.js';

const kHeader =
  'id,titre,organisme,adresse,duree,duree_min,duree_max,duree_ecoulee,licence,licence_texte,licence_adresse,' +
  'modalites,langues,themes,description';

/** The trainings of `ids`, in that order, as a catalogue has them: UTF-8 of JSON, or a compact file. Begins with a byte order mark. */
export function csvOf(catalogue: Uint8Array, ids: readonly string[]): string {
  const entries = new Map(trainingsOf(catalogue).map((entry) => [entry.id, entry]));
  const rows = ids.flatMap((id) => entries.get(id) ?? []).map((entry) => cellsOf(entry).map(quoted).join(','));
  // The byte order mark tells spreadsheets that the file is UTF-8.
  return `\uFEFF${[kHeader, ...rows].map((row) => `${row}\r\n`).join('')}`;
}

function trainingsOf(bytes: Uint8Array): Entry[] {
  if (isCompact(bytes)) return compactTrainings(bytes);
  return (JSON.parse(new TextDecoder().decode(bytes)) as { trainings: Entry[] }).trainings;
}

function cellsOf({
  id,
  title,
  provider,
  url,
  description,
  durations = [],
  licence = {},
  modalities,
  languages,
  themes,
}: Entry): unknown[] {
  const known = (member: 'min' | 'max' | 'span'): number[] => durations.flatMap((duration) => duration[member] ?? []);
  const hasEnd = durations.every(({ min, max }) => min === undefined || max !== undefined);
  const least = (minutes: number[]): number | '' => (minutes.length ? Math.min(...minutes) : '');
  const most = (minutes: number[]): number | '' => (minutes.length ? Math.max(...minutes) : '');
  return [
    id,
    title,
    provider,
    url,
    list([...new Set(durations.flatMap(({ text }) => text || []))]),
    least(known('min')),
    hasEnd ? most(known('max')) : '',
    most(known('span')),
    licence.id || licence.family,
    licence.text,
    licence.url,
    list(modalities),
    list(languages),
    list(themes),
    description,
  ];
}

const list = (words: string[] = []): string => words.join(' | ');

// Spreadsheets take words that start so for a formula (OWASP, CSV injection).
function quoted(value: unknown = ''): string {
  const words = String(value).replaceAll('\0', '\uFFFD');
  const safe = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
