// SPDX-License-Identifier: MIT
// Small decimal numbers.
#include "text/number.h"

namespace catalogue {

int32_t parse_number(std::string_view digits) {
  if (digits.empty() || digits.size() > 9) return -1;
  int32_t number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace catalogue
