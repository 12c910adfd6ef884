// SPDX-License-Identifier: MIT
// Folding of Latin letters by a table; everything else by range.
#include "text/fold.h"

#include <iterator>

#include "letters.h"
#include "text/ascii.h"
#include "text/names.h"
#include "text/utf8.h"

namespace catalogue {
namespace {

static_assert(sizeof kBaseLetters == 0x180 - 0xC0 + 1);

Fold fold_latin(char32_t c) {
  const char ascii = c < 0x80 ? static_cast<char>(c) : '\0';
  if (is_letter(ascii) || is_digit(ascii)) return static_cast<Fold>(to_lower(ascii));
  if (ascii == '\'') return kFoldApostrophe;
  if (c == 0xAD) return kFoldNothing;
  if (c < 0xC0) return kFoldSeparator;
  const char base = kBaseLetters[c - 0xC0];
  if (base == '.') return kFoldSeparator;
  if (!is_upper(base)) return static_cast<Fold>(base);
  const char second = kSecondLetters[index_of(kSecondLetters, base) + 1];
  return static_cast<Fold>(to_lower(base) | second << 8);
}

constexpr char32_t kFirstPictograph = 0x1F000;

std::string fold_with(const std::string_view& text, char separator) {
  std::string folded(text.size(), '\0');
  folded.resize(static_cast<size_t>(put_folded(folded.data(), text, separator) - folded.data()));
  return folded;
}

}  // namespace

LatinFolds::LatinFolds() {
  for (char32_t c = 0; c < std::size(of); ++c) of[c] = fold_latin(c);
}
const LatinFolds kLatinFolds;

Fold fold_beyond_latin(char32_t code_point) {
  for (const FoldRange& range : kFoldRanges) {
    if (code_point >= range.first && code_point <= range.last) return range.fold;
  }
  return code_point >= kFirstPictograph ? kFoldSeparator : kFoldOther;
}

char* put_folded(char* to, std::string_view text, char separator) {
  char* const first = to;
  bool is_pending = false;
  for (size_t at = 0; at < text.size();) {
    size_t start = at;
    const Fold f = fold_code_point(next_code_point(text, at));
    if (f == kFoldNothing) continue;
    if (f == kFoldSeparator || f == kFoldApostrophe) {
      is_pending = to != first;
      continue;
    }
    if (is_pending) *to++ = separator;
    is_pending = false;
    if (f == kFoldOther) {
      for (; start < at; ++start) *to++ = text[start];
    } else {
      *to++ = static_cast<char>(f);
      if (f >> 8) *to++ = static_cast<char>(f >> 8);
    }
  }
  return to;
}

std::string fold(const std::string_view& text) { return fold_with(text, ' '); }
std::string slug_of(const std::string_view& text) { return fold_with(text, '-'); }

}  // namespace catalogue
