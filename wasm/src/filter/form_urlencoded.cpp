// SPDX-License-Identifier: MIT
// Query strings as the URL standard has them.
#include "filter/form_urlencoded.h"

#include "text/ascii.h"
#include "text/names.h"
#include "text/number.h"
#include "text/utf8.h"

namespace catalogue {

bool stands_for_itself(char c) { return is_letter(c) || is_digit(c) || c == '*' || c == '-' || c == '.' || c == '_'; }

std::string_view decode_form_component(std::string_view component, Arena& arena) {
  auto* const first = arena.take<char>(component.size());
  char* to = first;
  for (size_t at = 0; at < component.size(); ++at) {
    const char c = component[at];
    if (c == '%' && at + 2 < component.size()) {
      const int high = hex_digit(component[at + 1]);
      const int low = hex_digit(component[at + 2]);
      if (high >= 0 && low >= 0) {
        *to++ = static_cast<char>(high * 16 + low);
        at += 2;
        continue;
      }
    }
    *to++ = c == '+' ? ' ' : c;
  }
  const std::string_view decoded(first, static_cast<size_t>(to - first));
  return is_utf8(decoded) ? decoded : repair_utf8(decoded, arena);
}

void write_form_component(Output& out, std::string_view words) {
  constexpr char kHex[] = "0123456789ABCDEF";
  char* to = out.room(words.size() * 3);
  for (const char c : words) {
    if (stands_for_itself(c)) {
      *to++ = c;
    } else if (c == ' ') {
      *to++ = '+';
    } else {
      const auto byte = static_cast<unsigned char>(c);
      *to++ = '%';
      *to++ = kHex[byte >> 4];
      *to++ = kHex[byte & 15];
    }
  }
  out.end_at(to);
}

FormPair take_form_pair(std::string_view& query) {
  std::string_view value = take_name(query, '&');
  const std::string_view key = take_name(value, '=');
  return {key, value};
}

}  // namespace catalogue
