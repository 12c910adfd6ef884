// SPDX-License-Identifier: MIT
// Folding of Latin letters by a table; everything else by range.
#include "text/fold.h"

#include "text/utf8.h"

namespace catalogue {
namespace {

// U+00C0 to U+017F; '2' stands for two letters, '.' for no letter (× and ÷).
constexpr char kBaseLetters[] =
    "aaaaaa2ceeeeiiii"  // À
    "dnooooo.ouuuuy22"  // Ð
    "aaaaaa2ceeeeiiii"  // à
    "dnooooo.ouuuuy2y"  // ð
    "aaaaaaccccccccdd"  // Ā
    "ddeeeeeeeeeegggg"  // Đ
    "gggghhhhiiiiiiii"  // Ġ
    "ii22jjkkklllllll"  // İ
    "lllnnnnnnnnnoooo"  // ŀ
    "oo22rrrrrrssssss"  // Ő
    "ssttttttuuuuuuuu"  // Š
    "uuuuwwyyyzzzzzzs";  // Ű
static_assert(sizeof kBaseLetters == 0x180 - 0xC0 + 1);

Fold letters(char first, char second = 0) { return {FoldKind::kLetters, {first, second}}; }
Fold without_letters(FoldKind kind) { return {kind, {0, 0}}; }

Fold fold_ligature(char32_t code_point) {
  switch (code_point) {
    case 0xC6: case 0xE6: return letters('a', 'e');
    case 0xDE: case 0xFE: return letters('t', 'h');
    case 0x132: case 0x133: return letters('i', 'j');
    case 0x152: case 0x153: return letters('o', 'e');
    default: return letters('s', 's');
  }
}

Fold fold_ascii(char32_t c) {
  if (c >= 'A' && c <= 'Z') return letters(static_cast<char>(c + 32));
  if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) return letters(static_cast<char>(c));
  return without_letters(c == '\'' ? FoldKind::kApostrophe : FoldKind::kSeparator);
}

bool is_within(char32_t code_point, char32_t first, char32_t last) {
  return code_point - first <= last - first;
}

Fold fold_symbol(char32_t c) {
  if (c == 0xAD || is_within(c, 0x300, 0x36F) || is_within(c, 0x200B, 0x200F) || c == 0xFEFF) {
    return without_letters(FoldKind::kNothing);
  }
  if (c == 0x2019 || c == 0x2018 || c == 0x2BC || c == 0x2032) {
    return without_letters(FoldKind::kApostrophe);
  }
  // Latin-1 signs, general punctuation to geometric shapes, ideographic punctuation, private use.
  if (is_within(c, 0x80, 0xBF) || is_within(c, 0x2000, 0x2BFF) || is_within(c, 0x3000, 0x303F) ||
      is_within(c, 0xE000, 0xF8FF) || c == 0xFFFD || c >= 0x1F000) {
    return without_letters(FoldKind::kSeparator);
  }
  return without_letters(FoldKind::kOther);
}

std::string fold_with(std::string_view words, char separator) {
  std::string folded;
  bool is_pending = false;
  for (size_t at = 0; at < words.size();) {
    const size_t start = at;
    const Fold f = fold_code_point(next_code_point(words, at));
    if (f.kind == FoldKind::kNothing) continue;
    if (f.kind == FoldKind::kSeparator || f.kind == FoldKind::kApostrophe) {
      is_pending = !folded.empty();
      continue;
    }
    if (is_pending) folded += separator;
    is_pending = false;
    if (f.kind == FoldKind::kOther) {
      folded.append(words.substr(start, at - start));
    } else {
      folded.append(f.letters, f.letters[1] ? 2 : 1);
    }
  }
  return folded;
}

}  // namespace

Fold fold_code_point(char32_t code_point) {
  if (code_point < 0x80) return fold_ascii(code_point);
  if (code_point == 0x1E9E) return letters('s', 's');
  if (!is_within(code_point, 0xC0, 0x17F)) return fold_symbol(code_point);
  const char base = kBaseLetters[code_point - 0xC0];
  if (base == '2') return fold_ligature(code_point);
  return base == '.' ? without_letters(FoldKind::kSeparator) : letters(base);
}

std::string fold(std::string_view words) { return fold_with(words, ' '); }
std::string slug_of(std::string_view words) { return fold_with(words, '-'); }

}  // namespace catalogue
