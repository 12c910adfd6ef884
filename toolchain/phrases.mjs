// SPDX-License-Identifier: MIT
// Folds the phrases of tables as the core does, and writes C++ literals.

const LIGATURES = { œ: 'oe', æ: 'ae', ß: 'ss', '©': ' copyright ' };

// Words as wasm/src/meaning/tokens.cpp folds them: lower case, no accents, one space between
// words, letters apart from digits. "Pas d'Œuvre CC0" -> "pas d oeuvre cc 0".
export function fold(text) {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[œæß©]/gu, (letter) => LIGATURES[letter])
    .replace(/(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export const literal = (text) => JSON.stringify(text);

// Rows of a Phrase<kindType> table, sorted by bytes for a binary search.
// rows: [{phrase, kind, value}]. Throws when a phrase has two meanings.
export function phraseRows(rows, kindType) {
  const meanings = new Map();
  for (const { phrase, kind, value } of rows) {
    const folded = fold(phrase);
    const meaning = `${kindType}::${kind}, ${value}`;
    if (folded === '') throw new Error(`nothing is left of the phrase ${literal(phrase)}`);
    if (meanings.has(folded) && meanings.get(folded) !== meaning)
      throw new Error(`${literal(phrase)} means both ${meanings.get(folded)} and ${meaning}`);
    meanings.set(folded, meaning);
  }
  return [...meanings]
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([phrase, meaning]) => `    {${literal(phrase)}, ${meaning}},`);
}
