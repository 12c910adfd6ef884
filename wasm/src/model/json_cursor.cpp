// SPDX-License-Identifier: MIT
// Strings of JSON: most of a catalogue.
#include "model/json_cursor.h"

#include <bit>
#include <cstring>

#include "catalogue/limits.h"
#include "model/json_escape.h"
#include "text/utf8.h"

namespace catalogue {
namespace {

static_assert(std::endian::native == std::endian::little, "eight bytes are looked at as one number");

constexpr uint64_t kOnes = 0x0101010101010101;
constexpr uint64_t kHighBits = 0x8080808080808080;

// The high bits of those of eight bytes that are a quote, a backslash or a control. Exact up to the first.
uint64_t stops_among(uint64_t bytes) {
  const uint64_t quote = bytes ^ (kOnes * '"');
  const uint64_t backslash = bytes ^ (kOnes * '\\');
  const uint64_t stops =
      ((quote - kOnes) & ~quote) | ((backslash - kOnes) & ~backslash) | ((bytes - kOnes * 0x20) & ~bytes);
  return stops & kHighBits;
}

// Whether it is a character of U+2000 to U+203F: apostrophes, dashes and narrow spaces, frequent in French.
inline bool is_punctuation(const char* at) {
  uint32_t bytes;
  std::memcpy(&bytes, at, sizeof bytes);
  return (bytes & 0xC0FFFF) == 0x8080E2;
}

// Skips well-formed characters, eight bytes at a time. Stops in the padding at the latest.
char* skip_plain(char* at) {
  while (true) {
    uint64_t bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    const uint64_t stops = stops_among(bytes);
    if (((stops | bytes) & kHighBits) == 0) {
      at += sizeof bytes;
      continue;
    }
    size_t plain = stops ? 0 : plain_bytes(bytes);
    if (plain == 0) {
      at += __builtin_ctzll(stops | (bytes & kHighBits)) / 8;
      if (!is_punctuation(at)) return at;
      plain = 3;
    }
    at += plain;
  }
}

// Moves the bytes from `run` to `end` down to `to`. Returns their new end.
char* move_run(char* to, const char* run, const char* end) {
  const auto size = static_cast<size_t>(end - run);
  if (to != run) std::memmove(to, run, size);
  return to + size;
}

}  // namespace

// Reads the rest of a string, after its first quote.
bool JsonCursor::read_string(std::string_view& string) {
  char* const first = at_;
  char* at = first;
  char* run = first;  // the bytes after the last escape: moved down at the next one
  char* to = first;
  while (true) {
    at = skip_plain(at);
    if (*at == '"') break;
    if (*at == '\\') {
      to = move_run(to, run, at);
      run = read_escape(at, to);
      if (!run) return fail("invalid-json", at);
      at = run;
    } else if (static_cast<unsigned char>(*at) < 0x20) {
      return fail("invalid-json", at);
    } else {
      size_t length = 0;
      const std::string_view rest(at, static_cast<size_t>(end_ - at));
      if (next_code_point(rest, length) == kNoCodePoint) return fail("invalid-utf8", at);
      at += length;
    }
  }
  if (at - first > static_cast<std::ptrdiff_t>(kMaxStringBytes)) return fail("string-too-long", at);
  to = move_run(to, run, at);
  at_ = at + 1;
  string = {first, static_cast<size_t>(to - first)};
  return true;
}

}  // namespace catalogue
