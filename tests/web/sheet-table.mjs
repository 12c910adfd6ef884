// SPDX-License-Identifier: MIT
// Sheets for tests, as spreadsheets write them.

export const kRows = [
  ['Titre', 'Organisme', 'Durée', 'Licence', 'Lien', 'Thèmes', 'Description'],
  [
    'Numérique écoresponsable',
    'Org; Cie',
    '2 h 30',
    'CC BY-SA 4.0',
    'https://exemple.fr/a',
    'RGAA, été',
    'Un « texte », cité',
  ],
  [
    'Œuvrer pour l’accès',
    '',
    '30 minutes ou 4 heures',
    'etalab-2.0',
    'https://exemple.fr/b',
    '',
    'Deux\nlignes et "guillemets"',
  ],
];

const quoted = (cell, separator) =>
  cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** The text of a CSV file. */
export const csvText = (rows, separator = ';', end = '\r\n') =>
  rows.map((row) => row.map((cell) => quoted(cell, separator)).join(separator) + end).join('');

const kWindows1252 = new Map([
  ['’', 0x92],
  ['Œ', 0x8c],
  ['œ', 0x9c],
  ['…', 0x85],
  ['€', 0x80],
]);

/** The bytes of `text` in each encoding that spreadsheets write. */
export const kEncodings = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with its mark': (text) => Buffer.from(`\uFEFF${text}`),
  'UTF-16 little-endian': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16 big-endian': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'UTF-16 without a mark': (text) => Buffer.from(text, 'utf16le'),
  'Windows-1252': (text) => Buffer.from(Array.from(text, (c) => kWindows1252.get(c) ?? c.charCodeAt(0))),
};
