// SPDX-License-Identifier: MIT
// UTF-8: decoding one code point, appending one, and the rule of what is valid.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace catalogue {

inline constexpr char32_t kNoCodePoint = 0xFFFFFFFF;

// The code point at `at`, which moves past it. Ill-formed bytes (overlong forms, surrogates, above
// U+10FFFF, cut sequences) give kNoCodePoint and move by one byte. Needs at < words.size().
char32_t next_code_point(const std::string_view& words, size_t& at);

// How many of eight bytes, the first in the low bits, are certainly well formed as they stand: 8 when
// they are ASCII and characters of two bytes, as most accented letters are; 7 when the last byte
// begins one; 0 when it takes a closer look.
[[gnu::always_inline]] inline size_t plain_bytes(uint64_t bytes) {
  constexpr uint64_t kHighBits = 0x8080808080808080;
  const uint64_t high = bytes & kHighBits;
  const uint64_t continuations = high & ~(bytes << 1);
  const uint64_t leads = high & (bytes << 1) & ~(bytes << 2);
  const uint64_t not_overlong = bytes << 3 | bytes << 4 | bytes << 5 | bytes << 6;
  if ((continuations | leads) != high || continuations != leads << 8 || (leads & ~not_overlong)) return 0;
  return leads >> 63 ? 7 : 8;
}

// Whether `words` is well formed.
bool is_utf8(const std::string_view& words);

// Writes `code_point` (a Unicode scalar value) as UTF-8: one to four bytes at `to`. Gives what follows.
char* put_utf8(char* to, char32_t code_point);

}  // namespace catalogue
