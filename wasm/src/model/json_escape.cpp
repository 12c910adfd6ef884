// SPDX-License-Identifier: MIT
// Escapes in strings of JSON.
#include "model/json_escape.h"

#include <cstdint>
#include <string_view>

#include "text/names.h"
#include "text/number.h"
#include "text/utf8.h"

namespace catalogue {
namespace {

// Four hexadecimal digits, or -1.
int32_t read_hex(const char* at) {
  int32_t value = 0;
  for (int i = 0; i < 4; ++i) {
    const int32_t digit = hex_digit(at[i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

bool is_high_surrogate(int32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(int32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

// The character of a one-letter escape, or 0.
char simple_escape(char letter) {
  constexpr std::string_view kLetters = "\"\\/bfnrt";
  constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
  const size_t found = index_of(kLetters, letter);
  return found == kLetters.size() ? '\0' : kMeanings[found];
}

}  // namespace

char* read_escape(char* from, char*& to) {
  if (from[1] != 'u') {
    *to = simple_escape(from[1]);
    return *to++ ? from + 2 : nullptr;
  }
  const int32_t unit = read_hex(from + 2);
  if (unit < 0) return nullptr;
  char* after = from + 6;
  char32_t code_point = static_cast<char32_t>(unit);
  if (is_high_surrogate(unit) && after[0] == '\\' && after[1] == 'u') {
    const int32_t low = read_hex(after + 2);
    if (is_low_surrogate(low)) {
      code_point = 0x10000u + ((code_point - 0xD800u) << 10) + (static_cast<char32_t>(low) - 0xDC00u);
      after += 6;
    }
  }
  if (code_point == 0 || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = 0xFFFD;
  to = put_utf8(to, code_point);
  return after;
}

}  // namespace catalogue
