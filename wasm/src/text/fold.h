// SPDX-License-Identifier: MIT
// What remains of words when accents, case, ligatures and punctuation are set aside.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace catalogue {

// What folding makes of a code point: one or two lower-case letters or digits ("œ" gives "oe"), the
// first in the low byte, the second 0 when there is one; or one of these kinds.
using Fold = uint16_t;
inline constexpr Fold kFoldNothing = 0;     // combining marks, soft hyphen, zero-width characters
inline constexpr Fold kFoldSeparator = 1;   // spaces and punctuation
inline constexpr Fold kFoldApostrophe = 2;  // ', ’, ʼ and their kin
inline constexpr Fold kFoldOther = 3;       // a letter of another script, kept as it is

// Code points up to U+017F, worked out once.
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

// Folded words (UTF-8 in, UTF-8 out): letters and digits, every run of anything else one space,
// none at either end. "L’Éco-conception" gives "l eco conception".
std::string fold(const std::string_view& words);

// The query value of words: folded, with '-' for every run of anything else ("en-ligne").
std::string slug_of(const std::string_view& words);

// Writes folded words, with `separator` for every run of anything else, at `to`, where there is
// room for words.size() bytes: folding never makes longer. Gives what follows them.
char* put_folded(char* to, std::string_view words, char separator);

}  // namespace catalogue
