// SPDX-License-Identifier: MIT
// The visible texts of data/strings, in the visitor's language.
#include "catalogue/texts.h"

#include <cstring>

namespace catalogue {
namespace {

constexpr char kNumber = '\001';
constexpr char kWordsX = '\002';
constexpr char kWordsY = '\003';
constexpr char kPluralMark = '\037';

// Walks to the text: the table is one literal per language, which costs no pointer per text.
std::string_view template_of(Language language, Text text) {
  const char* at = generated::kTexts[static_cast<size_t>(language)];
  for (auto skipped = static_cast<uint32_t>(text); skipped > 0; --skipped) at += std::strlen(at) + 1;
  return at;
}

std::string_view number_form(std::string_view pattern, Language language, uint32_t n) {
  const size_t mark = pattern.find(kPluralMark);
  if (mark == std::string_view::npos) return pattern;
  const bool is_singular = n == 1 || (n == 0 && language == Language::kFrench);
  return is_singular ? pattern.substr(0, mark) : pattern.substr(mark + 1);
}

}  // namespace

std::string count_text(Language language, uint32_t count) {
  const std::string_view separator = language == Language::kFrench ? "\xE2\x80\xAF" : ",";
  std::string out;
  char digits[10];
  int length = 0;
  do {
    digits[length++] = static_cast<char>('0' + count % 10);
    count /= 10;
  } while (count > 0);
  while (length > 0) {
    out += digits[--length];
    if (length > 0 && length % 3 == 0) out += separator;
  }
  return out;
}

std::string text_of(Language language, Text text, const TextArguments& arguments) {
  std::string out;
  for (const char c : number_form(template_of(language, text), language, arguments.n)) {
    if (c == kNumber) {
      out += count_text(language, arguments.n);
    } else if (c == kWordsX) {
      out += arguments.x;
    } else if (c == kWordsY) {
      out += arguments.y;
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace catalogue
