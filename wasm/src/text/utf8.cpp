// SPDX-License-Identifier: MIT
// UTF-8, as in RFC 3629.
#include "text/utf8.h"

#include <cstring>

namespace catalogue {
namespace {

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// Number of bytes that follow a lead byte, or -1 when no sequence starts so.
int continuation_count(unsigned char lead) {
  if (lead < 0x80) return 0;
  if (lead < 0xC2) return -1;
  if (lead < 0xE0) return 1;
  if (lead < 0xF0) return 2;
  return lead < 0xF5 ? 3 : -1;
}

bool is_scalar(char32_t code_point, int continuations) {
  if (continuations == 2) {
    return code_point >= 0x800 && (code_point < 0xD800 || code_point > 0xDFFF);
  }
  return continuations != 3 || (code_point >= 0x10000 && code_point <= 0x10FFFF);
}

}  // namespace

char32_t next_code_point(const std::string_view& words, size_t& at) {
  const auto lead = static_cast<unsigned char>(words[at++]);
  if (lead < 0x80) return lead;
  const int continuations = continuation_count(lead);
  if (continuations < 0 || words.size() - at < static_cast<size_t>(continuations)) {
    return kNoCodePoint;
  }
  char32_t code_point = lead & (0x3F >> continuations);
  for (int i = 0; i < continuations; ++i) {
    const auto byte = static_cast<unsigned char>(words[at + i]);
    if (!is_continuation(byte)) return kNoCodePoint;
    code_point = (code_point << 6) | (byte & 0x3F);
  }
  if (!is_scalar(code_point, continuations)) return kNoCodePoint;
  at += continuations;
  return code_point;
}

bool is_utf8(const std::string_view& words) {
  constexpr uint64_t kHighBits = 0x8080808080808080;
  for (size_t at = 0; at < words.size();) {
    uint64_t bytes;
    std::memcpy(&bytes, words.data() + at, sizeof bytes);
    const uint64_t high = bytes & kHighBits;
    if (!high) {
      at += sizeof bytes;
      continue;
    }
    const size_t plain = at + sizeof bytes <= words.size() ? plain_bytes(bytes) : 0;
    at += plain;
    if (plain > 0) continue;
    at += static_cast<size_t>(__builtin_ctzll(high)) / 8;
    if (at < words.size() && next_code_point(words, at) == kNoCodePoint) return false;
  }
  return true;
}

char* put_utf8(char* to, char32_t code_point) {
  const int extra = code_point < 0x80 ? 0 : code_point < 0x800 ? 1 : code_point < 0x10000 ? 2 : 3;
  constexpr unsigned char kLeads[] = {0, 0xC0, 0xE0, 0xF0};
  *to++ = static_cast<char>(kLeads[extra] | (code_point >> (6 * extra)));
  for (int i = extra - 1; i >= 0; --i) {
    *to++ = static_cast<char>(0x80 | ((code_point >> (6 * i)) & 0x3F));
  }
  return to;
}

}  // namespace catalogue
