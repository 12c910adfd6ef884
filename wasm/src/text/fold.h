// SPDX-License-Identifier: MIT
// What remains of words when accents, case, ligatures and punctuation are set aside.
#pragma once

#include <string>
#include <string_view>

namespace catalogue {

// What folding makes of one code point.
enum class FoldKind : unsigned char {
  kLetters,     // one or two lower-case letters or digits ("œ" gives "oe")
  kOther,       // a letter of another script, kept as it is
  kApostrophe,  // ', ’, ʼ and their kin
  kSeparator,   // spaces and punctuation
  kNothing,     // combining marks, soft hyphen, zero-width characters
};

struct Fold {
  FoldKind kind;
  char letters[2];  // kLetters: the second is 0 when there is one
};

// Latin letters up to U+017F and U+1E9E lose accents and case; other scripts are kept.
Fold fold_code_point(char32_t code_point);

// Folded words (UTF-8 in, UTF-8 out): letters and digits, every run of anything else one space,
// none at either end. "L’Éco-conception" gives "l eco conception".
std::string fold(std::string_view words);

// The query value of words: folded, with '-' for every run of anything else ("en-ligne").
std::string slug_of(std::string_view words);

}  // namespace catalogue
