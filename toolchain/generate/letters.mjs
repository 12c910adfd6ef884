// SPDX-License-Identifier: MIT
// data/tables/letters.json -> letters.h: how characters are folded. web/core/fold.ts reads the same file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FIRST_LETTER = 0xc0;
const PAST_LATIN = 0x180;

const hex = (codePoint) => `0x${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

/** The lines of kBaseLetters: a letter for each code point; a capital where two letters come of it, '.' for none. */
function baseLetters(folds) {
  const base = Array.from({ length: PAST_LATIN - FIRST_LETTER }, (_, i) => {
    const fold = folds.get(FIRST_LETTER + i) ?? '.';
    return fold.length > 1 ? fold[0].toUpperCase() : fold;
  }).join('');
  return base.match(/.{16}/g).map((line) => `    "${line}"`);
}

/** For each capital of kBaseLetters, itself and the second letter. */
function secondLetters(folds) {
  const pairs = [...new Set([...folds.values()].filter((fold) => fold.length > 1))];
  if (pairs.some((fold) => fold.length > 2) || new Set(pairs.map((fold) => fold[0])).size < pairs.length)
    throw new Error('data/tables/letters.json: a fold has at most two letters, and no two such folds begin alike');
  return pairs.map((fold) => fold[0].toUpperCase() + fold[1]).join('');
}

/** `a-bc` as `{first, last, fold}` of each range. */
function ranges(characters, fold) {
  return [...characters.matchAll(/(.)(?:-(.))?/gsu)].map(
    ([, first, last = first]) => `{${hex(first.codePointAt(0))}, ${hex(last.codePointAt(0))}, ${fold}}`,
  );
}

const beyondLatin = (folds) =>
  [...folds]
    .filter(([codePoint]) => codePoint >= PAST_LATIN)
    .map(([codePoint, [first, second]]) => {
      const fold = second ? `'${first}' | '${second}' << 8` : `'${first}'`;
      return `{${hex(codePoint)}, ${hex(codePoint)}, ${fold}}`;
    });

export function generate(dataDir, outDir) {
  const { letters, apostrophes, ignored, separators } = JSON.parse(
    readFileSync(join(dataDir, 'tables/letters.json'), 'utf8'),
  );
  const folds = new Map(
    Object.entries(letters).flatMap(([fold, characters]) => [...characters].map((c) => [c.codePointAt(0), fold])),
  );
  const rows = [
    ...ranges(apostrophes, 'kFoldApostrophe'),
    ...ranges(ignored, 'kFoldNothing'),
    ...beyondLatin(folds),
    ...ranges(separators, 'kFoldSeparator'),
  ];
  writeFileSync(
    join(outDir, 'letters.h'),
    `// SPDX-License-Identifier: MIT
// Written from data/tables/letters.json: edit that file.
#pragma once

#include <cstdint>

#include "text/fold.h"

namespace catalogue {

// U+00C0 to U+017F. A capital stands for itself and the letter that kSecondLetters gives it, '.' for no letter.
inline constexpr char kBaseLetters[] =
${baseLetters(folds).join('\n')};
inline constexpr std::string_view kSecondLetters = "${secondLetters(folds)}";

// Ranges above U+017F that are not letters of another script, both ends included; the first that fits counts.
struct FoldRange {
  uint16_t first;
  uint16_t last;
  Fold fold;
};
inline constexpr FoldRange kFoldRanges[] = {
${rows.map((row) => `    ${row},`).join('\n')}
};

}  // namespace catalogue
`,
  );
}
