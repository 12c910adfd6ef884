// SPDX-License-Identifier: MIT
// UTF-8, as in RFC 3629.
#include "text/utf8.h"

#include <bit>

namespace catalogue {
namespace {

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// By number of continuation bytes: the smallest code point that needs them.
constexpr char32_t kLeast[] = {0, 0x80, 0x800, 0x10000};

bool is_surrogate(char32_t code_point) { return code_point >> 11 == 0xD800 >> 11; }

}  // namespace

char32_t next_code_point(const std::string_view& text, size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  const auto continuations = static_cast<size_t>(std::countl_one(lead)) - 1;
  if (continuations < 1 || continuations > 3 || text.size() - at < continuations) return kNoCodePoint;
  char32_t code_point = lead & (0x3F >> continuations);
  for (size_t i = 0; i < continuations; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if (!is_continuation(byte)) return kNoCodePoint;
    code_point = (code_point << 6) | (byte & 0x3F);
  }
  if (code_point < kLeast[continuations] || code_point > 0x10FFFF || is_surrogate(code_point)) return kNoCodePoint;
  at += continuations;
  return code_point;
}

bool is_utf8(const std::string_view& text) {
  for (size_t at = 0; at < text.size();) {
    if (static_cast<signed char>(text[at]) >= 0) {
      ++at;
    } else if (next_code_point(text, at) == kNoCodePoint) {
      return false;
    }
  }
  return true;
}

char* put_utf8(char* to, char32_t code_point) {
  if (code_point < 0x80) {
    *to++ = static_cast<char>(code_point);
    return to;
  }
  const int continuations = 1 + (code_point >= kLeast[2]) + (code_point >= kLeast[3]);
  *to++ = static_cast<char>(0xF0 << (3 - continuations) | code_point >> (6 * continuations));
  for (int i = continuations - 1; i >= 0; --i) {
    *to++ = static_cast<char>(0x80 | ((code_point >> (6 * i)) & 0x3F));
  }
  return to;
}

}  // namespace catalogue
