// SPDX-License-Identifier: MIT
// One character of an editor's text as the parsers see it: folded letters, but also the symbols
// that matter in a duration or a licence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace catalogue {

enum class CharacterClass : uint8_t { kLetter, kDigit, kSpace, kIgnored, kFraction, kSymbol };

// text(): what the character becomes ("e" for "É", "oe" for "œ", "-" for "–"), or its own bytes
// for letters of other scripts. `size`: bytes read, at least 1. `thousandths`: of a fraction.
struct FoldedCharacter {
  CharacterClass kind = CharacterClass::kSymbol;
  size_t size = 1;
  int32_t thousandths = 0;
  std::string_view long_text;  // when it does not fit in `letters`
  char letters[2] = {0, 0};

  std::string_view text() const {
    return long_text.empty() ? std::string_view(letters, letters[1] != 0 ? 2 : 1) : long_text;
  }
};

// Reads the character at `text[at]`; at < text.size(). A byte that is not UTF-8 is a symbol "?".
FoldedCharacter fold_character(std::string_view text, size_t at);

}  // namespace catalogue
