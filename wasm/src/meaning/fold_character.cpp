// SPDX-License-Identifier: MIT
// One character of an editor's text as the parsers see it.
#include "meaning/fold_character.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace catalogue {
namespace {

struct Twin {
  char32_t code_point;
  CharacterClass kind;
  std::string_view text;
  int32_t thousandths;
};

constexpr CharacterClass kFraction = CharacterClass::kFraction;
constexpr CharacterClass kSymbol = CharacterClass::kSymbol;

// Symbols whose plain twin says as much. Sorted by code point.
constexpr Twin kTwins[] = {
    {0xA9, CharacterClass::kLetter, "copyright", 0},
    {0xB1, kSymbol, "~", 0},
    {0xB4, kSymbol, "'", 0},
    {0xBC, kFraction, "1/4", 250},
    {0xBD, kFraction, "1/2", 500},
    {0xBE, kFraction, "3/4", 750},
    {0xD7, CharacterClass::kLetter, "x", 0},
    {0x2026, kSymbol, ".", 0},
    {0x2032, kSymbol, "'", 0},
    {0x2044, kSymbol, "/", 0},
    {0x2153, kFraction, "1/3", 333},
    {0x2154, kFraction, "2/3", 667},
    {0x2212, kSymbol, "-", 0},
    {0x2215, kSymbol, "/", 0},
    {0x2248, kSymbol, "~", 0},
    {0x2264, kSymbol, "<", 0},
    {0x2265, kSymbol, ">", 0},
};

bool is_space(char32_t c) {
  return c <= ' ' || c == 127 || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

FoldedCharacter with_text(CharacterClass kind, size_t size, std::string_view text) {
  FoldedCharacter folded;
  folded.kind = kind;
  folded.size = size;
  folded.long_text = text;
  return folded;
}

FoldedCharacter fold_letters(Fold fold, size_t size) {
  FoldedCharacter folded;
  folded.letters[0] = static_cast<char>(fold);
  folded.letters[1] = static_cast<char>(fold >> 8);
  folded.kind = is_digit(folded.letters[0]) ? CharacterClass::kDigit : CharacterClass::kLetter;
  folded.size = size;
  return folded;
}

FoldedCharacter fold_symbol(char32_t c, std::string_view bytes) {
  const auto twin = std::lower_bound(std::begin(kTwins), std::end(kTwins), c,
                                     [](const Twin& a, char32_t b) { return a.code_point < b; });
  if (twin != std::end(kTwins) && twin->code_point == c) {
    FoldedCharacter folded = with_text(twin->kind, bytes.size(), twin->text);
    folded.thousandths = twin->thousandths;
    return folded;
  }
  if (c >= 0x2010 && c <= 0x2015) return with_text(kSymbol, bytes.size(), "-");
  return with_text(kSymbol, bytes.size(), c < 0x80 ? bytes : std::string_view("?"));
}

}  // namespace

FoldedCharacter fold_character(std::string_view text, size_t at) {
  size_t end = at;
  const char32_t c = next_code_point(text, end);
  const std::string_view bytes = text.substr(at, end - at);
  if (c == kNoCodePoint) return with_text(kSymbol, 1, "?");
  if (is_space(c)) return with_text(CharacterClass::kSpace, bytes.size(), " ");
  switch (const Fold fold = fold_code_point(c)) {
    case kFoldOther:
      return with_text(CharacterClass::kLetter, bytes.size(), bytes);
    case kFoldApostrophe:
      return with_text(kSymbol, bytes.size(), "'");
    case kFoldNothing:
      return with_text(CharacterClass::kIgnored, bytes.size(), "");
    case kFoldSeparator:
      return fold_symbol(c, bytes);
    default:
      return fold_letters(fold, bytes.size());
  }
}

}  // namespace catalogue
