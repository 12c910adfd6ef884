// SPDX-License-Identifier: MIT
// Folding: text without accents, case, ligatures and punctuation.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace catalogue {

// A folded code point: one or two lower-case letters or digits ("œ" gives "oe"), the first in the low byte, 0 above
// when there is only one. Or one of these kinds:
using Fold = uint16_t;
inline constexpr Fold kFoldNothing = 0;     // combining marks, soft hyphen, zero-width characters
inline constexpr Fold kFoldSeparator = 1;   // spaces and punctuation
inline constexpr Fold kFoldApostrophe = 2;  // ', ’, ʼ and their kin
inline constexpr Fold kFoldOther = 3;       // a letter of another script, unchanged

// The folds of code points up to U+017F, computed once.
struct LatinFolds {
  Fold of[0x180];
  LatinFolds();
};
extern const LatinFolds kLatinFolds;

Fold fold_beyond_latin(char32_t code_point);

// Latin letters up to U+017F and U+1E9E lose accents and case; other scripts are kept.
inline Fold fold_code_point(char32_t code_point) {
  return code_point < 0x180 ? kLatinFolds.of[code_point] : fold_beyond_latin(code_point);
}

// Folded text (UTF-8 in, UTF-8 out): letters and digits, one space for every run of other characters,
// none at either end. "L’Éco-conception" gives "l eco conception".
std::string fold(const std::string_view& text);

// Folded text with '-' in place of spaces, as a query value ("en-ligne").
std::string slug_of(const std::string_view& text);

// Writes folded text to `to`, with `separator` in place of spaces. Needs text.size() bytes: folding never lengthens.
// Returns the end of what it wrote.
char* put_folded(char* to, std::string_view text, char separator);

}  // namespace catalogue
