// SPDX-License-Identifier: MIT
// Writes numbers and characters, and repairs UTF-8.
#include "text/output.h"

#include "text/utf8.h"

namespace catalogue {

Output& Output::number(uint32_t number) {
  if (number >= 10) this->number(number / 10);
  return write(static_cast<char>('0' + number % 10));
}

Output& Output::code_point(char32_t code_point) {
  end_at(put_utf8(room(4), code_point));
  return *this;
}

std::string_view repair_utf8(const std::string_view& text, Arena& arena) {
  Output repaired;
  for (size_t at = 0; at < text.size();) {
    const char32_t code_point = next_code_point(text, at);
    repaired.code_point(code_point == kNoCodePoint ? 0xFFFD : code_point);
  }
  return repaired.keep(arena);
}

}  // namespace catalogue
