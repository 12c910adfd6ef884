// SPDX-License-Identifier: MIT
// Folding, slugs and French order, as this project defines them, in the simplest code.

/** Letters and digits without accents or case, anything else one space. */
export const fold = (words) =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

export const slug = (words) => fold(words).replace(/ /g, '-');

// A number becomes its count of digits and its digits: shorter numbers come first.
const key = (words) =>
  fold(words).replace(/\d+/g, (digits) => {
    const plain = digits.replace(/^0+(?=\d)/, '');
    return String.fromCharCode(48 + plain.length) + plain;
  });

/** Folded words first; the words as written, by bytes, when these are equal. */
export function collate(a, b) {
  const [left, right] = [key(a), key(b)];
  if (left !== right) return left < right ? -1 : 1;
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
