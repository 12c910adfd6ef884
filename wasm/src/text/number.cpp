// SPDX-License-Identifier: MIT
// Small decimal numbers.
#include "text/number.h"

#include "text/ascii.h"

namespace catalogue {

int32_t parse_number(const std::string_view& digits) {
  if (digits.empty() || digits.size() > 9) return -1;
  int32_t number = 0;
  for (const char c : digits) {
    if (!is_digit(c)) return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

int32_t hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = to_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

}  // namespace catalogue
