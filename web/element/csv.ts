// SPDX-License-Identifier: MIT
// A selection as comma-separated values (RFC 4180): the columns of the command line's export that a visitor reads.
import type { Settings } from './settings.js';
import { loadSources } from './sources.js';

interface Entry {
  id: string;
  title?: string;
  provider?: string;
  url?: string;
  description?: string;
  durations?: { text?: string }[];
  licence?: { id?: string; text?: string };
  modalities?: string[];
  languages?: string[];
  themes?: string[];
}

const kColumns: readonly (readonly [string, (entry: Entry) => string | undefined])[] = [
  ['id', (entry) => entry.id],
  ['titre', (entry) => entry.title],
  ['organisme', (entry) => entry.provider],
  ['adresse', (entry) => entry.url],
  ['duree', (entry) => entry.durations?.map(({ text }) => text).join(' ; ')],
  ['licence', (entry) => entry.licence?.id],
  ['licence_texte', (entry) => entry.licence?.text],
  ['modalites', (entry) => entry.modalities?.join(' ; ')],
  ['langues', (entry) => entry.languages?.join(' ; ')],
  ['themes', (entry) => entry.themes?.join(' ; ')],
  ['description', (entry) => entry.description],
];

/** The trainings of `ids`, in that order. Their words come from the catalogue's file, which the browser still has. */
export async function csvOf({ src, integrity, overlay }: Settings, ids: readonly string[]): Promise<string> {
  const { json } = await loadSources({ src, integrity, overlay, base: document.baseURI });
  const text = typeof json === 'string' ? json : new TextDecoder().decode(json);
  const { trainings } = JSON.parse(text) as { trainings: Entry[] };
  const entries = new Map(trainings.map((entry) => [entry.id, entry]));
  const lines = ids.flatMap((id) => entries.get(id) ?? []).map((entry) => kColumns.map(([, read]) => cell(read(entry) ?? '')));
  return [kColumns.map(([name]) => name), ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

// Spreadsheets take words that start so for a formula (OWASP, CSV injection).
function cell(words: string): string {
  const safe = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
