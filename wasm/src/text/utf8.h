// SPDX-License-Identifier: MIT
// UTF-8: decodes, encodes and validates.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace catalogue {

inline constexpr char32_t kNoCodePoint = 0xFFFFFFFF;

// Decodes the code point at `at`, and moves past it. An ill-formed byte (overlong form, surrogate, above U+10FFFF, cut
// sequence) gives kNoCodePoint and moves by one byte. Needs at < text.size().
char32_t next_code_point(const std::string_view& text, size_t& at);

// A fast check of eight bytes, the first in the low bits: 8 if they are ASCII and characters of two bytes, as most
// accented letters are; 7 if the last byte starts such a character; 0 if unsure.
[[gnu::always_inline]] inline size_t plain_bytes(uint64_t bytes) {
  constexpr uint64_t kHighBits = 0x8080808080808080;
  const uint64_t high = bytes & kHighBits;
  const uint64_t continuations = high & ~(bytes << 1);
  const uint64_t leads = high & (bytes << 1) & ~(bytes << 2);
  const uint64_t not_overlong = bytes << 3 | bytes << 4 | bytes << 5 | bytes << 6;
  if ((continuations | leads) != high || continuations != leads << 8 || (leads & ~not_overlong)) return 0;
  return leads >> 63 ? 7 : 8;
}

bool is_utf8(const std::string_view& text);

// Encodes a Unicode scalar value in one to four bytes at `to`. Returns the end of them.
char* put_utf8(char* to, char32_t code_point);

}  // namespace catalogue
